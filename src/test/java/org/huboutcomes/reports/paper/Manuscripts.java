package org.huboutcomes.reports.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The shortest manuscript that can be printed.
final class Manuscripts {

    private Manuscripts() {}

    static Manuscript tiny() {
        return new Manuscript(
                "Fenny Isle",
                "Maths Hubs",
                "Annual report 2022/23",
                "Short",
                List.of("", "v1", "Today"),
                "Running",
                "Foot",
                LocalDate.of(2023, 11, 6),
                true,
                List.of("How to read it."),
                Map.of(),
                List.of(new Block.Title("Page", "Why?", true), new Block.Paragraph("Words.")));
    }
}
