package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/// A return that gives names of people in place of references: the names are in nothing that is stored or returned.
class NamesNowhereTest {

    private static final List<String> HEADINGS = List.of(
            "Hub",
            "Academic year",
            "URN",
            "Activity code",
            "Participant reference",
            "Sessions offered",
            "Sessions attended",
            "Status",
            "Class teacher",
            "Line manager");

    @TempDir
    private Path folder;

    @Test
    void aNameIsFoundInTheArchiveAlone() throws IOException {
        TestWorkspace workspace = TestWorkspace.withRegisters(folder);
        workspace.drop(TestWorkspace.SAMPLES.resolve("activities"));
        write(workspace.root().resolve("import/named.xlsx"), "2022/23", false);
        write(workspace.root().resolve("import/named_in_cells.xlsx"), "2021/22", true);
        workspace.runWithoutReports("nightly");
        for (String name : List.of("Ploverquist", "Zephyrine", "Wrenfold", "Oriole", "Larkspur", "Thrushwell"))
            assertThat(PublicCasesTest.filesWith(workspace.root(), name))
                    .as(name)
                    .isEmpty();
        assertThat(workspace.ask(
                        "select distinct is_pseudonym(participant) as named from engagement where hub = 'HM1'"))
                .containsExactly(Map.of("named", true));
        Path returned;
        try (Stream<Path> files = Files.list(workspace.root().resolve("returned/HM1/2022-23"))) {
            returned = files.filter(file -> file.toString().endsWith(".returned.xlsx"))
                    .findFirst()
                    .orElseThrow();
        }
        String pseudonym = workspace
                .ask("select participant from engagement where time_period = 202223 order by claim, row_number limit 1")
                .get(0)
                .get("participant")
                .toString();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(returned))) {
            XSSFSheet sheet = workbook.getSheet("Engagement");
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo(pseudonym);
        }
        // The returned workbook is read like the original file.
        Files.copy(returned, workspace.root().resolve("import/again.xlsx"));
        workspace.run("import");
        assertThat(workspace.ask("select count(distinct participant) as people from engagement"))
                .containsExactly(Map.of("people", 3L));
    }

    @Test
    void theKeyIsReadByItsOwnerAlone() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        workspace.run("import");
        Path key = workspace.root().resolve("pseudonyms.key");
        assertThat(key).isRegularFile();
        if (Files.getFileStore(key).supportsFileAttributeView(PosixFileAttributeView.class))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
    }

    private static void write(Path file, String year, boolean inline) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Engagement");
            put(sheet, 0, 0, "Completed by: Magpie Thrushwell", false);
            for (int column = 0; column < HEADINGS.size(); column++) put(sheet, 1, column, HEADINGS.get(column), false);
            for (int row = 2; row <= 13; row++) {
                List<String> names = List.of("Zephyrine Ploverquist", "Oriole Wrenfold", "Larkspur");
                List<Object> values = List.of(
                        "HM1",
                        year,
                        900_046 + row % 3,
                        "MA22-01",
                        names.get(row % 3),
                        6,
                        6,
                        row == 5 ? "Complet" : "Completed",
                        "Oriole Wrenfold",
                        "Zephyrine Ploverquist");
                for (int column = 0; column < values.size(); column++)
                    put(sheet, row, column, values.get(column), inline);
            }
            Name range = workbook.createName();
            range.setNameName("Zephyrine_Ploverquist");
            range.setRefersToFormula("Engagement!$A$1:$B$2");
            comment(sheet, "Ask Oriole Wrenfold or Larkspur about this row");
            workbook.createSheet("Contacts").createRow(0).createCell(0).setCellValue("Zephyrine Ploverquist");
            workbook.write(out);
        }
    }

    private static void put(XSSFSheet sheet, int row, int column, Object value, boolean inline) {
        XSSFCell cell = (column == 0 ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
        if (value instanceof Number number) cell.setCellValue(number.doubleValue());
        else if (inline) {
            CTCell kept = cell.getCTCell();
            kept.setT(STCellType.INLINE_STR);
            kept.addNewIs().setT(value.toString());
        } else cell.setCellValue(value.toString());
    }

    private static void comment(XSSFSheet sheet, String text) {
        Cell cell = sheet.getRow(2).getCell(7);
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setRow1(2);
        anchor.setRow2(5);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAuthor("Oriole Wrenfold");
        cell.setCellComment(comment);
    }
}
