package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;

/// All that is printed in one report, in order.
///
/// @param running what stands at the head of each page, on the right
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
        List<Block> blocks) {}
