package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An evaluator's summary as a text document, in the layouts and wordings in which people write one.
class DocumentFormTest {

    private final Path folder;
    private final Desk desk;

    DocumentFormTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private ScreenedSheet read(WordDocument document) {
        return read(document, "summary.docx");
    }

    private ScreenedSheet read(WordDocument document, String name) {
        ScreenedFile file = desk.read(document.write(folder.resolve(name)), Desk.REGISTERS);
        assertThat(file.findings()).isEmpty();
        return file.sheets().get(0);
    }

    private static List<List<Object>> block(ScreenedSheet sheet, String name) {
        return sheet.claims().get(0).blocks().getOrDefault(name, List.of()).stream()
                .map(row -> Arrays.asList(row.values()))
                .toList();
    }

    /// The values of the first columns of a block.
    private static List<String> rows(ScreenedSheet sheet, String name, int columns) {
        return block(sheet, name).stream()
                .map(row -> String.join(
                        " | ",
                        row.subList(0, columns).stream()
                                .map(value -> Objects.toString(value, ""))
                                .toList()))
                .toList();
    }

    private static List<String> errors(ScreenedSheet sheet) {
        return sheet.findings().stream()
                .filter(Finding::isError)
                .map(finding -> finding.rule() + " at " + finding.cell() + ": " + finding.value())
                .toList();
    }

    private static WordDocument titled() {
        return new WordDocument().text("Evaluator in Residence", "2022/23", "Hub: Uno");
    }

