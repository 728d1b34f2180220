package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values as people keep them: codes in every spelling, names, cell formats, scales, previews and copied sheets.
class RealValuesTest {

    private static final String ENGAGEMENT =
            "Hub,Academic year,URN,Activity code,Participant reference,Sessions offered,Sessions attended,Status";
    private static final String ROW = "H1,2022/23,123456,%s,%s,%s,%s,%s";
    private static final String OVERALL = "\"Overall, I was satisfied with this activity\"";
    private static final String SURVEY = "Hub,Academic year,Response ID," + OVERALL;
    private static final String RECOMMEND = "How likely are you to recommend this hub to a colleague?";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private ScreenedSheet engaged(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = ENGAGEMENT;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return desk.csvSheet(lines);
    }

    private static String row(String activity, String participant, String offered, String attended, String status) {
        return ROW.formatted(activity, participant, offered, attended, status);
    }

    // -- codes and references

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MA22-01|MA22-01",
                "ma22-01|MA22-01",
                "MA22\u201301|MA22-01",
                "MA22 - 01|MA22-01",
                "MA22-01;|MA22-01",
                "MA22-01.|MA22-01",
                "MA22-01 (Primary)|MA22-01",
                "101.0|101",
                "0101|101",
                "1001.0|1001"
            })
    void aCodeIsStoredInOneSpelling(String written, String stored) {
        assertThat(Desk.only(engaged(row(written, "P1", "6", "6", "Completed")), "activity"))
                .isEqualTo(stored);
    }

    @Test
    void twoSpellingsOfACodeAreToldOnceASheet() {
        ScreenedSheet sheet = engaged(
                row("MA22-01", "P1", "6", "6", "Completed"),
                row("ma22-01", "P2", "6", "6", "Completed"),
                row("MA22\u201301", "P3", "6", "6", "Completed"),
                row("MA22-01", "p1", "6", "6", "Completed"));
        assertThat(Desk.places(sheet)).containsExactly("code_spelled_twice D3", "code_spelled_twice E5");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(4, 3, 0, 1, 0));
    }

    @Test
    void aCodeThatIsTheSameThroughoutIsNotToldOf() {
        assertThat(Desk.rules(engaged(
                        row("ma22-01", "p1", "6", "6", "Completed"), row("ma22-01", "p2", "6", "6", "Completed"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mar-22", "01-Mar", "01/03/2022", "2022-03-01 00:00:00"})
    void aCodeThatBecameADateInACsvFileIsAskedAboutToo(String written) {
        assertThat(Desk.places(engaged(row(written, "P1", "6", "6", "Completed"))))
                .containsExactly("code_became_date D2");
        assertThat(Desk.rules(engaged(row("MAR-22", "P1", "6", "6", "Completed"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA22-01; MA22-02", "MA22-01 & MA22-02", "MA22-01 and MA22-02", "\"MA22-01, MA22-02\""})
    void severalCodesInACellAreAnErrorOfTheRow(String written) {
        assertThat(Desk.places(engaged(row(written, "P1", "6", "6", "Completed"))))
                .contains("several_codes D2");
    }

    @Test
    void anAnswerMayBeAboutSeveralActivities() {
        ScreenedSheet sheet = desk.csvSheet(
                SURVEY + ",Activity code", "H1,2022/23,1,Agree,MA22-01;MA22-02;", "H1,2022/23,2,Agree,x1");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet).get(0)).containsEntry("activity", "MA22-01; MA22-02");
    }

    @Test
    void aReferenceIsWhatItsFormatShowsAndACodeThatBecameADateIsAskedAbout() {
        ScreenedSheet sheet = desk.workbook(
                RealValuesTest::format,
                headings(),
                values("MA22-01", 7, 6, 6),
                values(LocalDate.of(2022, 3, 1), 8, 6, 6));
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("participant")).containsExactly("M007", "M008");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("activity")).containsExactly("MA22-01", "MAR-22");
        assertThat(Desk.places(sheet)).containsExactly("code_became_date D3");
    }

    private static void format(XSSFSheet sheet) {
        CellStyle reference = style(sheet, "\"M\"000");
        CellStyle month = style(sheet, "mmm-yy");
        for (int row = 1; row <= 2; row++) sheet.getRow(row).getCell(4).setCellStyle(reference);
        Cell date = sheet.getRow(2).getCell(3);
        date.setCellValue(LocalDate.of(2022, 3, 1));
        date.setCellStyle(month);
    }

    private static CellStyle style(XSSFSheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    private static Object[] headings() {
        return ENGAGEMENT.split(",");
    }

    private static Object[] values(Object activity, Object participant, Object offered, Object attended) {
        return new Object[] {"H1", "2022/23", 123456, activity, participant, offered, attended, "Completed"};
    }

    // -- people

    @Test
    void aNameIsReplacedByTheSamePseudonymEachTime() {
        ScreenedSheet sheet = engaged(
                row("A1", "Ann Example", "6", "6", "Completed"),
                row("A2", "\"Example, Ann\"", "6", "6", "Completed"),
                row("A1", "ann  example", "6", "5", "Completed"),
                row("A1", "Bob", "6", "6", "Completed"));
        List<Object> references =
                Desk.rows(sheet).stream().map(row -> row.get("participant")).toList();
        assertThat(references).allMatch(one -> one.toString().matches("P-[0-9a-f]{10}"));
        assertThat(references.subList(0, 3)).containsOnly(references.get(0));
        assertThat(references.get(3)).isNotEqualTo(references.get(0));
        assertThat(Desk.places(sheet)).containsExactly("person_named E2");
        assertThat(sheet.findings().toString()).doesNotContainIgnoringCase("example");
    }

    @Test
    void aPersonOfAnotherHubWithTheSameNameIsAnother() {
        ScreenedSheet sheet = engaged(
                row("A1", "Ann Example", "6", "6", "Completed"),
                row("A1", "Ann Example", "6", "6", "Completed").replace("H1", "H2"));
        assertThat(sheet.claims().get(0).rows().get(0).values()[5])
                .isNotEqualTo(sheet.claims().get(1).rows().get(0).values()[5]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teacher", "P-0123abcdef", "P-abcdefabcd", "H1-P007", "7", "Completed"})
    void whatNamesNobodyIsKept(String reference) {
        ScreenedSheet sheet = engaged(row("A1", reference, "6", "6", "Completed"));
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet, "participant").toString()).isEqualToIgnoringCase(reference);
    }

    @Test
    void aLeadThatIsNamedIsReplacedToo() {
        ScreenedSheet sheet =
                desk.csvSheet("Hub,Academic year,Lead reference,Lead role", "H1,2022/23,Ann Example,Designer");
        assertThat(Desk.only(sheet, "lead").toString()).matches("P-[0-9a-f]{10}");
    }

    // -- counts

    @ParameterizedTest
    @CsvSource({"6,6/6,6,", "6,67%,4,percentage_of_count", "6,4*,4,approximate_number", ",5/6,5,"})
    void aPartOfACountIsRead(String offered, String written, int count, String rule) {
        ScreenedSheet sheet = engaged(row("A1", "P1", offered == null ? "" : offered, written, "Completed"));
        assertThat(Desk.rules(sheet)).isEqualTo(rule == null ? List.of() : List.of(rule));
        assertThat(Desk.only(sheet, "sessions_attended")).isEqualTo(count);
    }

    @Test
    void aPercentageOfNothingKnownIsNoCount() {
        assertThat(Desk.places(engaged(row("A1", "P1", "", "67%", "Completed"))))
                .contains("not_a_number G2");
        assertThat(Desk.places(engaged(row("A1", "P1", "6", "5/7", "Completed"))))
                .contains("not_a_number G2");
    }

    @Test
    void aCellThatShowsAPercentageIsAShareAndANumberHasTheDigitsThatAreShown() {
        ScreenedSheet sheet = desk.workbook(
                made -> made.getRow(1).getCell(6).setCellStyle(style(made, "0%")),
                headings(),
                values("A1", "P1", 6, 1),
                values("A1", "P2", 6, 5.9999999999999991));
        assertThat(Desk.rows(sheet))
                .extracting(row -> row.get("sessions_attended"))
                .containsExactly(6, 6);
        assertThat(Desk.places(sheet)).containsExactly("percentage_of_count G2");
    }

    @ParameterizedTest
    @CsvSource({"N/A,number_to_come", "Y,number_to_come", "not sure,number_to_come"})
    void whatIsNotKnownOfACountIsBlankAndAskedAbout(String written, String rule) {
        ScreenedSheet sheet = engaged(row("A1", "P1", "6", written, "Completed"));
        assertThat(Desk.rules(sheet)).containsExactly(rule);
        assertThat(Desk.only(sheet)).doesNotContainKey("sessions_attended");
    }

    @ParameterizedTest
    @CsvSource({"In progress,Attending", "On-going,Attending", "Complete,Completed", "Yes,Completed"})
    void shortFormsAreSynonyms(String written, String stored) {
        assertThat(Desk.only(engaged(row("A1", "P1", "6", "6", written)), "status"))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"Emb,On hold,Embedding,Paused", "Sus,In progress,Sustaining,Active", "Dev,Active,Developing,Active"})
    void shortFormsOfStagesAreSynonyms(String stage, String status, String storedStage, String storedStatus) {
        ScreenedSheet sheet =
                desk.csvSheet("Hub,Academic year,URN,Stage,Status", "H1,2022/23,123456," + stage + "," + status);
        assertThat(Desk.only(sheet)).containsEntry("stage", storedStage).containsEntry("status", storedStatus);
    }

    @Test
    void aGuardedValueOfACsvFileIsTheValue() {
        ScreenedSheet sheet = engaged(row("A1", "P1", "6", "6", "Completed").replace("123456", "\"=\"\"123456\"\"\""));
        assertThat(Desk.only(sheet, "urn")).isEqualTo(123456);
    }

    @Test
    void twoDigitYearsOfARegisterAreNeverToCome() {
        Path file = desk.write(
                "links_edubasealldata20230901.csv",
                "URN,LinkURN,LinkType,LinkEstablishedDate\n123456,100001,Other,01-Sep-68\n123456,100002,Other,01/09/23\n");
        assertThat(Desk.rows(desk.read(file, Desk.REGISTERS).sheets().get(0)))
                .extracting(row -> row.get("link_date"))
                .containsExactly(LocalDate.of(1968, 9, 1), LocalDate.of(2023, 9, 1));
    }

    // -- surveys

    @Test
    void aQuestionOnAnotherScaleIsLeftOutAndItsRowsCount() {
        ScreenedSheet sheet = desk.csvSheet(
                SURVEY + "," + RECOMMEND,
                "H1,2022/23,1,Agree,8",
                "H1,2022/23,2,Somewhat agree,9",
                "H1,2022/23,3,Strongly agree,10");
        assertThat(Desk.places(sheet)).containsExactly("other_scale D1");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(3, 3, 0, 0, 0));
        assertThat(Desk.rows(sheet)).allMatch(row -> !row.containsKey("overall") && row.containsKey("recommend"));
        assertThat(sheet.findings().toString()).contains("Agree, Somewhat agree, Strongly agree");
    }

    @Test
    void labelsOfFivePointsInWhicheverWordsAreOneScale() {
        ScreenedSheet sheet = desk.csvSheet(
                SURVEY,
                "H1,2022/23,1,Somewhat agree",
                "H1,2022/23,2,Neither agree or disagree",
                "H1,2022/23,3,Neither agree nor disagree",
                "H1,2022/23,4,5 - Strongly agree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("overall")).containsExactly(4, 3, 3, 5);
    }

    @Test
    void aRecommendationIsANumberOrALabelThatShowsOne() {
        ScreenedSheet shown = desk.csvSheet(
                SURVEY + "," + RECOMMEND,
                "H1,2022/23,1,Agree,10 - Extremely likely",
                "H1,2022/23,2,Agree,Not at all likely (0)",
                "H1,2022/23,3,Agree,8 out of 10",
                "H1,2022/23,4,Agree,7");
        assertThat(Desk.rules(shown)).isEmpty();
        assertThat(Desk.rows(shown)).extracting(row -> row.get("recommend")).containsExactly(10, 0, 8, 7);
        ScreenedSheet words =
                desk.csvSheet(SURVEY + "," + RECOMMEND, "H1,2022/23,1,Agree,Very likely", "H1,2022/23,2,Agree,9");
        assertThat(Desk.places(words)).containsExactly("other_scale E1");
        assertThat(Desk.rows(words)).allMatch(row -> !row.containsKey("recommend"));
    }

    @Test
    void previewsAndUnfinishedAnswersAreSetAside() {
        ScreenedSheet sheet = desk.csvSheet(
                SURVEY + ",Response Type,Finished,Progress",
                "H1,2022/23,1,Agree,Survey Preview,True,100",
                "H1,2022/23,2,Agree,IP Address,False,60",
                "H1,2022/23,3,Agree,IP Address,True,90",
                "H1,2022/23,4,Agree,IP Address,True,100");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(4, 1, 0, 0, 3));
        assertThat(Desk.rules(sheet)).containsExactly("answers_set_aside", "answers_set_aside");
        assertThat(sheet.findings().toString()).contains("1 row").contains("2 rows");
    }

    @Test
    void aQuestionOfTwoBranchesIsReadWhereItIsAnswered() {
        ScreenedSheet sheet = desk.csvSheet(
                SURVEY + ",\"Overall, I was satisfied with this activity2\"",
                "H1,2022/23,1,Agree,",
                "H1,2022/23,2,,Disagree",
                "H1,2022/23,3,Agree,agree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("overall")).containsExactly(4, 2, 4);
        ScreenedSheet both = desk.csvSheet(
                SURVEY + ",\"Overall, I was satisfied with this activity2\"", "H1,2022/23,1,Agree,Disagree");
        assertThat(Desk.places(both)).contains("twin_answers_differ E2");
    }

    @Test
    void timesThatLostTheirFormatAreTimes() {
        ScreenedSheet sheet = desk.csvSheet(SURVEY + ",Start time", "H1,2022/23,1,Agree,44986.375");
        assertThat(Desk.only(sheet, "started")).isEqualTo("2023-03-01T09:00");
    }

    @Test
    void aQuestionOfAWorkGroupIsKnownAndOneThatIsNearlyKnownGetsOneProposal() {
        ScreenedSheet known = desk.csvSheet(
                "Hub,Academic year,\"Overall, how satisfied were you with the Work Group?\"", "H1,2022/23,Satisfied");
        assertThat(Desk.only(known, "overall")).isEqualTo(4);
        ScreenedSheet near = desk.csvSheet(
                "Hub,Academic year,Response ID,Activity code,\"Overall, how satisfied were you with our sessions?\"",
                "H1,2022/23,1,A1,Satisfied");
        Finding nearest = near.findings().stream()
                .filter(finding -> finding.rule().equals("nearest_return"))
                .findFirst()
                .orElseThrow();
        assertThat(nearest.text().toString())
                .contains("Overall, how satisfied were you with our sessions?")
                .doesNotContain("Overall rating");
    }

    // -- tables

    @Test
    void notesBelowATableAreAsideWhereNothingInThemIsRead() {
        String headings = "Hub,Academic year,URN,Stage,Status";
        ScreenedSheet sheet = desk.csvSheet(
                headings, "H1,2022/23,123456,Embedding,Active", ",,Green,working well,yes and no", ",,Red,see notes,");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new RowCounts(3, 1, 0, 0, 2));
        ScreenedSheet between = desk.csvSheet(
                headings, "H1,2022/23,123456,Embedding,Active", ",,Green,working well,x", "H1,2022/23,100002,Emb,Left");
        assertThat(Desk.places(between)).contains("not_a_urn C3");
    }

    @Test
    void aRowWithACodeIsNoNoteWhateverIsWrongWithTheRest() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,H1",
                "Academic year,2022/23",
                "URN,Activity code,Participant reference",
                "123456,A1,P1",
                "no school,A1,P2");
        assertThat(Desk.places(sheet)).contains("not_a_urn A5");
    }

    @Test
    void aColumnThatIsMissedIsToldWithWhatIsNotKnownWithoutIt() {
        ScreenedSheet sheet =
                desk.csvSheet("Hub,Academic year,Activity code,Places offered,Places filled", "H1,2022/23,A1,20,12");
        assertThat(sheet.findings()).extracting(Finding::rule).containsOnly("missing_column");
        assertThat(sheet.findings().get(0).text().words())
                .containsEntry("unknown", "fidelity is not known")
                .containsEntry("fields", "Core components due or Core components delivered")
                .containsEntry("year", "2022/23");
    }

    @Test
    void aCopiedSheetCountsOnceAndAHiddenDraftIsSetAside() throws IOException {
        ScreenedFile copied = pages(false);
        assertThat(copied.sheets())
                .extracting(sheet -> sheet.tally().accepted())
                .containsExactly(2, 0);
        assertThat(copied.sheets())
                .extracting(sheet -> sheet.tally().duplicate())
                .containsExactly(0, 2);
        assertThat(Desk.rules(copied.sheets().get(1))).containsExactly("copied_rows");
        assertThat(copied.sheets().get(1).claims()).isEmpty();
        ScreenedFile draft = pages(true);
        assertThat(draft.sheets())
                .extracting(ScreenedSheet::status)
                .containsExactly(ScreenedSheet.Status.ACCEPTED, ScreenedSheet.Status.IGNORED);
        assertThat(Desk.rules(draft.sheets().get(1))).containsExactly("hidden_copy");
    }

    private ScreenedFile pages(boolean hidden) throws IOException {
        Path file = folder.resolve("pages.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (String name : List.of("Pathway", "Pathway (2)")) {
                Sheet sheet = workbook.createSheet(name);
                fill(sheet, 0, "Hub", "Academic year", "URN", "Stage", "Status");
                fill(sheet, 1, "H1", "2022/23", "123456", "Embedding", "Active");
                fill(sheet, 2, "H1", "2022/23", "100002", "Developing", "Active");
            }
            workbook.setSheetHidden(1, hidden);
            workbook.write(out);
        }
        return desk.read(file, Desk.REGISTERS);
    }

    private static void fill(Sheet sheet, int row, String... values) {
        for (int column = 0; column < values.length; column++)
            (column == 0 ? sheet.createRow(row) : sheet.getRow(row))
                    .createCell(column)
                    .setCellValue(values[column]);
    }

    @Test
    void aSchoolThatIsNotSureIsAskedAboutInASurvey() {
        ScreenedSheet sheet = desk.csvSheet(SURVEY + ",URN", "H1,2022/23,1,Agree,not sure");
        assertThat(Desk.places(sheet)).containsExactly("value_not_known E2");
        assertThat(Desk.only(sheet))
                .isEqualTo(Map.of("hub", "H1", "time_period", 202223, "response_id", "1", "overall", 4));
    }
}
