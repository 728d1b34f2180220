package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Lists that are not returns: each is returned converted, and is read completely when it is sent in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnlikeFilesTest {

    private static final String TABS = "work groups.xlsx";
    private static final String REGISTER = "HM1 register NCP22-05.csv";
    private static final String ANSWERS = "Feedback (Responses).csv";
    private static final String PIVOT = "stages.xlsx";
    private static final String PIVOT_OF_ROWS = "statuses.xlsx";
    private static final String PLAN = "FV1 plan.xlsx";
    private static final String GROUPED = "grouped.xlsx";
    private static final String NOTED = "noted.xlsx";
    private static final String COLOURED = "coloured.xlsx";
    private static final String YES_NO = "yes and no.xlsx";
    private static final String CODES = "strand.xlsx";
    private static final String LEADS = "leads list.xlsx";
    private static final String PIVOT_OF_CODES = "pivot by activity.xlsx";

    private final TestWorkspace workspace;

    UnlikeFilesTest(@TempDir Path folder) {
        this.workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeAll
    void dropThemTwice() throws IOException {
        tabs();
        text(REGISTER, """
                Delegate,School,URN,12/10/2022,16/11/2022,18/01/2023
                Kate Black,Brindlemarsh Primary School,900002,x,,x
                Paul Green,Corvenholt Primary School,900003,x,x,x
                """);
        text(ANSWERS, """
                Timestamp,Which Maths Hub?,School name,Your school URN (if known),Which Work Group did you take part in?,"How satisfied were you with the Work Group, all in all?"
                2023/07/01 4:10:00 PM GMT+1,Quillshire,Brindlemarsh Primary School,900002,NCP22-01,Very satisfied
                2023/07/02 4:11:00 PM GMT+1,Quillshire,Corvenholt Primary School,,NCP22-01,Satisfied
                2023/07/03 4:12:00 PM GMT+1,Quillshire,Dunmarrow Primary School,900004,NCP22-01,Satisfied
                """);
        workbook(
                PIVOT,
                "Pivot",
                List.of(
                        row("Quillshire Maths Hub 2022/23"),
                        row("Row Labels", "Count of URN"),
                        row("Developing", 7),
                        row("Embedding", 10),
                        row("Sustaining", 27),
                        row("Grand Total", 44)));
        workbook(
                PIVOT_OF_ROWS,
                "Pivot",
                List.of(
                        row("Quillshire Maths Hub 2022/23"),
                        row("Row Labels", "Attending", "Completed", "Withdrew", "Grand Total"),
                        row("NCP22-01", 4, 20, 1, 25),
                        row("NCP22-02", 3, 11, 0, 14)));
        workbook(
                PLAN,
                "Plan 2022-23",
                List.of(
                        row(
                                "Activity code",
                                "Title",
                                "WGs",
                                "Places planned",
                                "Places taken",
                                "Delivered as designed?"),
                        row("SLP22-01", "Primary", 1, 20, 18, "Yes"),
                        row("SLP22-02", "Secondary", 2, 30, 25, "Mostly")));
        workbook(
                GROUPED,
                "Data",
                List.of(
                        row("Quillshire Maths Hub"),
                        row("Year: 2022/23"),
                        row("School", "", "Teacher", "", "Sessions", "", ""),
                        row("URN", "Name", "Ref", "Role", "Planned", "Attended", "Status", "Project code"),
                        row("URN 900002", "Brindlemarsh Primary School", "T01", "Teacher", 4, "75%", "Yes", "NCP22-07"),
                        row("URN 900003", "Corvenholt Primary School", "T02", "N/A", 4, "N/A", "On-going", "22-07"),
                        row("URN 900004", "Dunmarrow Primary School", "T03", "N/A", 4, "four", "On-going", "22-07")));
        workbook(
                NOTED,
                "Pathway",
                List.of(
                        row("Hub", "Academic year", "URN", "Stage", "Status"),
                        row("FV1", "2022/23", 900002, "Emb", "Active"),
                        row("FV1", "2022/23", 900003, "Dev", "On hold"),
                        row("* 2 schools left in May"),
                        row("Key: Emb = Embedding", "", "Dev = Developing"),
                        row("Green = active, amber = paused")));
        coloured();
        workbook(
                YES_NO,
                "WG3",
                List.of(
                        row("Quillshire Maths Hub 2022/23"),
                        row("Work Group: NCP22-09 SKTM"),
                        row("No.", "Teacher name", "School", "DfE/URN", "Session 1", "Session 2", "Completed?"),
                        row(1, "Anna Leeson", "Brindlemarsh Primary School", 900002, "Y", "N", "Y"),
                        row(2, "Ben Carlow", "Corvenholt Primary School", 900003, "Y", "Y", "Y"),
                        row("", "Total", "", "", 2, 1, 2)));
        workbook(
                CODES,
                "22-23",
                List.of(
                        row("Quillshire Maths Hub"),
                        row(
                                "School Name",
                                "School URN",
                                "Participants name",
                                "Strand",
                                "No of sessions",
                                "Sessions attended"),
                        row("Brindlemarsh Primary School", 900002, "Anna Leeson", "NCP22-10", 6, "5/6"),
                        row("Corvenholt Primary School", 900003, "Ben Carlow", "NCP22-10", 6, "6 of 6")));
        workbook(
                LEADS,
                "PD Leads",
                List.of(
                        row("Quillshire - Local Leaders of Mathematics Education"),
                        row("As at 31 July 2023"),
                        row("Name", "School", "URN", "Role in hub", "Accredited?", "Still active"),
                        row("Anna Leeson", "Brindlemarsh Primary School", 900002, "LLME", "Y", "Y"),
                        row(
                                "Ben Carlow",
                                "Corvenholt Primary School",
                                900003,
                                "Mastery Specialist",
                                "In training",
                                "N")));
        workbook(
                PIVOT_OF_CODES,
                "Sheet2",
                List.of(
                        row("Academic Year", "2022/23"),
                        row("Count of School", "Column Labels"),
                        row("Row Labels", "Primary", "Secondary", "Grand Total"),
                        row("NCP22-01", 12, 4, 16),
                        row("NCP22-05", 22, 0, 22),
                        row("Grand Total", 34, 4, 38)));
        workspace.run("import");
        for (String file : List.of(TABS, REGISTER, ANSWERS, PIVOT, PLAN, GROUPED, COLOURED, YES_NO, CODES))
            ConvertedFile.of(workspace, file).fillAndDrop(workspace, Map.of());
        workspace.run("import");
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(workspace.root().resolve("import").resolve(name), text);
    }

    private void workbook(String name, String tab, List<Object[]> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook.createSheet(tab), rows);
            save(workbook, name);
        }
    }

    private static void fill(XSSFSheet sheet, List<Object[]> rows) {
        for (Object[] cells : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int column = 0; column < cells.length; column++)
                if (cells[column] instanceof Integer number)
                    row.createCell(column).setCellValue(number);
                else row.createCell(column).setCellValue(cells[column].toString());
        }
    }

    private void save(XSSFWorkbook workbook, String name) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(workspace.root().resolve("import").resolve(name))) {
            workbook.write(out);
        }
    }

    private void tabs() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (String code : List.of("NCP22-01", "NCP22-04"))
                fill(
                        workbook.createSheet("WG " + code.substring(6)),
                        List.of(
                                row("Quillshire Maths Hub"),
                                row(code + " Mastery 2022/23"),
                                row("Teacher", "School", "URN", "S1", "S2", "S3"),
                                row("Anna Leeson", "Brindlemarsh Primary School", 900002, "✓", "apols", "✓"),
                                row("Ben Carlow", "Corvenholt Primary School", 900003, "✓", "✓", "✓")));
            save(workbook, TABS);
        }
    }

    private void coloured() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Mastery 2022-23");
            List<Object[]> rows = new ArrayList<>(List.<Object[]>of(
                    row("Hallowmere Maths Hub"), row("DfE URN", "Name of school", "TfM stage", "RAG")));
            for (int urn = 900006; urn <= 900009; urn++) rows.add(row(urn, "A school", "Emb", ""));
            rows.add(row("Green = active, amber = paused"));
            fill(sheet, rows);
            for (int line = 2; line < 6; line++) {
                XSSFCellStyle style = workbook.createCellStyle();
                style.setFillForegroundColor(
                        (line == 3 ? IndexedColors.LIGHT_ORANGE : IndexedColors.BRIGHT_GREEN).getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                sheet.getRow(line).getCell(3).setCellStyle(style);
            }
            save(workbook, COLOURED);
        }
    }

    private JsonNode first(String file) throws IOException {
        return ConvertedFile.receipt(workspace, file);
    }

    private int accepted(String file) throws IOException {
        JsonNode receipt = ConvertedFile.receipt(workspace, file + ".converted.xlsx");
        assertThat(receipt.get("status").asString()).isEqualTo("accepted");
        return receipt.get("sheets")
                .valueStream()
                .mapToInt(sheet -> sheet.get("rows").get("accepted").asInt())
                .sum();
    }

    private List<Map<String, Object>> stored(String table, String hub) throws IOException {
        return workspace.ask("select " + table + ".* from " + table + " semi join claim_in_force using (claim) where "
                + table + ".hub = '" + hub + "' and " + table + ".time_period = 202223 order by row_number");
    }

    @Test
    void oneTabForEachWorkGroupIsOneListWithItsActivities() throws IOException {
        assertThat(accepted(TABS)).isEqualTo(4);
        assertThat(stored("engagement", "QS1"))
                .filteredOn(row -> row.get("activity").equals("NCP22-04"))
                .extracting(row -> row.get("sessions_attended"))
                .containsExactly(2, 3);
    }

    @Test
    void theYearOfARegisterIsTakenFromTheDatesInItsHeadings() throws IOException {
        assertThat(first(REGISTER).get("sheets").get(0).get("academic_year").asString())
                .isEqualTo("2022/23");
        assertThat(accepted(REGISTER)).isEqualTo(2);
    }

    @Test
    void theYearOfAnswersIsTakenFromTheirTimes() throws IOException {
        assertThat(first(ANSWERS).get("sheets").get(0).get("academic_year").asString())
                .isEqualTo("2022/23");
        assertThat(accepted(ANSWERS)).isEqualTo(3);
    }

    @Test
    void aPivotOfQuantitiesIsReadAsStatedTotalsWithoutItsTotal() throws IOException {
        assertThat(accepted(PIVOT)).isEqualTo(3);
        assertThat(stored("stated_total", "QS1"))
                .extracting(row -> row.get("quantity") + " " + row.get("stated_value"))
                .containsExactly("Developing 7", "Embedding 10", "Sustaining 27");
    }

    @Test
    void aPivotOfRowsSaysWhichListIsWanted() throws IOException {
        assertThat(first(PIVOT_OF_ROWS).get("findings").toString())
                .contains("pivot_of_rows")
                .contains("with every row behind the counts, as School engagement");
    }

    @Test
    void sessionsMarkedYesAndNoAreCountedAboveATotal() throws IOException {
        assertThat(accepted(YES_NO)).isEqualTo(2);
        assertThat(stored("engagement", "QS1"))
                .filteredOn(row -> row.get("activity").equals("NCP22-09"))
                .extracting(row ->
                        row.get("sessions_attended") + " of " + row.get("sessions_offered") + " " + row.get("status"))
                .containsExactly("1 of 2 Completed", "2 of 2 Completed");
    }

    @Test
    void aColumnOfCodesIsKnownByTheirShape() throws IOException {
        assertThat(accepted(CODES)).isEqualTo(2);
        assertThat(stored("engagement", "QS1"))
                .filteredOn(row -> row.get("activity").equals("NCP22-10"))
                .extracting(row -> row.get("sessions_attended"))
                .containsExactly(5, 6);
    }

    @Test
    void aListOfLeadsIsKnownByItsTitle() throws IOException {
        assertThat(first(LEADS).get("sheets").get(0).get("return").asString()).isEqualTo("pd_lead");
        assertThat(first(LEADS).get("sheets").get(0).get("findings").toString())
                .contains("Lead role (is it \\\"Role in hub\\\"?)")
                .doesNotContain("Shared post");
    }

    @Test
    void aPivotThatCountsByActivityAsksForTheRowsOfEngagement() throws IOException {
        assertThat(first(PIVOT_OF_CODES).get("findings").toString())
                .contains("it counts rows by Activity code, and does not list them", "as School engagement");
    }

    @Test
    void aQuestionThatIsNearlyKnownIsProposedOnItsOwnScale() throws IOException {
        assertThat(first(ANSWERS).get("sheets").get(0).get("findings").toString())
                .contains("How satisfied were you with the Work Group, all in all?, read as");
    }

    @Test
    void aPlanOfDeliveryIsNotTakenForTheCatalogueOfActivities() throws IOException {
        assertThat(first(PLAN).get("sheets").get(0).get("return").asString()).isEqualTo("delivery");
        assertThat(accepted(PLAN)).isEqualTo(2);
    }

    @Test
    void aShortHeadingIsReadWithTheGroupAboveIt() throws IOException {
        assertThat(accepted(GROUPED)).isEqualTo(3);
        assertThat(stored("engagement", "QS1"))
                .filteredOn(row -> row.get("activity").equals("NCP22-07"))
                .extracting(row -> row.get("participant") + " " + row.get("sessions_attended"))
                .containsExactly("T01 3", "T02 null", "T03 4");
    }

    @Test
    void theStatusIsProposedFromColoursAndTheirKey() throws IOException {
        assertThat(accepted(COLOURED)).isEqualTo(4);
        assertThat(stored("pathway", "HM1"))
                .extracting(row -> row.get("status"))
                .containsExactly("Active", "Paused", "Active", "Active");
    }

    @Test
    void keysAndFootnotesUnderATableAreSetAside() throws IOException {
        JsonNode rows = first(NOTED).get("sheets").get(0).get("rows");
        assertThat(rows.get("accepted").asInt()).isEqualTo(2);
        assertThat(rows.get("left_out").asInt()).isZero();
        assertThat(rows.get("aside").asInt()).isEqualTo(3);
    }
}
