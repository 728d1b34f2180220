package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The content of one report, in order.
///
/// @param imprint edition, date and other details, below the title
/// @param running the text at the top right of each later page
/// @param day the date written into the file, never the current time
/// @param words words of charts that differ in this report
public record ReportDocument(
        String name,
        String title,
        String imprint,
        String running,
        String footer,
        LocalDate day,
        Map<String, String> words,
        List<ReportBlock> blocks) {}
