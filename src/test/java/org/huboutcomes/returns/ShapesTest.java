package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does to a sheet beside writing into it.
class ShapesTest {

    private static final Object[] HEADINGS = {"Hub", "Academic year", "URN", "Stage", "Status", "School"};
    private static final Object[] FIRST = {"H1", "2022/23", 123456, "Developing", "Active", "A School"};
    private static final Object[] SECOND = {null, null, null, "Embedding", "Active"};
    private static final Object[] THIRD = {null, null, 100002, "Embedding", "Active", "B School"};

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void aLabelMergedOverSeveralRowsHoldsForEachOfThem() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    merge(page, "A2:A4");
                    merge(page, "B2:B4");
                    merge(page, "C2:C3");
                    merge(page, "F2:F3");
                },
                HEADINGS,
                FIRST,
                SECOND,
                THIRD);
        assertThat(sheet.findings()).isEmpty();
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("urn")).containsExactly(123456, 123456, 100002);
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("hub")).containsOnly("H1");
        assertThat(Desk.rows(sheet).get(1)).containsEntry("school", "A School");
    }

    @Test
    void aLabelHoldsForNoRowBelowItsMerge() {
        ScreenedSheet sheet = desk.workbook(page -> merge(page, "A2:B3"), HEADINGS, FIRST, THIRD, THIRD);
        assertThat(Desk.places(sheet)).contains("missing_value A4", "missing_value B4");
    }

    @Test
    void hiddenRowsAreReadAndAskedAboutOnce() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    page.getRow(1).setZeroHeight(true);
                    page.getRow(2).setZeroHeight(true);
                },
                HEADINGS,
                FIRST,
                new Object[] {"H1", "2022/23", 100002, "Embedding", "Active"});
        assertThat(sheet.tally().accepted()).isEqualTo(2);
        assertThat(Desk.places(sheet)).containsExactly("hidden_rows A2");
        assertThat(sheet.findings().get(0).text().words()).containsEntry("rows", "Rows 2 to 3 are");
    }

    @Test
    void rowsWithALineThroughThemAreReadAndAskedAbout() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    var line = page.getWorkbook().createFont();
                    line.setStrikeout(true);
                    var through = page.getWorkbook().createCellStyle();
                    through.setFont(line);
                    page.getRow(1).forEach(cell -> cell.setCellStyle(through));
                },
                HEADINGS,
                FIRST);
        assertThat(sheet.tally().accepted()).isEqualTo(1);
        assertThat(Desk.places(sheet)).containsExactly("struck_rows A2");
    }

    @Test
    void aHiddenColumnIsReadAndAskedAboutByItsHeading() {
        ScreenedSheet sheet = desk.workbook(page -> page.setColumnHidden(3, true), HEADINGS, FIRST);
        assertThat(sheet.tally().accepted()).isEqualTo(1);
        assertThat(Desk.places(sheet)).containsExactly("hidden_column D1");
    }

    @Test
    void aHiddenSheetIsReadAndAskedAbout() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    page.getWorkbook().createSheet("Shown");
                    page.getWorkbook().setSheetHidden(0, true);
                    page.getWorkbook().setActiveSheet(1);
                },
                HEADINGS,
                FIRST);
        assertThat(sheet.tally().accepted()).isEqualTo(1);
        assertThat(Desk.rules(sheet)).containsExactly("hidden_sheet");
    }

    @Test
    void aMemberThatCannotBeReadDoesNotTakeTheOthersOfItsZipAlong() throws IOException {
        Path zip = folder.resolve("returns.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("notes.pdf"));
            out.write("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
            out.putNextEntry(new ZipEntry("pathway.csv"));
            out.write("Hub,Academic year,URN,Stage,Status\nH1,2022/23,123456,Developing,Active\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        ScreenedFile file = desk.read(zip, Desk.REGISTERS);
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.PARTIAL);
        assertThat(file.sheets()).hasSize(2);
        assertThat(Desk.rules(file.sheets().get(0))).containsExactly("not_a_spreadsheet");
        assertThat(file.sheets().get(1).tally().accepted()).isEqualTo(1);
    }

    @Test
    void anotherTableOnTheSheetIsReadAsSuchAndTold() {
        ScreenedFile file = desk.csv(
                "Hub,H1,,,",
                "Academic year,2022/23,,,",
                "URN,Stage,Status",
                "123456,Developing,Active",
                "",
                "Hub,H2,,,",
                "Quantity,Stated value",
                "Schools active on the pathway,1");
        assertThat(file.sheets()).hasSize(2);
        assertThat(file.sheets().get(0).findings()).isEmpty();
        assertThat(file.sheets().get(0).tally()).isEqualTo(new RowCounts(1, 1, 0, 0, 0));
        assertThat(Desk.places(file.sheets().get(1))).containsExactly("second_table A7");
        assertThat(Desk.only(file.sheets().get(1), "hub")).isEqualTo("H2");
        assertThat(Desk.only(file.sheets().get(1), "time_period")).isEqualTo(202223);
    }

    @Test
    void totalsAndNotesAreKnownWhereverTheyStand() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Stage,Status,School",
                "H1,2022/23,123456,Developing,Active,A School",
                "H1,2022/23,Total,,,",
                ",,Sub-total Bucks,,,1",
                "Grand total (all schools),,,,,1",
                "Correct at the first of July,,,,,",
                "* provisional,,,,,");
        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new RowCounts(6, 1, 0, 0, 5));
    }

    @Test
    void aTotalBelowTheCodesIsNoCode() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,Activity code,Places offered,Places filled",
                "H1,2022/23,AB22-01,24,20",
                "H1,2022/23,AB22-02,12,9",
                "H1,2022/23,Total,36,29");
        assertThat(sheet.tally()).isEqualTo(new RowCounts(3, 2, 0, 0, 1));
    }

    @Test
    void whatStandsInAColumnWithoutAHeadingIsTold() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,,Stage,Status",
                "H1,2022/23,123456,new head,Developing,Active,left in May",
                "Correct at the first of July,,,,,");
        assertThat(Desk.only(sheet)).containsEntry("stage", "Developing");
        assertThat(Desk.places(sheet)).containsExactly("column_without_heading D1", "column_without_heading G1");
    }

    @Test
    void headingsInTwoRowsAreReadAsOne() {
        ScreenedSheet sheet = desk.workbook(
                page -> {
                    for (String range : List.of("A1:A2", "B1:B2", "C1:C2", "G1:H1")) merge(page, range);
                },
                new Object[] {"Hub", "Academic year", "Activity code", "The person", null, null, "Sessions"},
                new Object[] {null, null, null, "Participant reference", "URN", "Status", "offered", "attended"},
                new Object[] {"H1", "2022/23", "MA1", "P1", 123456, "Completed", 4, 3});
        assertThat(sheet.findings()).isEmpty();
        assertThat(Desk.only(sheet)).containsEntry("sessions_offered", 4).containsEntry("sessions_attended", 3);
    }

    @Test
    void aGroupThatIsOnlyATitleStandsInNobodysWay() {
        ScreenedSheet sheet = desk.csvSheet(
                ",,The school,,", "Hub,Academic year,URN,Stage,Status", "H1,2022/23,123456,Developing,Active");
        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new RowCounts(1, 1, 0, 0, 0));
    }

    @Test
    void aLabelBesideTheHeadingsIsNoHeading() {
        ScreenedSheet sheet =
                desk.csvSheet(",,,Hub,H1", ",,,Academic year,2022/23", "URN,Stage,Status", "123456,Developing,Active");
        assertThat(sheet.findings()).isEmpty();
        assertThat(Desk.only(sheet, "hub")).isEqualTo("H1");
    }

    @Test
    void aLineDrawnAcrossTheTableIsAside() {
        ScreenedSheet sheet = desk.csvSheet(
                "| Hub | Academic year | URN | Stage | Status |",
                "|-----|---------------|-----|-------|--------|",
                "| H1 | 2022/23 | 123456 | Developing | Active |");
        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new RowCounts(2, 1, 0, 0, 1));
    }

    private static void merge(XSSFSheet page, String range) {
        page.addMergedRegion(CellRangeAddress.valueOf(range));
    }
}
