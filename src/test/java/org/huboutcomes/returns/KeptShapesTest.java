package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.remarks;
import static org.huboutcomes.returns.KeptSheets.words;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sheets that say a part of a return by their shape: in colours, in ticks, in titles, or turned round.
class KeptShapesTest {

    private static final String SURVEY = "Overall, I was satisfied with this activity";

    private final KeptSheets kept;
    private final Desk desk;

    private static final String PATHWAY = "Hub | Academic year | URN | Stage | Status";

    KeptShapesTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
        this.desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"School name", "Name of your school", "Which school do you teach at?", "School/college"})
    void aSurveyThatNamesSchoolsHasThemMatchedOrAskedAbout(String heading) {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | " + heading + " | " + SURVEY,
                "N1 | 2022/23 | Green Lane School | Agree",
                "N1 | 2022/23 | Mill Rd Infants | Agree");
        assertThat(sheet.tally().accepted()).isEqualTo(2);
        assertThat(Desk.places(sheet)).contains("school_by_name C2", "school_left_open C3");
        assertThat(Desk.rows(sheet).get(0)).containsEntry("urn", 200001);
    }

    @Test
    void namesOfSchoolsBelowAnotherHeadingAreProposed() {
        ConvertedTable table = kept.converted(
                "survey.xlsx",
                "Hub | Academic year | School where you work | " + SURVEY,
                "N1 | 2022/23 | Green Lane School | Agree",
                "N1 | 2022/23 | Mill Road Infant School | Agree");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
    }

    @Test
    void aColumnOfPhasesIsNoColumnOfSchools() {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | School phase | " + SURVEY,
                "N1 | 2022/23 | Primary | Agree",
                "N1 | 2022/23 | Secondary | Agree");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
    }

    @Test
    void numbersOfSchoolsAreReadBeforeTheirNames() {
        ConvertedTable table = kept.converted(
                "N1 2022-23.xlsx",
                "School name | URN (if known) | How satisfied were you with the work group overall?",
                "Green Lane School | 200001 | Agree",
                "Green Lane | 200004 | Agree",
                "Mill Road Infant School | 200002 | Strongly agree");
        assertThat(column(table, "urn")).containsExactly("200001", "200004", "200002");
    }

    @Test
    void likelyNumbersOfSchoolsAreProposedBesideTheirNames() {
        ConvertedTable table = kept.converted(
                "survey.xlsx",
                "Hub | Academic year | School name | URN (if known) | " + SURVEY,
                "N1 | 2022/23 | Green Lane | 200001 | Agree",
                "N1 | 2022/23 | Mill Road Infant School | not sure | Agree");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
    }

    private static final String[] MATRIX = {
        "Northtown 2022/23",
        "URN | School | Participant | AB22-01 | AB22-02",
        "200001 | Green Lane School | D1 | x | x",
        "200002 | Mill Road Infant School | D2 |  | ",
        "200003 | St Ann's Primary School | D3 |  | x",
        "200004 | Green Park Academy | D4 |  | "
    };

    @Test
    void everyRowOfAMatrixIsCountedWithOrWithoutATick() {
        ScreenedSheet sheet = kept.sheet("matrix.xlsx", MATRIX);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(4, 0, 2, 0, 2));
        assertThat(words(sheet, "rows_unticked"))
                .extracting(words -> words.get("rows"))
                .containsExactly("2 rows have");
        assertThat(sheet.converted()).isNotNull();
        assertThat(remarks(kept.converted("matrix.xlsx", MATRIX), "rows_unticked"))
                .containsExactly("D4 null");
    }

    @Test
    void wordsOfColoursAreProposedAsStages() {
        ConvertedTable table = kept.converted(
                "pathway.xlsx",
                "Hub | Academic year | URN | Stage | Status",
                "N1 | 2022/23 | 200001 | Red | Active",
                "N1 | 2022/23 | 200002 | Amber | Active",
                "N1 | 2022/23 | 200003 | Green | Paused");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding", "Sustaining");
        assertThat(remarks(table, "value_guessed")).hasSize(3);
    }

    @Test
    void aFewWordsOfColoursAreErrorsWithAProposal() {
        ScreenedSheet sheet = kept.sheet(
                "pathway.xlsx",
                "Hub | Academic year | URN | Stage | Status",
                "N1 | 2022/23 | 200001 | Red | Active",
                "N1 | 2022/23 | 200002 | Embedding | Active",
                "N1 | 2022/23 | 200003 | Sustaining | Paused");
        assertThat(words(sheet, "unknown_choice").get(0)).containsEntry("nearest", "Developing");
    }

    @Test
    void aColumnOfColoursAloneIsToldInOneSentence() {
        ScreenedSheet sheet = desk.workbook(
                page -> fill(page, 4, IndexedColors.RED, IndexedColors.GREEN),
                new Object[] {"Hub", "Academic year", "URN", "Status", "Stage"},
                new Object[] {"H1", "2022/23", 123456, "Active"},
                new Object[] {"H1", "2022/23", 100002, "Active"});
        assertThat(Desk.places(sheet)).contains("colours_not_read E1");
    }

    @Test
    void aBlankColumnOfARowInOneColourSaysNothing() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    for (int column = 0; column < 6; column++)
                        fill(page, column, IndexedColors.LIGHT_BLUE, IndexedColors.LIGHT_GREEN);
                },
                new Object[] {"Hub", "Academic year", "URN", "Stage", "Status", "Reason"},
                new Object[] {"H1", "2022/23", 123456, "Developing", "Active"},
                new Object[] {"H1", "2022/23", 100002, "Developing", "Active"});
        assertThat(Desk.rules(sheet)).isEmpty();
    }

    @Test
    void stagesThatOnlyColoursSayAreAskedFor() {
        ScreenedSheet sheet = desk.workbook(
                page -> fill(page, 0, IndexedColors.RED, IndexedColors.GREEN),
                new Object[] {"URN", "School", "Status", "Hub", "Academic year"},
                new Object[] {123456, "A School", "Active", "H1", "2022/23"},
                new Object[] {100002, "B School", "Active", "H1", "2022/23"});
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.CONVERTED);
        assertThat(Desk.places(sheet)).contains("colours_not_read A1");
    }

    private static void fill(XSSFSheet page, int column, IndexedColors... colours) {
        for (int i = 0; i < colours.length; i++) {
            CellStyle style = page.getWorkbook().createCellStyle();
            style.setFillForegroundColor(colours[i].getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            var row = page.getRow(i + 1);
            (row.getCell(column) == null ? row.createCell(column) : row.getCell(column)).setCellStyle(style);
        }
    }

    @Test
    void aColumnForEachPhaseOfAQuantityIsConverted() {
        ConvertedTable table = kept.converted(
                "totals.xlsx",
                "Northtown 2022/23",
                "Quantity | Primary | Secondary | Total",
                "Schools active on the pathway | 20 | 16 | 36",
                "Developing | 3 | 4 | 7");
        assertThat(column(table, "quantity"))
                .containsExactly(
                        "Schools active on the pathway",
                        "Schools active on the pathway",
                        "Schools active on the pathway",
                        "Developing",
                        "Developing",
                        "Developing");
        assertThat(column(table, "stated_value")).containsExactly("20", "16", "36", "3", "4", "7");
        assertThat(column(table, "education_phase"))
                .containsExactly("Primary", "Secondary", "", "Primary", "Secondary", "");
    }

    @Test
    void aRowForEachPhaseIsConverted() {
        ConvertedTable table = kept.converted(
                "totals.xlsx",
                "Northtown 2022/23",
                "Phase | Developing | Embedding | Sustaining",
                "Primary | 3 | 5 | 12",
                "Secondary | 4 | 5 | 15",
                "Total | 7 | 10 | 27");
        assertThat(column(table, "quantity"))
                .containsExactly("Developing", "Embedding", "Sustaining", "Developing", "Embedding", "Sustaining");
        assertThat(column(table, "education_phase"))
                .containsExactly("Primary", "Primary", "Primary", "Secondary", "Secondary", "Secondary");
    }

    @Test
    void aTableThatIsTurnedRoundIsToldAsThat() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of(
                        "Delivery",
                        "Activity code | AB22-01 | AB22-02",
                        "Groups | 2 | 1",
                        "Places offered | 24 | 12",
                        "Places filled | 20 | 12"));
        assertThat(file.findings()).extracting(Finding::rule).containsExactly("turned_table");
    }

    @Test
    void aTableThatIsTurnedRoundIsToldBesideAReturnThatIsRead() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("Pathway", "URN | Stage | Status", "200001 | Developing | Active"),
                Page.of(
                        "Delivery",
                        "Activity code | AB22-01 | AB22-02",
                        "Places offered | 24 | 12",
                        "Places filled | 20 | 12"));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.PARTIAL);
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("turned_table");
    }

    @Test
    void aPivotOfNamesIsToldAsAPivot() {
        ScreenedFile file = kept.read(
                "pivot.xlsx",
                Page.of(
                        "Pivot",
                        "Row Labels | Count of Delegate",
                        "Green Lane School | 2",
                        "Mill Road Infant School | 1",
                        "Grand Total | 3"));
        assertThat(file.findings()).extracting(Finding::rule).containsExactly("pivot_of_rows");
        List<String> said =
                file.findings().stream().map(finding -> finding.text().found()).toList();
        assertThat(said.get(0)).contains("pivot table or summary");
    }

    @Test
    void aListWithACountOfItsOwnIsNoPivot() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "URN | School | Current status | Stage of TfM | Count of teachers",
                "200001 | Green Lane School | Active | Dev | 4",
                "200002 | Mill Road Infant School | Active | Emb | 6");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding");
    }

    @Test
    void aPivotBesideItsListIsToldAndHoldsNothingUp() {
        ScreenedFile file = kept.read(
                "pathway.xlsx",
                Page.of("Schools", PATHWAY, "N1 | 2022/23 | 200001 | Developing | Active"),
                Page.of("Pivot", "Row Labels | Count of URN", "Developing | 1", "Grand Total | 1"));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.ACCEPTED);
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("pivot_beside");
    }

    @Test
    void aKeyToTheWordsOfAReturnHoldsNothingUp() {
        ScreenedFile file = kept.read(
                "pathway.xlsx",
                Page.of("Schools", PATHWAY, "N1 | 2022/23 | 200001 | Developing | Active"),
                Page.of(
                        "Key",
                        "Key",
                        "Developing | School is new to this",
                        "Embedding | School has begun",
                        "Sustaining | Whole School",
                        "Notes | See the guide"));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.ACCEPTED);
    }

    @Test
    void aReturnThatIsWholeIsLoadedBesideAColumnOfSchoolNames() {
        ScreenedSheet sheet = kept.sheet(
                "leads.xlsx",
                "Hub | Academic year | Lead reference | Lead role | School name",
                "N1 | 2022/23 | L1 | Facilitator | Green Lane School",
                "N1 | 2022/23 | L2 | Coordinator | Mill Road Infant School");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.places(sheet)).contains("unknown_column E1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"What is the URN of your school?", "What is your school's URN?", "School URN or DfE number"})
    void theNumbersOfSchoolsAreReadWhereASurveyAsksForTheirNamesFirst(String heading) {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | What is the name of your school? | " + heading + " | " + SURVEY,
                "N1 | 2022/23 | Our school | 200001 | Agree");
        assertThat(Desk.rows(sheet).get(0)).containsEntry("urn", 200001);
    }

    @Test
    void theActualsBesideTheTargetsOfASummaryAreConverted() {
        ConvertedTable table = kept.converted(
                "kpi.xlsx",
                "Maths Hub | Northtown",
                "Period | 2022-23",
                "Measure | Target | Actual",
                "Schools active on the pathway | 40 | 36",
                "Schools at Developing | 10 | 7",
                "Specialists accredited | 12 | 11");
        assertThat(column(table, "quantity"))
                .containsExactly("Schools active on the pathway", "Developing", "Specialists accredited");
        assertThat(column(table, "stated_value")).containsExactly("36", "7", "11");
    }

    @Test
    void theRowsOfASheetThatLacksAColumnAreCounted() {
        ScreenedSheet sheet = kept.sheet("hubs.xlsx", "Hub code | Hub name", "N1 | Northtown", "S1 | Southtown");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(2, 0, 2, 0, 0));
    }

    @Test
    void aSecondWordingOfAQuestionIsAskedAbout() {
        ScreenedSheet sheet = kept.sheet(
                "survey.xlsx",
                "Hub | Academic year | " + SURVEY + " | I was satisfied with the Work Group",
                "N1 | 2022/23 | Agree | Disagree",
                "N1 | 2022/23 | Strongly agree | Agree");
        assertThat(Desk.places(sheet)).contains("second_heading D1");
    }

    private List<String> toldOf(String... lines) {
        ScreenedFile file = kept.read("Northtown 2022-23.xlsx", Page.of("Sheet1", lines));
        return file.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void aMatrixOfCountsIsASummaryAndNoListWithoutHeadings() {
        assertThat(toldOf(
                        "URN | School | AB22-01 | AB22-02",
                        "200001 | Green Lane School | 2 | ",
                        "200002 | Mill Road Infant School | 1 | 3",
                        "200003 | St Ann's Primary School | 4 | 1"))
                .containsExactly("pivot_of_rows");
    }

    @Test
    void countsOfAnswersAreASummary() {
        assertThat(toldOf(
                        "Question | Strongly agree | Agree | Total",
                        SURVEY + " | 10 | 6 | 16",
                        "I like this activity | 12 | 4 | 16"))
                .containsExactly("pivot_of_rows");
    }

    @Test
    void aTableThatIsTurnedRoundIsNoForm() {
        assertThat(toldOf(
                        "Hub | N1",
                        "Academic year | 2022/23",
                        " | AB22-01 | AB22-02",
                        "Activity | Mastery Readiness | Development",
                        "Groups | 2 | 1",
                        "Places offered | 24 | 12",
                        "Places filled | 20 | 12"))
                .containsExactly("turned_table");
    }

    @Test
    void aColumnForEachPhaseBesideTheHubAndTheYearIsConverted() {
        ConvertedTable table = kept.converted(
                "totals.xlsx",
                "Hub | Academic year | Quantity | Primary | Secondary",
                "N1 | 2022/23 | Schools active on the pathway | 20 | 16",
                "N1 | 2022/23 | Developing | 3 | 4");
        assertThat(column(table, "quantity")).contains("Schools active on the pathway", "Developing");
        assertThat(column(table, "stated_value")).containsExactly("20", "16", "3", "4");
        assertThat(column(table, "education_phase")).containsExactly("Primary", "Secondary", "Primary", "Secondary");
    }
}
