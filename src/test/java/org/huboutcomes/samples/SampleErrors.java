package org.huboutcomes.samples;

import java.util.List;

/// The deliberate faults, added to the intended rows: README.md of the sample data lists them.
final class SampleErrors {

    private SampleErrors() {}

    static List<ReturnRow> rows(ReturnSheet form, SampleHub hub, int year, List<ReturnRow> intended) {
        String place = form + " " + hub + " " + year;
        return switch (place) {
            case "ENGAGEMENT QS1 2021" -> List.of(intended.get(2));
            case "PATHWAY HM1 2022" -> List.of(intended.get(0).and("stage", "Sustaning"));
            case "ENGAGEMENT FV1 2021" -> List.of(intended.get(0).and("urn", 999_999));
            default -> List.of();
        };
    }
}
