package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final String PATHWAY = "Hub,Academic year,URN,School,Stage,Status,Reason,Expected return";
    private static final String GOOD = "H1,2022/23,123456,A School,Developing,Active,,";
    private static final String SURVEY =
            "Hub,Academic year,URN,Activity code,Response ID,\"Overall, I was satisfied with this activity\"";

    private static final List<String> ASIDE = List.of("", "Total,,,,,,,", PATHWAY, "* provisional");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void everyRowHasItsFateAndAllAddUp() {
        ScreenedSheet sheet = desk.csvSheet(
                "Pathway return of the hub",
                "",
                PATHWAY,
                GOOD,
                GOOD,
                "",
                "H1,2022/23,123456,A School,Embedding,Active,,",
                "H1,2022/23,123456,A School,Embedding,Paused,,",
                "H1,2022/23,123456,A School,Sustaining,Active,,",
                "H1,2022/23,123456,A School,Sustaining,Left,,",
                "H1,2022/23,123456,A School,Developing,Paused,,",
                "H1,2022/23,123456,A School,Developing,Left,,",
                "H1,2022/23,123456,A School,Embedding,Left,,",
                "H1,2022/23,123456,A School,Sustaining,Paused,,",
                "H1,2022/23,100002,B School,Developing,Active,,",
                "Subtotal,,,,10,,,",
                PATHWAY,
                "H1,2022/23,999999,No School,Developing,Active,,",
                "Total,,,,10,,,",
                "Note: a school may hold two places",
                "",
                "");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(17, 10, 1, 1, 5));
        assertThat(Desk.places(sheet)).containsExactly("unknown_urn C18");
        assertThat(sheet.claims().get(0).rows().get(0).number()).isEqualTo(4);
    }

    @Test
    void labelsAboveTheTableHoldForEveryRow() {
        ScreenedSheet sheet = desk.workbook(
                new Object[] {"Pathway return"},
                new Object[] {"Hub", "Hub One"},
                new Object[] {"Academic year:", "2022/23"},
                new Object[] {},
                new Object[] {"URN", "Stage", "Status"},
                new Object[] {123456, "Developing", "Active"});
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet))
                .containsExactly(Map.of(
                        "hub", "H1", "time_period", 202223, "urn", 123456, "stage", "Developing", "status", "Active"));
        assertThat(sheet.claims().get(0).rows().get(0).number()).isEqualTo(6);
    }

    @Test
    void aWrongLabelHoldsTheSheetAndIsToldOnce() {
        ScreenedSheet sheet = desk.csvSheet("Hub,Atlantis", "Academic year,2022/23", "URN,Stage,Status", "1,2,3");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(Desk.places(sheet)).containsExactly("unknown_hub B1");
    }

    @Test
    void aLabelThatIsOnlyAskedAboutDoesNotClaimThatTheSheetWasNotRead() {
        ScreenedSheet sheet =
                desk.csvSheet("Hub,H1", "Academic year,2022", "URN,Stage,Status", "123456,Developing,Active");
        assertThat(sheet.tally().accepted()).isEqualTo(1);
        assertThat(Desk.places(sheet)).containsExactly("year_alone B2");
        assertThat(sheet.findings().get(0).text().words()).containsEntry("happened", "The sheet was kept");
    }

    @Test
    void labelsAndHeadingsWithoutRowsAreANilReturn() {
        ScreenedSheet sheet = desk.csvSheet("Hub,H1", "Academic year,2022/23", "URN,Stage,Status");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(sheet.claims()).containsExactly(new Claim("H1", 202223, List.of()));
        assertThat(sheet.tally()).isEqualTo(RowCounts.NONE);
    }

    @Test
    void headingsWithoutRowsOrLabelsAreANilReturnOfNobody() {
        ScreenedSheet sheet = desk.csvSheet(PATHWAY);
        assertThat(sheet.claims()).isEmpty();
        assertThat(Desk.rules(sheet)).containsExactly("nil_return_of_nobody");
    }

    @Test
    void headingsAreKnownBySynonymInAnyOrderAndPunctuation() {
        ScreenedSheet sheet = desk.csvSheet(
                "current STATUS:,TfM  stage*,DfE URN.,Name of school,AY,Maths\u00A0Hub",
                "Active,Developing,123456,A School,22/23,Uno");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "hub")).isEqualTo("H1");
        assertThat(Desk.only(sheet, "stage")).isEqualTo("Developing");
    }

    @Test
    void aCurlyApostropheInAnAnswerIsTheStraightOne() {
        ScreenedSheet sheet = desk.csvSheet(SURVEY, "H1,2022/23,,A1,r1,Don\u2019t know");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet).get(0)).doesNotContainKey("overall");
    }

    @Test
    void ofTwoHeadingsForOneFieldTheOneTheCatalogueListsFirstIsRead() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub name,Hub code,Academic year,URN,Stage,Status",
                "As the hub calls itself,H1,2022/23,123456,Developing,Active");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.only(sheet, "hub")).isEqualTo("H1");
    }

    @Test
    void aMissingHubHoldsTheSheetAndIsAskedForInBothWays() {
        ScreenedSheet sheet = desk.csvSheet("Academic year,URN,Stage,Status", "2022/23,123456,Developing,Active");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(Desk.places(sheet)).containsExactly("missing_heading A1");
        assertThat(sheet.findings().get(0).text().words()).containsEntry("above", "Hub and its name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", "123456.0", "123456.00", " 123456 ", "\u00A0123456\u00A0", "825/4013", "825 4013"})
    void aSchoolIsKnownInEverySpelling(String written) {
        ScreenedSheet sheet = desk.csvSheet(PATHWAY, GOOD.replace("123456", written));
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @Test
    void aSchoolIsKnownAsNumberAndAsTextOfAWorkbook() {
        Object[] headings = PATHWAY.split(",");
        Object[] number = {"H1", "2022/23", 123456, "A School", "Developing", "Active"};
        Object[] text = {"H1", 202223, "123456", "A School", "Embedding", "Active"};
        assertThat(Desk.rows(desk.workbook(headings, number, text)))
                .extracting(row -> row.get("urn"))
                .containsExactly(123456, 123456);
    }

    @ParameterizedTest
    @CsvSource({
        "2020/21, 8254012, 100001",
        "2020/21, 825/4012, 100001",
        "2022/23, 825-4012, 100002",
        "2022/23, 825 4012, 100002"
    })
    void aSharedLaestabMeansTheSchoolOpenInTheYear(String year, String written, int urn) {
        ScreenedSheet sheet =
                desk.csvSheet(PATHWAY, GOOD.replace("2022/23", year).replace("123456", written));
        assertThat(Desk.only(sheet, "urn")).isEqualTo(urn);
    }

    @ParameterizedTest
    @CsvSource({"12345678, not_a_urn", "654321, unknown_urn", "825/9999, unknown_urn", "see above, not_a_urn"})
    void whatIsNoSchoolOfTheRegisterIsNeverTakenForOne(String written, String rule) {
        ScreenedSheet sheet = desk.csvSheet(PATHWAY, GOOD.replace("123456", written));
        assertThat(Desk.places(sheet)).startsWith(rule + " C2");
        assertThat(Desk.rows(sheet)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985", "2095", "1900", "2099"})
    void aYearAloneThatNoAcademicYearStartsInIsAFindingAndNoFault(String year) {
        ScreenedSheet sheet = desk.csvSheet(PATHWAY, GOOD.replace("2022/23", year));
        assertThat(Desk.places(sheet)).startsWith("year_not_understood B2");
    }

    @Test
    void aYearAloneIsAskedAboutAndKept() {
        ScreenedSheet sheet = desk.csvSheet(PATHWAY, GOOD.replace("2022/23", "2022"));
        assertThat(Desk.only(sheet, "time_period")).isEqualTo(202223);
        assertThat(Desk.places(sheet)).containsExactly("year_alone B2");
    }

    @ParameterizedTest
    @CsvSource({"03/04/2021, 2021-04-03", "3.4.21, 2021-04-03", "2021-04-03, 2021-04-03", "28-11-2023, 2023-11-28"})
    void daysComeBeforeMonths(String written, LocalDate meant) {
        assertThat(Desk.only(linkOf(written), "link_date")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/25/2021", "04/31/2021", "31/02/2021", "25 December"})
    void noDateIsEverReadAsAmericansWriteIt(String written) {
        assertThat(Desk.places(linkOf(written))).startsWith("not_a_date D2");
    }

    private ScreenedSheet linkOf(String date) {
        return desk.csvSheet("URN,LinkURN,LinkType,LinkEstablishedDate", "100001,100002,Successor," + date);
    }

    @Test
    void tenInAHundredWrongRowsAreLeftOutAndTheRestIsLoaded() {
        ScreenedSheet sheet = desk.csvSheet(rowsWith(20, 2));
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(20, 18, 2, 0, 0));
    }

    @Test
    void moreThanTenInAHundredWrongRowsHoldTheSheet() {
        ScreenedSheet sheet = desk.csvSheet(rowsWith(19, 2));
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(19, 0, 19, 0, 0));
        assertThat(Desk.rows(sheet)).isEmpty();
        assertThat(Desk.rules(sheet)).contains("too_many_errors");
    }

    @Test
    void findingsBeyondTheLimitAreCountedAndHoldTheSheet() {
        ReadLimits standard = ReadLimits.standard();
        ReadLimits few = new ReadLimits(
                standard.bytes(),
                standard.uncompressedBytes(),
                standard.ratio(),
                standard.columns(),
                standard.rows(),
                standard.cellCharacters(),
                standard.sharedCharacters(),
                standard.cells(),
                standard.seconds(),
                3);
        Path file = desk.write(
                "wrong.csv", "Hub,Academic year,URN,Stage,Status\n" + "H1,2022/23,123456,Developing,Gone\n".repeat(5));
        ScreenedSheet sheet = new Screening(Desk.TYPES, few)
                .screen(file, "wrong.csv", Desk.REGISTERS)
                .sheets()
                .get(0);
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(Desk.places(sheet))
                .containsExactly(
                        "unknown_choice E2", "unknown_choice E3", "unknown_choice E4", "too_many_findings null");
        assertThat(sheet.findings().get(3).text().words()).containsEntry("more", "2");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(5, 0, 5, 0, 0));
    }

    @Test
    void rowsAsideDoNotSweetenTheShareOfWrongOnes() {
        List<String> lines = new ArrayList<>(List.of(rowsWith(19, 2)));
        for (int i = 0; i < 20; i++) lines.add("Total,,,,,,,");
        assertThat(desk.csvSheet(lines.toArray(String[]::new)).status()).isEqualTo(ScreenedSheet.Status.HELD);
    }

    @Test
    void whatIsPersonalReachesNeitherValuesNorFindings() {
        String headings = SURVEY + ",Email,First Name,Last Name,IP Address,Comments";
        String row = "H1,2022/23,%s,A1,r1,Agree,jo@example.org,Jo,Bloggs,192.0.2.1,Thank you Jo";
        ScreenedSheet kept = desk.csvSheet(headings, row.formatted(""));
        assertThat(Desk.only(kept, "overall")).isEqualTo(4);
        ScreenedSheet wrong = desk.csvSheet(headings, row.formatted("999999"));
        assertThat(Desk.rules(wrong)).contains("unknown_urn").doesNotContain("unknown_column");
        assertThat(kept.findings() + "" + Desk.rows(kept) + wrong.findings())
                .doesNotContain("example.org", "Jo", "Bloggs", "192.0.2", "Thank you");
    }

    @Test
    void equalRowsCountOnceButNotResponsesWithoutAnId() {
        assertThat(desk.csvSheet(SURVEY, "H1,2022/23,,A1,r1,Agree", "H1,2022/23,,A1,r1,Agree")
                        .tally())
                .isEqualTo(new RowCounts(2, 1, 0, 1, 0));
        assertThat(desk.csvSheet(SURVEY, "H1,2022/23,,A1,,Agree", "H1,2022/23,,A1,,Agree")
                        .tally())
                .isEqualTo(new RowCounts(2, 2, 0, 0, 0));
    }

    @Test
    void aReturnThatNamesSchoolsWaitsForTheRegisters() {
        Path file = desk.write("early.csv", PATHWAY + "\n" + GOOD + "\n");
        assertThat(desk.read(file, Desk.noRegisters()).status()).isEqualTo(ScreenedFile.Status.WAITING);
    }

    @Test
    void aReturnThatNamesNoSchoolWaitsForTheListOfHubs() {
        Path file = desk.write(
                "early.csv", "Hub,Academic year,Quantity,Stated value\nH1,2022/23,Schools active on the pathway,36\n");
        assertThat(desk.read(file, Desk.noRegisters()).status()).isEqualTo(ScreenedFile.Status.WAITING);
    }

    /// Random sheets from fixed seeds, so that one that fails fails again.
    @RepeatedTest(50)
    void whateverASheetHoldsItsRowsAddUp(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines = new ArrayList<>(List.of("Title", PATHWAY, place(0)));
        int good = 1;
        int wrong = 0;
        int repeated = 0;
        int aside = 0;
        int rows = 5 + random.nextInt(80);
        for (int i = 1; i <= rows; i++) {
            int fate = random.nextInt(18);
            lines.add(
                    fate < ASIDE.size()
                            ? ASIDE.get(fate)
                            : fate == 4 ? place(i).replace("123456", "999999") : fate == 5 ? place(0) : place(i));
            if (fate < ASIDE.size()) aside++;
            else if (fate == 4) wrong++;
            else if (fate == 5) repeated++;
            else good++;
        }
        // The last row that is not blank ends the sheet.
        lines.add(place(rows + 1));
        good++;
        boolean held = wrong * 100 > 10 * (good + wrong + repeated);
        assertThat(desk.csvSheet(lines.toArray(String[]::new)).tally())
                .isEqualTo(new RowCounts(rows + 2, held ? 0 : good, held ? good + wrong : wrong, repeated, aside));
    }

    private static String place(int number) {
        return "H1,2022/23,123456,School " + number + ",Developing,Active,,";
    }

    private static String[] rowsWith(int rows, int wrong) {
        List<String> lines = new ArrayList<>(List.of(PATHWAY));
        for (int i = 0; i < rows; i++) lines.add(i < wrong ? place(i).replace("123456", "999999") : place(i));
        return lines.toArray(String[]::new);
    }
}
