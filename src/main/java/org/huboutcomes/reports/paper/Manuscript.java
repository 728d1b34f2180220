package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// All that is printed in one report, in order.
///
/// @param running what stands at the head of each page, on the right
/// @param bound whether a cover and a list of contents come before the pages
/// @param reading how it is to be read, a paragraph each, under the contents
/// @param words words of the charts that this report says otherwise than the house
/// @param day the date written into the file; never the clock's
public record Manuscript(
        String name,
        String network,
        String title,
        String subtitle,
        List<String> imprint,
        String running,
        String footer,
        LocalDate day,
        boolean bound,
        List<String> reading,
        Map<String, String> words,
        List<Block> blocks) {}
