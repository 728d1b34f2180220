package org.huboutcomes.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One evaluator's summary for each of its rules: two meetings, a theme, a conclusion, and one fault.
final class FaultySummaries {

    private static final String SHEET = "Summary";

    private final FaultyChecks.Press press;

    FaultySummaries(FaultyChecks.Press press) {
        this.press = press;
    }

    void write() throws IOException {
        dates("dates_out_of_order", "A7", "The second meeting was before the first.", "9/2/23", "11/01/23");
        dates("date_outside_year", "A8", "28 November 2023 is in the next academic year.", "11/01/23", "28/11/23");
        dates("month_or_day", "A8", "March 2023, or 23 March.", "11/01/23", "March 23");
        dates("no_date_or_month", "A8", "No date, and no month.", "11/01/23", "After half term");
        text(
                "claims_overlap",
                "query",
                "Four places of three schools.",
                "Context",
                "In 2022/23, 3 schools are active on the pathway: 1 Developing, 1 Embedding and 2 Sustaining.");
        text(
                "school_could_be_identified",
                "query",
                "The month and the grade of its inspection tell which school it is.",
                "Context",
                "School A was inspected in May 2022 and is Good.");
        text("text_in_no_block", "error", "A part that is not asked for.", "Lessons for others", "Begin early.");
        print("missing_block", "query", SHEET, "It has no themes.", rows("11/01/23", "9/2/23", false));
        List<List<?>> ofNobody = rows("11/01/23", "9/2/23", true);
        ofNobody.remove(0);
        print("missing_label", "error", SHEET + "!A1", "No line says the hub, nor does the name.", ofNobody);
    }

    private void dates(String rule, String cell, String sentence, String first, String second) throws IOException {
        print(rule, "query", SHEET + "!" + cell, sentence, rows(first, second, true));
    }

    /// A heading and a text below it, at the end.
    private void text(String rule, String severity, String sentence, String heading, String text) throws IOException {
        List<List<?>> rows = rows("11/01/23", "9/2/23", true);
        rows.add(List.of());
        rows.add(List.of(heading));
        rows.add(List.of(text));
        String place = rule.equals("text_in_no_block") ? SHEET + "!A17" : SHEET;
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page(SHEET);
        rows.forEach(page::row);
        press.print(new ExpectedFinding(rule + ".xlsx", severity, place, sentence), workbook);
    }

    static List<List<?>> rows(String first, String second, boolean themes) {
        List<List<?>> rows = new ArrayList<>(List.of(
                List.of("Maths Hub", "Quillshire"),
                List.of("Academic year", "2022/23"),
                List.of("Research question", "What helps a department to keep going?"),
                List.of(),
                List.of("Activity and data collection"),
                List.of("Date", "What"),
                List.of(first, "First meeting with the leads"),
                List.of(second, "Second meeting with the leads"),
                List.of()));
        if (themes) {
            rows.add(List.of("Significant themes", "Possible implications"));
            rows.add(List.of("Shared planning goes with going on.", "Offer sessions to whole departments."));
            rows.add(List.of());
        }
        rows.add(List.of("Conclusion"));
        rows.add(List.of("We can conclude only that shared planning went with going on."));
        return rows;
    }

    private void print(String rule, String severity, String place, String sentence, List<List<?>> rows)
            throws IOException {
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page(SHEET);
        rows.forEach(page::row);
        press.print(new ExpectedFinding(rule + ".xlsx", severity, place, sentence), workbook);
    }
}