    @Test
    void tablesWithoutHeadingsRowsSplitByAPageAndTextInAFrameAreRead() {
        ScreenedSheet sheet = read(titled().table(
                        new String[] {"Summary", ""},
                        new String[] {"Maths Hub", "H1"},
                        new String[] {"Strategic goal", "Secondary"},
                        new String[] {"Research question(s)", "What helps?"},
                        new String[] {"What is the case?", "Two schools"})
                .heading(2, "Context")
                .table(new String[] {
                    "Short overview of the hub and its region\nThe hub is large.\nNational priorities:\nDepth for all.\n"
                            + "Why does this focus matter to us?\nIt helps us plan.\nThe case study schools:\nSchool A\n"
                            + "A small school \u25cb Joined in 2016/17\nSchool B\nA large school."
                })
                .text("--")
                .heading(2, "Activity and data collection")
                .table(
                        new String[] {"28/11/23", "First meeting", "Plan the study"},
                        new String[] {"11/01/23", "Second meeting", "Choose schools"},
                        new String[] {"", "", "Agree questions"},
                        new String[] {"9/2/23", "Visit", "Interviews"},
                        new String[] {"March 23", "Closing", "Discussion"})
                .heading(2, "Significant themes")
                .table(
                        new String[] {"Themes (findings and process)", "Possible implications"},
                        new String[] {"Leaders matter.", "Ask them early."},
                        new String[] {"Time matters.", "Offer cover."})
                .heading(2, "Conclusion")
                .text("Two schools show this much."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("hub", "H1")
                .containsEntry("time_period", 202223)
                .containsEntry("strategic_goal", "Secondary")
                .containsEntry("research_question", "What helps?")
                .containsEntry("the_case", "Two schools")
                .containsEntry("overview", "The hub is large.")
                .containsEntry("national_priorities", "Depth for all.")
                .containsEntry("focus", "It helps us plan.")
                .containsEntry("conclusion", "Two schools show this much.");
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly("School A | A small school\n\u2022 Joined in 2016/17", "School B | A large school.");
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-11-28 | First meeting |  | Plan the study",
                        "2023-01-11 | Second meeting |  | Choose schools\nAgree questions",
                        "2023-02-09 | Visit |  | Interviews",
                        "2023-03 | Closing |  | Discussion");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
        assertThat(Desk.places(sheet))
                .contains("date_outside_year table 3, row 1, cell 1", "month_or_day table 3, row 5, cell 1");
    }

    @Test
    void paragraphsListsAndBoldTitlesAreRead() {
        ScreenedSheet sheet = read(titled().bold("Phase: Primary")
                .bold("Background")
                .text("We work in two towns.")
                .bold("Data collection")
                .text(
                        "11/01/2023: Meeting with leads",
                        "We agreed the plan.",
                        "9 February 2023 \u2013 Visit to School A")
                .bold("Key themes")
                .text(
                        "Theme 1: Leaders matter.",
                        "Possible implications: Ask them early.",
                        "Theme 2: Time matters.",
                        "Implications: Offer cover.")
                .bold("Final reflections")
                .text("One.", "Two."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("strategic_goal", "Primary")
                .containsEntry("context", "We work in two towns.")
                .containsEntry("conclusion", "One.\nTwo.");
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-01-11 | Meeting with leads |  | We agreed the plan.",
                        "2023-02-09 | Visit to School A |  | ");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
    }

    @Test
    void aListOfThemesIsPairedWithTheListOfTheirImplications() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "Themes")
                .bullets("Leaders matter.", "Time matters.")
                .heading(2, "Possible implications")
                .bullets("Ask them early.", "Offer cover."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
    }

    @Test
    void twoTablesOfThemesAndMergedCellsAreRead() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "How the evidence was gathered")
                .table(
                        new String[] {"When", "What", "Methods"},
                        new String[] {"9/2/23", "Visit to School A", "Interviews"},
                        new String[] {"", "Visit to School B", "Observation"})
                .merged(0, 1, 2)
                .heading(1, "Main findings")
                .table(
                        new String[] {"Findings from schools", "What this might mean"},
                        new String[] {"Leaders matter.", "Ask them early."},
                        new String[] {"", "Ask twice."})
                .merged(0, 1, 2)
                .text("")
                .table(
                        new String[] {"Themes about process", "Implications for the hub"},
                        new String[] {"Time matters.", "Offer cover."}));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-02-09 | Visit to School A |  | Interviews",
                        "2023-02-09 | Visit to School B |  | Observation");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.\nAsk twice.", "Time matters. | Offer cover.");
    }

    @Test
    void textBelowAnUnknownHeadingIsAnErrorAtItsPlaceAndTheRestIsLoaded() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(2, "Our towns")
                .text("One is by the sea.")
                .heading(1, "Budget")
                .text("We spent little.")
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).containsExactly("text_in_no_block at paragraph 9: We spent little.");
        assertThat(sheet.findings().stream()
                        .filter(Finding::isError)
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .words())
                .containsEntry("heading", "Budget");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.\nOur towns\nOne is by the sea.")
                .containsEntry("conclusion", "It went well.");
        assertThat(sheet.tally().leftOut()).isEqualTo(1);
    }

    @Test
    void theHubAndTheYearAreTakenFromTheNameOfTheFile() {
        ScreenedSheet sheet = read(
                new WordDocument()
                        .heading(1, "Context")
                        .text("We work in two towns.")
                        .heading(1, "Conclusion")
                        .text("It went well."),
                "Uno evaluation 2021-22.docx");
        assertThat(Desk.only(sheet)).containsEntry("hub", "H1").containsEntry("time_period", 202122);
        assertThat(Desk.rules(sheet)).contains("value_from_elsewhere");
    }

    @Test
    void numberedTitlesAFormInOneTableAndASmallTableInATextAreRead() {
        ScreenedSheet sheet = read(titled().bold("1. Background")
                .text("We work in two towns.")
                .table(new String[] {"Developing", "7"}, new String[] {"Embedding", "10"})
                .table(
                        new String[] {"Activity and data collection", "9/2/23: Visit\nInterviews"},
                        new String[] {"Significant themes", "Leaders matter.\nImplications: Ask them early."},
                        new String[] {"Evaluator", "Somebody"},
                        new String[] {"Conclusion", "It went well."}));
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.\nDeveloping: 7\nEmbedding: 10")
                .containsEntry("conclusion", "It went well.");
        assertThat(rows(sheet, "evaluation_meeting", 4)).containsExactly("2023-02-09 | Visit |  | Interviews");
        assertThat(rows(sheet, "evaluation_theme", 2)).containsExactly("Leaders matter. | Ask them early.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block at table 2, row 3, cell 2: Somebody");
    }

    @Test
    void schoolsSideBySideAreReadOneColumnEach() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "About the schools")
                .table(new String[] {"School A", "School B"}, new String[] {"Rural primary", "Large secondary"}));
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly("School A | Rural primary", "School B | Large secondary");
    }

    @Test
    void aWorkbookWithoutATitleOfItsThemesIsReadByTheirHeadings() {
        ScreenedSheet sheet = desk.workbook(new Object[][] {
            {"Maths Hub", "Uno"},
            {"Academic year", "2022/23"},
            {"Strategic Goal", "Secondary"},
            {},
            {"Themes (findings and process)", "Possible implications"},
            {"Leaders matter.", "Ask them early."},
            {},
            {"Lessons for others"},
            {"Begin early."}
        });
        assertThat(rows(sheet, "evaluation_theme", 2)).containsExactly("Leaders matter. | Ask them early.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block at A9: Begin early.");
    }

    @Test
    void aCodeAndADirectionAreReadAndAnUnknownOneIsAnError() {
        ScreenedSheet sheet = desk.workbook(new Object[][] {
            {"Maths Hub", "Uno"},
            {"Academic year", "2022/23"},
            {"Strategic Goal", "Secondary"},
            {"Significant themes"},
            {"Theme", "Possible implications", "Outcome or indicator", "The evidence points to"},
            {"Leaders matter.", "Ask them.", "Reach", "strength"},
            {"Time matters.", "Offer cover.", "Weather", "weakness"}
        });
        assertThat(rows(sheet, "evaluation_theme", 4))
                .containsExactly(
                        "Leaders matter. | Ask them. | Reach | Strength", "Time matters. | Offer cover. |  | Weakness");
        assertThat(errors(sheet)).containsExactly("unknown_choice at C7: Weather");
    }

    @Test
    void everyBlockThatIsMissingIsAskedAbout() {
        ScreenedSheet sheet = read(titled().heading(1, "Context").text("We work in two towns."));
        assertThat(sheet.findings().stream()
                        .filter(finding -> finding.rule().equals("missing_block"))
                        .map(finding -> finding.text().words().get("block")))
                .containsExactly("Activity and data collection", "Significant themes");
        assertThat(Map.copyOf(Desk.only(sheet))).containsEntry("context", "We work in two towns.");
    }
}
