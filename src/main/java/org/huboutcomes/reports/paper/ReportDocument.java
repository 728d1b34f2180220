package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// All that is printed in one report, in order.
///
/// @param imprint edition, date and other names, under the title
/// @param running what is printed at the head of each later page, on the right
/// @param day the date written into the file; never the clock's
/// @param words words of the charts that this report says otherwise than the house
public record ReportDocument(
        String name,
        String title,
        String imprint,
        String running,
        String footer,
        LocalDate day,
        Map<String, String> words,
        List<ReportBlock> blocks) {}
