package org.huboutcomes.samples;

import java.util.List;

/// The planted faults, added to the intended rows: README.md of the sample data lists them.
final class Planted {

    private Planted() {}

    static List<ReturnRow> rows(ReturnSheet form, SampleHub hub, int year, List<ReturnRow> meant) {
        String place = form + " " + hub + " " + year;
        return switch (place) {
            case "ENGAGEMENT QS1 2021" -> List.of(meant.get(2));
            case "PATHWAY HM1 2022" -> List.of(meant.get(0).and("stage", "Sustaning"));
            case "ENGAGEMENT FV1 2021" -> List.of(meant.get(0).and("urn", 999_999));
            default -> List.of();
        };
    }
}
