package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The shortest report that can be printed.
final class ReportDocuments {

    private ReportDocuments() {}

    static ReportDocument tiny() {
        return of(new ReportBlock.Title("Page", "Why?", true), new ReportBlock.Paragraph("Words."));
    }

    static ReportDocument of(ReportBlock... blocks) {
        return new ReportDocument(
                "Fenny Isle",
                "Maths Hubs. Annual report 2022/23",
                "Edition v1.",
                "Running",
                "Foot",
                LocalDate.of(2023, 11, 6),
                Map.of(),
                List.of(blocks));
    }
}
