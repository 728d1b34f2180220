package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.remarks;
import static org.huboutcomes.returns.KeptSheets.words;

import java.nio.file.Path;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Habits of people who keep lists by hand: marks for the row above, odd spellings of numbers, a word among ticks.
class KeptHabitsTest {

    private static final String ENGAGEMENT =
            "Hub | Academic year | URN | Activity code | Participant reference | Sessions offered | Sessions attended";

    private final Path folder;
    private final KeptSheets kept;

    KeptHabitsTest(@TempDir Path folder) {
        this.folder = folder;
        this.kept = new KeptSheets(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "ditto", "do.", "As above", "\u201d", "\u3003"})
    void aMarkForTheRowAboveIsNoCodeAndTheValueAboveIsProposed(String mark) {
        ScreenedSheet sheet = kept.sheet(
                "engagement.xlsx",
                ENGAGEMENT,
                "N1 | 2022/23 | 200001 | AB22-01 | P1 | 6 | 6",
                "N1 | 2022/23 | 200002 | " + mark + " | P2 | 6 | 5",
                "N1 | 2022/23 | 200003 | " + mark + " | P3 | 6 | 4");
        assertThat(sheet.claims()).allSatisfy(claim -> assertThat(claim.rows()).isEmpty());
        assertThat(words(sheet, "same_as_above"))
                .hasSize(2)
                .allSatisfy(words -> assertThat(words).containsEntry("nearest", "AB22-01"));
    }

    @Test
    void aMarkForTheRowAboveIsFilledInWhereTheSheetGoesBackConverted() {
        ConvertedTable table = kept.converted(
                "N1 2022-23.xlsx",
                "School | URN | Stage of TfM | Current status",
                "Green Lane School | 200001 | Embedding (1) | Active",
                "Mill Road Infant School | 200002 | As above | \"",
                "St Ann's Primary School | 200003 | \" | Paused");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Embedding", "Embedding");
        assertThat(column(table, "status")).containsExactly("Active", "Active", "Paused");
        assertThat(remarks(table, "value_guessed"))
                .containsExactly("C2 Embedding (1)", "C3 As above", "D3 \"", "C4 \"");
    }

    @Test
    void aFewCellsAmongTicksThatAreNoneAreAskedAbout() {
        ConvertedTable table = kept.converted(
                "matrix.xlsx",
                "Northtown 2022/23",
                "School | URN | Lead teacher | AB22-01 Number Sense | AB22-02 Mastery | AB22-03 Bridging",
                "Green Lane School | 200001 | A Leeson | \u2713 | \u2713 |",
                "Mill Road Infant School | 200002 | B Carlow | | \u2713 | \u2713",
                "St Ann's Primary School | 200003 | C Dray | 2 | \u2713 |");
        assertThat(table.type().name()).isEqualTo("engagement");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-02", "AB22-02", "AB22-03", "AB22-02");
        assertThat(remarks(table, "tick_unknown")).containsExactly("D5 2");
    }

    @Test
    void aStageIsKnownByItsValuesThoughOneIsNotKnown() {
        ConvertedTable table = kept.converted(
                "schools.xlsx",
                "Hub: | N1",
                "Year | 2022-23",
                "Sch No | Estab name | DfE no. | TfM yr",
                "1 | Green Lane | 200001 | Embedding",
                "2 | Mill Road | 200002 | Sustaining",
                "3 | St Ann's | 200003 | n/a");
        assertThat(table.type().name()).isEqualTo("pathway");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Sustaining", "n/a");
    }

    @Test
    void aRegisterWithARowForEachPersonAndSessionIsCounted() {
        ConvertedTable table = kept.converted(
                "N1 sessions.xlsx",
                "Date | Activity code | School | URN | Teacher | Present",
                "05/10/2022 | AB22-01 | Green Lane School | 200001 | Kate Black | Y",
                "23/11/2022 | AB22-01 | Green Lane School | 200001 | Kate Black | N",
                "05/10/2022 | AB22-01 | Mill Road Infant School | 200002 | Paul Green | Y",
                "23/11/2022 | AB22-01 | Mill Road Infant School | 200002 | Paul Green | Y");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
        assertThat(column(table, "sessions_offered")).containsExactly("2", "2");
        assertThat(column(table, "sessions_attended")).containsExactly("1", "2");
        assertThat(column(table, "status")).containsOnly("");
        assertThat(remarks(table, "rows_counted")).hasSize(2);
        assertThat(table.rowsRead()).isEqualTo(4);
        assertThat(KeptSheets.given(table)).containsExactlyInAnyOrder("N1", "2022/23");
    }

