package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layouts of evaluators' text documents in which something would be lost if they were read line by line.
class EvaluatorLayoutsTest {

    private final Path folder;
    private final Desk desk;

    EvaluatorLayoutsTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private ScreenedSheet read(WordDocument document) {
        return desk.read(document.write(folder.resolve("summary.docx")), Desk.REGISTERS)
                .sheets()
                .get(0);
    }

    private static WordDocument withContext() {
        return new WordDocument()
                .text("Hub: Uno", "Year: 2022/23")
                .heading(1, "Context")
                .text("We work in two towns.");
    }

    /// The values of the rows of a block that are not blank.
    private static List<String> rows(ScreenedSheet sheet, String block) {
        return sheet.claims().get(0).blocks().getOrDefault(block, List.of()).stream()
                .map(row -> String.join(
                        " | ",
                        Arrays.stream(row.values())
                                .filter(Objects::nonNull)
                                .map(value -> value.toString().replace("\n", " / "))
                                .toList()))
                .toList();
    }

    private static List<String> errors(ScreenedSheet sheet) {
        return sheet.findings().stream()
                .filter(Finding::isError)
                .map(finding -> finding.rule() + ": " + finding.value())
                .toList();
    }

    @Test
    void headingsAboveRowsThatBeginByTheirNamesAreNoRow() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Case study schools")
                .table(
                        new String[] {"School", "What is it like?"},
                        new String[] {"School A", "Rural primary"},
                        new String[] {"School B", "Large secondary"}));
        assertThat(rows(sheet, "evaluation_school"))
                .containsExactly("School A | Rural primary", "School B | Large secondary");
    }

    @Test
    void aSchoolThatIsNamedBelowAnUnknownHeadingIsARowAndNotLost() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "People and places")
                .text("School A: a rural primary", "It is small.")
                .heading(1, "Weather")
                .text("It rained."));
        assertThat(rows(sheet, "evaluation_school")).containsExactly("School A | a rural primary / It is small.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block: It rained.");
    }

    @Test
    void aParagraphAfterImplicationsBelongsToTheNextTheme() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Findings")
                .bold("Finding 1: Leaders matter")
                .text("They open doors.", "Implications: ask them.")
                .bold("Finding 2: Time matters")
                .text("There is none.", "Implications: make some."));
        assertThat(rows(sheet, "evaluation_theme"))
                .containsExactly(
                        "Leaders matter / They open doors. | ask them.", "Time matters / There is none. | make some.");
    }

    @Test
    void paragraphsWithAsManyTabsAreATableAndAListOfContentsIsNone() {
        ScreenedSheet sheet = read(new WordDocument()
                .text("Context\t2", "Activity and data collection\t3", "Conclusion\t5")
                .text("Hub: Uno", "Year: 2022/23")
                .heading(1, "Context")
                .text("We work in two towns.")
                .heading(1, "Data collection")
                .text("3 November 2022\tCall\tNotes", "1 February 2023\tVisit\t\tInterviews")
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_meeting"))
                .containsExactly("2022-11-03 | Call | Notes", "2023-02-01 | Visit | Interviews");
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.")
                .containsEntry("conclusion", "It went well.");
    }

    @Test
    void itemsWithTypedMarksAreItemsAndLinesAfterABreakToo() {
        ScreenedSheet sheet = read(withContext()
                .text("We count:\n-\t7 Developing\n-\t10 Embedding")
                .heading(1, "Themes")
                .text("a)\tLeaders matter.", "b)\tTime matters."));
        assertThat(rows(sheet, "evaluation_theme")).containsExactly("Leaders matter.", "Time matters.");
        assertThat(Desk.only(sheet).get("context").toString())
                .contains("7 Developing")
                .doesNotContain("- 7");
    }

    @Test
    void itemsWithTypedMarksInAWorkbookAreItems() {
        ScreenedSheet sheet = desk.workbook(new Object[][] {
            {"Hub", "Uno"},
            {"Academic year", "2022/23"},
            {},
            {"Activity and data collection"},
            {"- 12.10.22 First meeting"},
            {"- 13.03.23 Second meeting"},
            {},
            {"Themes"},
            {"a) Leaders matter."},
            {"b) Time matters."}
        });
        assertThat(rows(sheet, "evaluation_meeting"))
                .containsExactly("2022-10-12 | First meeting", "2023-03-13 | Second meeting");
        assertThat(rows(sheet, "evaluation_theme")).containsExactly("Leaders matter.", "Time matters.");
    }

    @Test
    void inProseASentenceWithADateIsAnActivity() {
        ScreenedSheet sheet = read(
                withContext()
                        .heading(1, "How we went about it")
                        .text(
                                "The plan came first. On 3 March 2023 we met the leads. We agreed it. In May we asked all of them."));
        assertThat(rows(sheet, "evaluation_meeting"))
                .containsExactly(
                        "2023-03-03 | On 3 March 2023 we met the leads. | We agreed it.",
                        "2023-05 | In May we asked all of them.");
        assertThat(Desk.only(sheet)).containsEntry("data_collection", "The plan came first.");
    }

    @Test
    void aSentenceAboveTheFirstTitleIsToldAndNotTakenForATitle() {
        ScreenedSheet sheet = read(new WordDocument()
                .text("Uno evaluation 2022/23", "We asked how technicians find their way.")
                .heading(1, "Context")
                .text("We work in two towns.")
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).containsExactly("text_in_no_block: We asked how technicians find their way.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Section C \u2013 Conclusion",
                "Part 3: Conclusions and next steps",
                "To conclude",
                "C. Conclusion",
                "In summary"
            })
    void aConclusionIsKnownByManyTitles(String title) {
        ScreenedSheet sheet = read(withContext().bold(title).text("It went well."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet)).containsEntry("conclusion", "It went well.");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Key messages                  | Key message 1: Leaders matter
            Key messages from the schools | Message 1 \u2013 Leaders matter
            What we learned               | Lesson 1. Leaders matter
            What teachers told us         | Insight 1: Leaders matter
            Lessons learnt                | Key finding 1: Leaders matter
            """)
    void aThemeKeepsItsTitleHoweverThemesAreCalled(String title, String theme) {
        ScreenedSheet sheet =
                read(withContext().heading(1, title).heading(2, theme).text("They open doors."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_theme")).containsExactly("Leaders matter / They open doors.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The schools we visited",
                "Who we worked with",
                "The two schools that took part",
                "School profiles"
            })
    void describedSchoolsAreKnownByManyTitles(String title) {
        ScreenedSheet sheet = read(withContext().heading(1, title).text("School A is a rural primary."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_school")).containsExactly("School A | is a rural primary.");
    }
}
