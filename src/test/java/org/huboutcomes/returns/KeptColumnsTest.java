package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.given;
import static org.huboutcomes.returns.KeptSheets.remarks;

import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.conversion.Conversion;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.People;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What single columns and rows of the lists of hubs mean.
class KeptColumnsTest {

    private static final String OVERALL = "Overall, I was satisfied with this activity";

    private final KeptSheets kept;

    KeptColumnsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"First name | Surname", "Forename | Surname", "Teacher first name | Teacher last name"})
    void twoPeopleOfOneSchoolWhoShareAFirstNameAreTwo(String headings) {
        ConvertedTable table = kept.converted(
                "names.xlsx",
                "Northtown Maths Hub 2022/23 AB22-01",
                "URN | School | " + headings + " | Attended",
                "200001 | Green Lane School | Sarah | Example | 3",
                "200001 | Green Lane School | Sarah | Sample | 4",
                "200002 | Mill Road Infant School | Jo | Sample | 4");
        assertThat(column(table, "participant")).doesNotHaveDuplicates().allMatch(one -> one.startsWith("P-"));
        assertThat(table.personal()).containsExactly(2, 3);
        assertThat(remarks(table, "unknown_column")).isEmpty();
    }

    @Test
    void attendanceInPercentIsAShareOfTheSessions() {
        ConvertedTable table = kept.converted(
                "share.xlsx",
                "Northtown Maths Hub 2022/23 AB22-01",
                "URN | School | Delegate | Sessions | Attendance %",
                "200001 | Green Lane School | D1 | 6 | 67",
                "200002 | Mill Road Infant School | D2 | 6 | 0.5");
        assertThat(column(table, "sessions_attended")).containsExactly("67%", "50%");
    }

    @ParameterizedTest
    @CsvSource({"1 = very satisfied, true", "1 = very dissatisfied, false"})
    void aQuestionThatCountsFromTheOtherEndIsLeftOut(String first, boolean isLeftOut) {
        String question = "Overall how satisfied were you with this activity? (" + first + ")";
        ConvertedTable table = kept.converted(
                "survey.xlsx",
                "Northtown Maths Hub 2022/23",
                "URN of your school | Response ID | Would you recommend us | " + question
                        + " | I trust the hub for advice on teaching",
                "200001 | r1 | Yes | 1 | Agree",
                "200002 | r2 | Yes | 2 | Agree");
        assertThat(column(table, "overall").contains("1")).isEqualTo(!isLeftOut);
        assertThat(remarks(table, "other_direction")).hasSize(isLeftOut ? 1 : 0);
    }

    @Test
    void aQuestionInTwoBranchesOfAFormIsOne() {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | Response ID | " + OVERALL
                        + " | Overall, how satisfied were you with the Work Group?",
                "N1 | 2022/23 | r1 | Agree | ",
                "N1 | 2022/23 | r2 |  | Very satisfied",
                "N1 | 2022/23 | r3 |  | Fairly satisfied");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("overall")).containsExactly(4, 5, 4);
        assertThat(Desk.rules(sheet)).isEmpty();
    }

    @Test
    void twoQuestionsThatOnePersonAnswersAreNotJoined() {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | Response ID | " + OVERALL
                        + " | Overall, how satisfied were you with the Work Group?",
                "N1 | 2022/23 | r1 | Agree | Fairly satisfied",
                "N1 | 2022/23 | r2 |  | Very satisfied");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("overall")).containsExactly(4, null);
        assertThat(Desk.places(sheet)).containsExactly("second_heading E1");
    }

    @Test
    void stageAndStatusOfOneYearAreOneRow() {
        ConvertedTable table = kept.converted(
                "years.xlsx",
                "Northtown Maths Hub",
                "URN | School | Stage 2020/21 | Status 2020/21 | Stage 2021/22 | Status 2021/22",
                "200001 | Green Lane School | Developing | Active | Embedding | Paused",
                "200002 | Mill Road Infant School |  |  | Developing | Active");
        assertThat(column(table, "time_period")).containsExactly("2020/21", "2021/22", "2021/22");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding", "Developing");
        assertThat(column(table, "status")).containsExactly("Active", "Paused", "Active");
    }

    @ParameterizedTest
    @CsvSource({
        "LLME,Facilitator",
        "Mastery Specialist,Facilitator",
        "Work Group Lead,Facilitator",
        "Hub co-ordinator,Coordinator"
    })
    void theRolesOfLeadsAreKnownAsHubsCallThem(String written, String role) {
        ScreenedSheet sheet = kept.sheet(
                "leads.xlsx", "Hub | Academic year | Lead reference | Lead role", "N1 | 2022/23 | L1 | " + written);
        assertThat(Desk.only(sheet, "role")).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"60%,0.6", "0.6 FTE,0.6", "0.6,0.6", "100%,1"})
    void aPartOfAFullPostIsReadHoweverItIsWritten(String written, String meant) {
        ScreenedSheet sheet = kept.sheet(
                "leads.xlsx",
                "Hub | Academic year | Lead reference | Lead role | FTE",
                "N1 | 2022/23 | L1 | Facilitator | " + written);
        assertThat((java.math.BigDecimal) Desk.only(sheet, "fte")).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Average", "Mean", "Primary total", "Secondary schools total", "1. Joined late in the year"})
    void aRowThatAddsUpOrExplainsOthersIsAside(String label) {
        ScreenedSheet sheet = kept.sheet(
                "delivery.xlsx",
                "Hub | Academic year | Activity code | Places offered | Places filled",
                "N1 | 2022/23 | AB22-01 | 12 | 10",
                "N1 | 2022/23 | AB22-02 | 14 | 12",
                label.startsWith("1.") ? " | | " + label : label + " | | | 13 | 11");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new RowCounts(3, 2, 0, 0, 1));
    }

    @Test
    void aLabelThatIsSaidOfTheFileIsNoValueOfItsRows() {
        ScreenedSheet sheet = kept.sheet(
                "engagement.xlsx",
                "Status | Final",
                "Role | Data manager",
                "Hub | Northtown Maths Hub (North)",
                "Academic year | 2022/23",
                "URN | Activity code | Participant reference",
                "200001 | AB22-01 | D1");
        assertThat(Desk.only(sheet)).doesNotContainKeys("status", "role").containsEntry("hub", "N1");
        assertThat(Desk.places(sheet)).containsExactly("value_guessed B3");
    }

    @Test
    void datesOnWhichSchoolsAreExpectedBackDoNotTellTheYear() {
        ConvertedTable table = kept.converted(
                "Northtown.xlsx",
                "URN | School | Stage of TfM | Joined on | Expected return",
                "200001 | Green Lane School | Developing | 12/10/2021 | 01/09/2023",
                "200002 | Mill Road Infant School | Developing | 12/10/2021 | 01/09/2023",
                "200003 | St Ann's Primary School | Developing | 11/11/2021 | 01/09/2023");
        assertThat(given(table)).containsExactly("N1", "2021/22");
    }

    @Test
    void rowsThatAFilterHidesAreAskedAbout() {
        ConvertedTable table = kept.converted(
                "tracker.xlsx",
                "Northtown Maths Hub 2022/23",
                "URN | School | Stage of TfM",
                "200001 | Green Lane School | Developing",
                "~200002 | Mill Road Infant School | Developing",
                "200003 | St Ann's Primary School | Developing");
        assertThat(remarks(table, "hidden_rows")).containsExactly("A4 null");
        assertThat(table.lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tracker (updated by Sarah Jones)",
                "Prepared by: Sarah Jones",
                "Hub register, contact Sarah Jones, 2022/23",
                "Led by Sarah Jones and others"
            })
    void whoWroteATitleIsNotKept(String title) {
        assertThat(People.withoutNames(title)).doesNotContain("Sarah").contains("(name left out)");
    }

    @Test
    void columnsOfPeopleAreTheSameOnEverySheet() {
        List<Row> rows = List.of(
                row(1, "School", "Staff", "LLME", "Colleagues involved", "Number of teachers", "Contact"),
                row(2, "Green Lane School", "SJ", "TP", "Sam", "4", "x"),
                row(3, "Mill Road Infant School", "AK", "TP", "Jo", "2", "x"));
        assertThat(Conversion.columnsOfPeople(rows, Desk.TYPES)).contains(1, 2, 5);
    }

    private static Row row(int number, String... texts) {
        return new Row(
                number,
                false,
                List.of(texts).stream().map(text -> (Cell) new Cell.Text(text)).toList());
    }

    @Test
    void workGroupsOnTabsOfTheirOwnAreNamedByTheirTabs() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("AB22-01", "URN | School | Delegate | Attended", "200001 | Green Lane School | D1 | 3"),
                Page.of("AB22-02", "URN | School | Delegate | Attended", "200002 | Mill Road Infant School | D2 | 3"));
        assertThat(file.sheets())
                .extracting(sheet -> column(sheet.converted(), "activity"))
                .containsExactly(List.of("AB22-01"), List.of("AB22-02"));
    }
}
