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

    @Test
    void aNameAloneOrInAnotherPlaceProposesNothing() {
        assertThat(Desk.places(desk.csvSheet(ENGAGEMENT, NAMED.formatted("", "St Mary's CE Primary", "", ""))))
                .startsWith("missing_value C2");
        assertThat(Desk.places(desk.csvSheet(ENGAGEMENT, NAMED.formatted("", "St Mary's CE Primary", "OX1 1AA", ""))))
                .startsWith("missing_value C2");
        assertThat(Desk.places(desk.csvSheet(ENGAGEMENT, NAMED.formatted("St Mary's CE Primary", "", "", ""))))
                .startsWith("not_a_urn C2");
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