    @Test
    void theYearInWhichSomethingElseHappenedIsNotTheYearOfARow() {
        ConvertedTable table = kept.converted(
                "tracker.xlsx",
                "Northtown tracker",
                "School | URN | Year joined | Academic yr | TfM stage now | Status",
                "Green Lane School | 200001 | 2019-20 | 21/22 | Developing | Active",
                "Mill Road Infant School | 200002 | 2020-21 | 22/23 | Embedding | Active");
        assertThat(column(table, "time_period")).containsExactly("21/22", "22/23");
    }

    @Test
    void aListThatNamesItsSchoolsHasHeadingsEnoughToBeNoForm() {
        ScreenedSheet sheet = kept.sheet(
                "pathway.xlsx",
                "Hub | Academic year | School | LA | Stage | Status | Reason",
                "N1 | 2022/23 | Green Lane School | | Developing | Active |",
                "N1 | 2022/23 | Mill Road Infant School | | Embedding | Paused | staff");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.CONVERTED);
        assertThat(sheet.type().name()).isEqualTo("pathway");
    }

    @Test
    void aListOfSchoolsIsNoSummaryOfTotals() {
        ScreenedSheet sheet = kept.sheet(
                "Northtown 2022-23.xlsx",
                "School (URN) | Contact | Phase | Attended?",
                "Green Lane School (200001) | Kate Black | Primary | Yes",
                "Mill Road Infant School (200002) | Paul Green | Primary | No");
        assertThat(sheet.type() == null ? "" : sheet.type().name()).isNotEqualTo("stated_total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 (83%)", "5 [1 online]"})
    void theNumberBeforeANoteIsNamedAsTheNearest(String written) {
        assertThat(nearestNumber(written)).isEqualTo("5");
    }

    @Test
    void whereAllAreSaidToHaveComeTheNearestIsTheirNumber() {
        assertThat(nearestNumber("all")).isEqualTo("6");
    }

    private String nearestNumber(String written) {
        ScreenedSheet sheet =
                kept.sheet("engagement.xlsx", ENGAGEMENT, "N1 | 2022/23 | 200001 | AB22-01 | P1 | 6 | " + written);
        return words(sheet, "not_a_number").get(0).get("nearest");
    }

    @Test
    void previewsAreLeftOutOfAConvertedWorkbookAndTold() {
        ConvertedTable table = kept.converted(
                "survey.xlsx",
                "Response Type | Finished | Hub | Academic year | URN | How satisfied were you with the Work Group overall?",
                "IP Address | True | N1 | 2022/23 | 200001 | Satisfied",
                "Survey Preview | True | N1 | 2022/23 | 200002 | Satisfied",
                "IP Address | False | N1 | 2022/23 | 200003 | Satisfied");
        assertThat(column(table, "urn")).containsExactly("200001");
        assertThat(remarks(table, "answers_set_aside")).hasSize(2);
    }

    @Test
    void headingsThatAPlatformAddsAreNoColumnsWithoutHeadings() {
        ConvertedTable table = kept.converted(
                "survey.xlsx",
                "Respondent ID | Collector ID | Start Date | Please state your hub below | URN | To what extent do you agree? |",
                " | | | Open-Ended Response | Open-Ended Response | Overall, I was satisfied with this activity | I like this activity",
                "1180001 | 430 | 06/20/2023 03:01:00 PM | N1 | 200001 | Agree | Agree",
                "1180002 | 430 | 06/21/2023 03:01:00 PM | N1 | 200002 | Agree | Agree");
        assertThat(remarks(table, "column_without_heading")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"825.4012", "LA 825 Est 4012", "825_4012", "LA: 825 Estab No: 4012", "LAESTAB:825/4012"})
    void aLaestabIsReadInEverySpelling(String written) {
        ScreenedSheet sheet = new Desk(folder)
                .csvSheet("Hub,Academic year,URN,Stage,Status", "H1,2022/23," + written + ",Developing,Active");
        assertThat(Desk.only(sheet, "urn")).isEqualTo(100_002);
    }

    /// Last year's file was copied, and its title or its name was left as it was.
    @ParameterizedTest
    @CsvSource({
        "Engagement 2022/23, engagement 2021-22.xlsx, missing_heading",
        "Engagement 2021/22, engagement 2022-23.xlsx, missing_heading",
        "Engagement, engagement 2022-23.xlsx, value_from_elsewhere",
        "Engagement 2022/23, engagement.xlsx, value_from_elsewhere",
        "Engagement 2022/23, engagement 2022-23.xlsx, value_from_elsewhere"
    })
    void aTitleAndAFileNameOfDifferentYearsLeaveTheYearOpen(String title, String file, String rule) {
        ScreenedSheet sheet = kept.sheet(
                file,
                title,
                "Hub | URN | Activity code | Participant reference | Status",
                "N1 | 200002 | AB22-01 | T1 | Completed");
        assertThat(Desk.rules(sheet)).containsExactly(rule);
    }
}
