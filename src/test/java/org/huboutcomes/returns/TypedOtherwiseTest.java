package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.given;
import static org.huboutcomes.returns.KeptSheets.remarks;
import static org.huboutcomes.returns.KeptSheets.words;

import java.nio.file.Path;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values and headings that are typed in another way than the one that the returns ask for, and can only mean one
/// thing.
class TypedOtherwiseTest {

    private static final String SURVEY =
            "Response ID,Completion time,Hub,URN,\"Overall, I was satisfied with this activity\",How likely are you to recommend this hub to a colleague?";

    private final Desk desk;
    private final KeptSheets kept;

    TypedOtherwiseTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
        this.kept = new KeptSheets(folder);
    }

    @ParameterizedTest
    @CsvSource({"😀 Strongly agree, 5", "Agree 🙂, 4", "✅ Disagree, 2", "⭐ Neutral, 3"})
    void aPictureBesideALabelIsNoPartOfIt(String answer, int point) {
        ScreenedSheet sheet = desk.csvSheet(SURVEY + ",Academic year", "1,,H1,123456," + answer + ",9,2022/23");
        assertThat(Desk.only(sheet, "overall")).isEqualTo(point);
    }

    @Test
    void starsAloneAreNoLabel() {
        ScreenedSheet sheet = desk.csvSheet(SURVEY + ",Academic year", "1,,H1,123456,★★★☆☆,9,2022/23");
        assertThat(Desk.rules(sheet)).contains("other_scale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 Jun 2023",
                "20 June 2023 14:05",
                "\"Tue, 20 Jun 2023\"",
                "\"Jun 20, 2023 2:05 PM\"",
                "2023-06-20",
                "20/06/2023"
            })
    void aDayInWordsTellsTheYearAndTheTimeOfAnAnswer(String day) {
        ScreenedSheet sheet = desk.csvSheet(SURVEY, "1," + day + ",H1,123456,Agree,9");
        assertThat(Desk.only(sheet)).containsEntry("time_period", 202223);
        assertThat(Desk.only(sheet, "completed").toString()).startsWith("2023-06-20T");
    }

    @Test
    void lettersOfAnotherAlphabetThatLookTheSameAreTheSame() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Activity code,Participant reference,Status",
                "H1,2022/23,123456,MА22-01,T1,Сompleted");
        assertThat(Desk.only(sheet)).containsEntry("activity", "MA22-01").containsEntry("status", "Completed");
    }

    @Test
    void lettersInPlaceOfDigitsAreRefusedWithTheNumberThatIsMeant() {
        ScreenedSheet sheet = kept.sheet(
                "engagement.xlsx",
                "Hub | Academic year | URN | Activity code | Participant reference | Sessions attended",
                "N1 | 2022/23 | 2OOOO2 | AB22-01 | T1 | l");
        assertThat(words(sheet, "not_a_urn").get(0)).containsEntry("nearest", "200002");
        assertThat(words(sheet, "not_a_number").get(0)).containsEntry("nearest", "1");
    }

    @Test
    void aNumberThatNoSchoolHasIsRefusedWithTheSchoolThatTheRowNames() {
        ScreenedSheet sheet = kept.sheet(
                "pathway.xlsx",
                "Hub | Academic year | URN | School | Stage | Status",
                "N1 | 2022/23 | 299999 | Green Lane School | Developing | Active");
        assertThat(words(sheet, "unknown_urn").get(0).get("nearest")).startsWith("Green Lane School (200001)");
    }

    @ParameterizedTest
    @CsvSource({"'0,4', 0.4", "'0,05', 0.05", "'0,25', 0.25"})
    void aDecimalCommaIsAPoint(String written, String value) {
        ScreenedSheet sheet =
                desk.csvSheet("Hub;Academic year;Lead reference;Lead role;FTE", "H1;2022/23;L1;Facilitator;" + written);
        assertThat(Desk.only(sheet, "fte").toString()).isEqualTo(value);
    }

    @Test
    void ofStagesOfTwoMonthsTheLaterHolds() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "School | URN | Stage (July 23) | Stage (Sept 22) | Status",
                "Green Lane School | 200001 | Embedding | Developing | Active",
                "Mill Road Infant School | 200002 | | Embedding | Active");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Embedding");
        assertThat(remarks(table, "columns_of_terms")).isNotEmpty();
    }

    @Test
    void ofStagesAtTheStartAndTheEndOfTheYearTheEndHolds() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "School | URN | Stage (start of year) | Stage (end of year) | Status",
                "Green Lane School | 200001 | Developing | Embedding | Active");
        assertThat(column(table, "stage")).containsExactly("Embedding");
    }

    @Test
    void countsOfMonthsAreNotAddedUp() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "Hub | Year | NCP | Activity | Places offered | Recruited (Oct 22) | Recruited (Feb 23)",
                "N1 | 2022/23 | AB22-01 | Mastery | 30 | 12 | 20");
        assertThat(column(table, "places_filled")).doesNotContain("32");
        assertThat(words(
                        kept.sheet(
                                "Northtown 2022-23.xlsx",
                                "Hub | Year | NCP | Activity | Places offered | Recruited (Oct 22) | Recruited (Feb 23)",
                                "N1 | 2022/23 | AB22-01 | Mastery | 30 | 12 | 20"),
                        "second_heading"))
                .hasSize(1)
                .allSatisfy(words -> assertThat(words).containsEntry("may", "may"));
    }

    @Test
    void numbersOfTeachersByYearAreNoReferences() {
        ScreenedFile file = kept.read(
                "teachers.xlsx",
                KeptSheets.Page.of(
                        "Sheet1",
                        "Northtown",
                        "School | URN | Teachers 2021/22 | Teachers 2022/23",
                        "Green Lane School | 200001 | 3 | 4",
                        "Mill Road Infant School | 200002 | 2 | 1"));
        assertThat(file.findings()).extracting(finding -> finding.rule()).containsExactly("pivot_of_rows");
    }

    @Test
    void numbersOfTeachersBesideTheirWorkGroupAskForTheListOfThem() {
        ScreenedFile file = kept.read(
                "teachers.xlsx",
                KeptSheets.Page.of(
                        "Sheet1",
                        "Northtown 2022/23",
                        "School | URN | Work group code | No. of teachers",
                        "Green Lane School | 200001 | AB22-01 | 4",
                        "Mill Road Infant School | 200002 | AB22-01 | 1"));
        assertThat(file.sheets()).noneMatch(sheet -> sheet.status() == ScreenedSheet.Status.CONVERTED);
        assertThat(file.findings()).extracting(finding -> finding.rule()).containsExactly("pivot_of_rows");
    }

    @Test
    void aRegisterOfOneSessionSaysWhoWasThere() {
        ConvertedTable table = kept.converted(
                "N1.xlsx",
                "Northtown 2022/23",
                "AB22-02 Mastery",
                "School (URN) | Contact | Phase | Attended?",
                "Green Lane School (200001) | Kate Black | Primary | Yes",
                "Mill Road Infant School (200002) | Paul Green | Primary | No");
        assertThat(table.type().name()).isEqualTo("engagement");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
        assertThat(column(table, "participant")).allMatch(reference -> reference.startsWith("P-"));
        assertThat(column(table, "sessions_offered")).containsExactly("1", "1");
        assertThat(column(table, "sessions_attended")).containsExactly("1", "0");
        assertThat(remarks(table, "school_not_found")).isEmpty();
        assertThat(given(table)).contains("N1", "2022/23");
    }

    @Test
    void aRowThatNamesAnotherSchoolThanItsNumberIsAskedAbout() {
        ScreenedSheet sheet = kept.sheet(
                "pathway.xlsx",
                "Hub | Academic year | URN | School | Stage | Status",
                "N1 | 2022/23 | 200002 | Green Lane School | Developing | Active",
                "N1 | 2022/23 | 200001 | Mill Road Infants | Developing | Active",
                "N1 | 2022/23 | 200003 | St. Anns Primary | Developing | Active",
                "N1 | 2022/23 | 200004 | Our nursery | Developing | Active");
        assertThat(Desk.places(sheet))
                .contains("school_by_name C2")
                .doesNotContain("school_by_name C4", "school_by_name C5");
        assertThat(words(sheet, "school_by_name").get(0)).containsEntry("urn", "200001");
        assertThat(Desk.rows(sheet)).hasSize(4);
    }
}
