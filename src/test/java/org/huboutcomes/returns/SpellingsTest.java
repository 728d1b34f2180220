package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.Dates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people write into the cells of a return, and what is meant by it.
class SpellingsTest {

    private static final String ENGAGEMENT =
            "Hub,Academic year,URN,School,Postcode,LA,Activity code,Participant reference,Sessions offered,Sessions attended";
    private static final String NAMED = "H1,2022/23,%s,%s,%s,%s,A1,P1,4,3";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private ScreenedSheet attended(String written) {
        return desk.csvSheet(ENGAGEMENT, "H1,2022/23,123456,,,,A1,P1,150,\"%s\"".formatted(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                " 12.0 |12",
                "twelve|12",
                "Twenty-four|24",
                "one hundred and two|102",
                "nil|0",
                "1.2E1|12",
                "0012|12"
            })
    void aCountIsReadAsNumberTextOrWord(String written, int meant) {
        ScreenedSheet sheet = attended(written);
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "sessions_attended")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~30", "30+", "approx 30", "c.30", "c. 30", "about 30", "30ish"})
    void anApproximateCountIsKeptAndAskedAbout(String written) {
        ScreenedSheet sheet = attended(written);
        assertThat(Desk.places(sheet)).containsExactly("approximate_number J2");
        assertThat(Desk.only(sheet, "sessions_attended")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"06-Jun,6,6", "05-Jun,6,5", "06-May,6,5"})
    void aCountThatBecameADateIsReadWhereTheOtherHalfIsBesideIt(String written, int offered, int attended) {
        ScreenedSheet sheet = desk.csvSheet(ENGAGEMENT, "H1,2022/23,123456,,,,A1,P1,%d,%s".formatted(offered, written));
        assertThat(Desk.places(sheet)).containsExactly("count_became_date J2");
        assertThat(Desk.only(sheet, "sessions_attended")).isEqualTo(attended);
    }

    @Test
    void aCountThatBecameAnotherDateIsAskedAbout() {
        ScreenedSheet sheet = desk.csvSheet(ENGAGEMENT, "H1,2022/23,123456,,,,A1,P1,10,06-Jun");
        assertThat(Desk.places(sheet)).containsExactly("count_became_date J2");
        assertThat(Desk.only(sheet)).doesNotContainKey("sessions_attended");
    }

    @Test
    void aCountIsReadWithTheWordThatItsHeadingHas() {
        assertThat(Desk.only(attended("6 sessions"), "sessions_attended")).isEqualTo(6);
        assertThat(Desk.places(attended("6 hrs"))).startsWith("not_a_number J2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "n/a", "not known", "\u2013"})
    void aCountThatIsNotRecordedIsNoneAndAskedFor(String written) {
        ScreenedSheet sheet = attended(written);
        assertThat(Desk.places(sheet)).containsExactly("number_to_come J2");
        assertThat(Desk.rows(sheet).get(0)).doesNotContainKey("sessions_attended");
    }

    @Test
    void aCountThatIsStillToComeIsAskedFor() {
        assertThat(Desk.places(attended("tbc"))).containsExactly("number_to_come J2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven of nine", "3-4", "<5", "1e999999999", "twelvety", "4 or 5", "3.5"})
    void whatIsNoCountIsNeverTakenForOne(String written) {
        assertThat(Desk.places(attended(written))).first().asString().matches("(not_a_number|number_out_of_range) J2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URN 123456",
                "urn: 123456",
                "123 456",
                "8254013",
                "825 / 4013",
                "825\u20134013",
                "DfE no. 825/4013"
            })
    void aSchoolIsKnownInEverySpellingOfItsNumbers(String written) {
        ScreenedSheet sheet = desk.csvSheet(ENGAGEMENT, NAMED.formatted(written, "", "", ""));
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|St. Mary's CofE Primary School|HP11 2AB|",
                "|St Marys C.E. Primary||Buckinghamshire",
                "|Saint Mary\u2019s Church of England Primary School||825",
                "St Mary's CE Primary, hp112ab|||",
                "St Mary's CE Primary (Buckinghamshire)|||"
            })
    void aNameWithItsPlaceProposesASchoolWhichTheHubIsAskedAbout(String urn, String name, String postcode, String la) {
        ScreenedSheet sheet = desk.csvSheet(
                ENGAGEMENT,
                NAMED.formatted(
                        urn == null ? "" : "\"" + urn + "\"",
                        name == null ? "" : name,
                        postcode == null ? "" : postcode,
                        la == null ? "" : la));
        assertThat(Desk.places(sheet)).containsExactly("school_by_name C2");
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|St Mary's CE Primary",
                "St Mary's CE Primary|",
                "n/a|St Mary's CE Primary",
                "tbc|St. Mary's C of E Primary School"
            })
    void aNameThatOneSchoolInTheAreaOfTheHubHasIsProposed(String urn, String name) {
        ScreenedSheet sheet =
                desk.csvSheet(ENGAGEMENT, NAMED.formatted(urn == null ? "" : urn, name == null ? "" : name, "", ""));
        assertThat(Desk.places(sheet)).containsExactly("school_by_name C2");
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @Test
    void aNameThatIsNotFoundIsToldWithTheNearest() {
        ScreenedSheet sheet = desk.csvSheet(ENGAGEMENT, NAMED.formatted("", "St Mary Primary", "", ""));
        assertThat(Desk.places(sheet)).startsWith("school_not_found D2");
        assertThat(KeptSheets.words(sheet, "school_not_found").get(0))
                .containsEntry("place", "the area of H1")
                .containsEntry("nearest", "St Mary's CofE Primary School (123456)");
        assertThat(Desk.places(desk.csvSheet(ENGAGEMENT, NAMED.formatted("Nowhere College", "", "", ""))))
                .startsWith("not_a_urn C2");
    }

    @Test
    void aNameInAnotherPlaceProposesNothing() {
        assertThat(Desk.places(desk.csvSheet(ENGAGEMENT, NAMED.formatted("", "St Mary's CE Primary", "OX1 1AA", ""))))
                .startsWith("school_not_found D2");
    }

    @Test
    void aSchoolByNameIsProposedWhereTheHubStandsAboveTheTable() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,H1,,,",
                "Academic year,2022/23,,,",
                "URN,School,Stage,Status,Reason",
                ",St Mary's CE Primary,Developing,Active,");
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @ParameterizedTest
    @ValueSource(strings = {"St Mary's (123456)", "123456 - St Mary's", "St Mary's 825/4013"})
    void aNumberBesideTheNameInOneCellIsRead(String written) {
        ScreenedSheet sheet = desk.csvSheet(ENGAGEMENT, NAMED.formatted(written, "", "", ""));
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    private static final String OVERALL = "\"Overall, I was satisfied with this activity\"";

    @Test
    void aColumnOfSchoolsIsReadWhereTheUrnIsBlank() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,School," + OVERALL,
                "H1,2022/23,,St Mary's CE Primary,Agree",
                "H1,2022/23,100002,,Agree",
                "H1,2022/23,not sure,Nowhere College,Agree");
        assertThat(Desk.places(sheet)).containsExactly("school_by_name D2", "school_left_open D4");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("urn")).containsExactly(123456, 100002, null);
    }

    @Test
    void aDfENumberIsReadWhereTheUrnIsBlank() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,DfE number,Activity code,Participant reference",
                "H1,2022/23,,825/4013,A1,P1",
                "H1,2022/23,100002,8254012,A1,P2");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("urn")).containsExactly(123456, 100002);
    }

    @Test
    void whatIsNotKnownIsNoTextAndNobody() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Activity code,Participant reference,Participant role,Status",
                "H1,2022/23,123456,A1,P1,N/A,N",
                "H1,2022/23,123456,A1,P2,tbc,No",
                "H1,2022/23,123456,A1,P3,not sure,Y");
        assertThat(Desk.places(sheet))
                .containsExactly(
                        "value_not_known F2",
                        "value_not_known G2",
                        "value_not_known F3",
                        "value_not_known G3",
                        "value_not_known F4");
        assertThat(Desk.rows(sheet))
                .allSatisfy(row -> assertThat(row).doesNotContainKey("role"))
                .extracting(row -> row.get("status"))
                .containsExactly(null, null, "Completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBC", "unknown", "not sure", "N/A"})
    void aPersonWhoIsNotKnownIsNotGivenAPseudonym(String written) {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Activity code,Participant reference",
                "H1,2022/23,123456,A1," + written,
                "H1,2022/23,123456," + written + ",P1");
        assertThat(Desk.places(sheet)).startsWith("missing_value E2", "missing_value D3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NCP 22-05", "NCP22/05", "NCP2205", "ncp22 05", "NCP-22-05", "22-05"})
    void aCodeWithOtherSignsInItIsTheSame(String written) {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Activity code,Participant reference",
                "H1,2022/23,123456,NCP22-05,P1",
                "H1,2022/23,123456," + written + ",P2");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("activity")).containsExactly("NCP22-05", "NCP22-05");
        assertThat(Desk.places(sheet)).containsExactly("value_guessed D3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022/23",
                "2022-23",
                "2022/2023",
                "22/23",
                "AY22/23",
                "AY 2022/23",
                "202223",
                "2022\u201323",
                "2022 to 2023",
                "Academic year 2022/23",
                "Sep 2022 - Jul 2023",
                "2022 / 23"
            })
    void anAcademicYearIsKnownInEverySpelling(String written) {
        assertThat(AcademicYear.parse(written)).contains(new AcademicYear(2022));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01.03.2023|2023-03-01",
                "1st March 2023|2023-03-01",
                "1 Mar 23|2023-03-01",
                "Wednesday 1 March 2023|2023-03-01",
                "March 1, 2023|2023-03-01",
                "01-Mar-2023|2023-03-01",
                "01/03/2023 09:30|2023-03-01",
                "2023-03-01T09:30:00Z|2023-03-01"
            })
    void aDateIsKnownInEverySpelling(String written, java.time.LocalDate meant) {
        assertThat(Dates.read(text(written), null).value()).isEqualTo(meant);
    }

    @Test
    void aDateAsAmericansWriteItIsRefusedWithWhatMayBeMeant() {
        CellReading reading = Dates.read(text("11/28/2022"), null);
        assertThat(reading.value()).isNull();
        assertThat(reading.remark().words()).containsEntry("nearest", "28/11/2022");
    }

    @Test
    void aDateOutsideItsYearIsKeptAndAskedAboutWithTheOneThatMayBeMeant() {
        AcademicYear year = new AcademicYear(2022);
        CellReading reading = Dates.read(text("28/11/23"), year);
        assertThat(reading.value()).isEqualTo(java.time.LocalDate.of(2023, 11, 28));
        assertThat(reading.remark().rule()).isEqualTo(Rule.DATE_OUTSIDE_YEAR);
        assertThat(reading.remark().words()).containsEntry("meant", "28/11/2022");
        assertThat(Dates.read(text("11/01/23"), year).remark()).isNull();
        assertThat(Dates.read(text("29/02/24"), year).remark().words()).containsEntry("meant", "28/02/2023");
    }

    private static org.huboutcomes.spreadsheets.model.Cell text(String text) {
        return new org.huboutcomes.spreadsheets.model.Cell.Text(text);
    }
}
