package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.batch.DryRun;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.receipts.TemplateWorkbook;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Returned files, and what happens when they are sent again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path YEAR = TestWorkspace.SAMPLES.resolve("2022-23");

    private final Path folder;
    private final TestWorkspace workspace;

    ReturnedTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = TestWorkspace.in(folder);
    }

    @BeforeAll
    void aYearOfReturns() throws IOException {
        workspace.drop(TestWorkspace.SAMPLES.resolve("registers")).drop(YEAR).run("import");
    }

    @Test
    @Order(1)
    void theFaultyCellIsMarkedAndTheRestIsUnchanged() throws IOException {
        try (Workbook sent = open(YEAR.resolve("HM1_2022-23_return.xlsx"));
                Workbook back = open(returned("HM1", "HM1_2022-23_return.xlsx.returned.xlsx"))) {
            Cell cell = cell(back.getSheet("Pathway"), "E9");
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(cell.getCellComment().getString().getString()).contains("unknown_choice", "Sustaining");
            assertThat(back.getSheetAt(0).getSheetName()).isEqualTo("Findings");
            assertThat(texts(back.getSheet("Pathway").getRow(8))).anyMatch(text -> text.startsWith("E9: "));
            for (Sheet sheet : sent)
                for (Row row : sheet)
                    for (Cell before : row) {
                        Cell after = cell(
                                back.getSheet(sheet.getSheetName()),
                                before.getAddress().formatAsString());
                        assertThat(after.toString()).isEqualTo(before.toString());
                        if (!before.getAddress().formatAsString().equals("E9")
                                || !sheet.getSheetName().equals("Pathway"))
                            assertThat(after.getCellStyle().getIndex())
                                    .isEqualTo(before.getCellStyle().getIndex());
                    }
        }
    }

    @Test
    @Order(2)
    @Tag("long")
    void aReturnedFileHasTheSameFindingsWhenChecked() throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged())) {
            for (String file : List.of("HM1/2022-23/HM1", "FV1/2022-23/FV1", "QS1/2022-23/QS1")) {
                String name = file.substring(file.lastIndexOf('/') + 1) + "_2022-23_return.xlsx";
                Receipt first = new DryRun(open).of(YEAR.resolve(name), TODAY);
                Path back = workspace.root().resolve("returned").resolve(file + "_2022-23_return.xlsx.returned.xlsx");
                Receipt second = new DryRun(open).of(back, TODAY);
                assertThat(found(second)).isNotEmpty().isEqualTo(found(first));
                assertThat(rows(second)).isEqualTo(rows(first));
            }
        }
    }

    @Test
    @Order(3)
    void aNoteExplainsItsQueryAndStaysWithTheRow() throws IOException {
        Path back = returned("FV1", "FV1_2022-23_return.xlsx.returned.xlsx");
        int sheets;
        try (Workbook workbook = open(back)) {
            sheets = workbook.getNumberOfSheets();
            Sheet findings = workbook.getSheetAt(0);
            Row query = row(findings, "Engagement!C41");
            query.getCell(7).setCellValue("=The school moved here; ask jo@example.org");
            workbook.getSheet("Engagement").shiftRows(6, 60, 1);
            save(workbook, workspace.root().resolve("import/FV1_corrected.xlsx"));
        }
        workspace.run("import");
        JsonNode receipt = receipt("FV1", "FV1_corrected.xlsx");
        assertThat(receipt.get("status").asString()).isEqualTo("accepted");
        assertThat(receipt.get("sheets").get(0).get("status").asString()).isEqualTo("ignored");
        JsonNode query = receipt.get("sheets")
                .valueStream()
                .flatMap(sheet -> sheet.get("findings").valueStream())
                .filter(note -> note.get("rule").asString().equals("outside_area"))
                .findFirst()
                .orElseThrow();
        assertThat(query.get("note").asString()).isEqualTo("=The school moved here; ask (address left out)");
        assertThat(query.get("cell").asString()).isEqualTo("C42");
        try (Workbook next = open(returned("FV1", "FV1_corrected.xlsx.returned.xlsx"))) {
            assertThat(next.getNumberOfSheets()).isEqualTo(sheets);
            Row explained = row(next.getSheetAt(0), "Engagement!C42");
            assertThat(explained.getCell(1).toString()).isEqualTo("Query, explained");
            assertThat(explained.getCell(7).getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(footnotes()).containsExactly("=The school moved here; ask (address left out)");
    }

    private List<String> footnotes() throws IOException {
        return workspace.ask("select note from explained_finding").stream()
                .map(row -> String.valueOf(row.get("note")))
                .toList();
    }

    @Test
    @Order(4)
    void bothReceiptsReportAReplacement() throws IOException {
        JsonNode old = claim(receipt("FV1", "FV1_2022-23_return.xlsx"));
        JsonNode later = claim(receipt("FV1", "FV1_corrected.xlsx"));
        assertThat(old.get("in_force").asBoolean()).isFalse();
        assertThat(old.get("superseded_by").asString()).isEqualTo("FV1_corrected.xlsx");
        assertThat(later.get("supersedes").asString()).isEqualTo("FV1_2022-23_return.xlsx");
        assertThat(later.get("changes").toString()).isEqualTo("{\"added\":0,\"removed\":0,\"changed\":0}");
        assertThat(returned("FV1", "FV1_2022-23_return.xlsx.returned.xlsx")).doesNotExist();
    }

    @Test
    @Order(5)
    void withdrawingASubmissionRestoresThePreviousOne() throws IOException {
        assertThat(workspace.exitCode("withdraw", "FV1_corrected.xlsx", "--why", "the wrong file"))
                .isZero();
        JsonNode withdrawn = receipt("FV1", "FV1_corrected.xlsx");
        assertThat(withdrawn.get("status").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.get("withdrawn").toString())
                .isEqualTo("{\"on\":\"2026-11-23\",\"why\":\"the wrong file\"}");
        assertThat(claim(receipt("FV1", "FV1_2022-23_return.xlsx"))
                        .get("in_force")
                        .asBoolean())
                .isTrue();
        assertThat(returned("FV1", "FV1_2022-23_return.xlsx.returned.xlsx")).exists();
        assertThat(workspace.exitCode("withdraw", "FV1_corrected.xlsx", "--why", "again"))
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    @Tag("long")
    void theSameInputGivesTheSameBytes() throws IOException {
        TestWorkspace other = TestWorkspace.in(folder.resolve("other"));
        other.drop(TestWorkspace.SAMPLES.resolve("registers")).drop(YEAR).run("import");
        Path again = other.root().resolve("returned/HM1/2022-23/HM1_2022-23_return.xlsx.returned.xlsx");
        assertThat(Files.readAllBytes(again))
                .isEqualTo(Files.readAllBytes(returned("HM1", "HM1_2022-23_return.xlsx.returned.xlsx")));
    }

    @TestFactory
    @Order(7)
    Stream<DynamicTest> everyTemplateComesBackWithoutAFinding() throws IOException {
        ReturnTypes types = ReturnTypes.of(Catalogue.packaged());
        List<Path> files = new ArrayList<>();
        List<Receipt> receipts;
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged())) {
            for (ReturnType type : types.all()) {
                Path file = folder.resolve(type.name() + ".xlsx");
                TemplateWorkbook.write(type, types, "HM1", AcademicYear.ofPeriod(202223), open.store(), TODAY, file);
                files.add(file);
            }
            receipts = new DryRun(open).of(files, TODAY);
        }
        return IntStream.range(0, files.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        types.all().get(i).name(), () -> cameBack(types.all().get(i), receipts.get(i))));
    }

    /// Lists the hub's schools by number and name; printed text is not shrunk to half its size.
    @Test
    @Order(8)
    void aTemplateNamesTheSchoolsAndIsReadableOnPaper() throws IOException {
        try (Workbook pathway = new XSSFWorkbook(Files.newInputStream(folder.resolve("pathway.xlsx")))) {
            Sheet sheet = pathway.getSheetAt(0);
            Row first = sheet.getRow(sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertThat(first.getCell(0).getNumericCellValue()).isGreaterThan(900_000);
            assertThat(first.getCell(1).getStringCellValue()).isNotBlank();
        }
        for (String name : List.of("survey_response.xlsx", "school_register.xlsx", "pathway.xlsx"))
            try (Workbook made = new XSSFWorkbook(Files.newInputStream(folder.resolve(name)))) {
                Sheet sheet = made.getSheetAt(0);
                int heading = sheet.getPaneInformation().getHorizontalSplitTopRow() - 1;
                double letters = 0;
                for (Cell cell : sheet.getRow(heading)) letters += sheet.getColumnWidth(cell.getColumnIndex()) / 256.0;
                assertThat(letters / sheet.getPrintSetup().getFitWidth())
                        .as(name)
                        .isLessThan(230);
                assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(heading);
            }
    }

    private static void cameBack(ReturnType type, Receipt receipt) {
        assertThat(found(receipt)).isEmpty();
        assertThat(receipt.status()).isEqualTo("accepted");
        assertThat(receipt.sheets().get(0).returnName()).isEqualTo(type.name());
        if (!type.claim().isEmpty()) assertThat(receipt.sheets().get(0).hub()).isEqualTo("HM1");
    }

    private static List<String> found(Receipt receipt) {
        return Stream.concat(
                        receipt.findings().stream(),
                        receipt.sheets().stream().flatMap(sheet -> sheet.findings().stream()))
                .map(note -> note.rule() + " " + note.cell() + " " + note.message())
                .toList();
    }

    private static List<Object> rows(Receipt receipt) {
        List<Object> rows = new ArrayList<>();
        receipt.sheets().stream().filter(sheet -> sheet.returnName() != null).forEach(sheet -> rows.add(sheet.rows()));
        return rows;
    }

    private Path returned(String hub, String name) {
        return workspace
                .root()
                .resolve("returned")
                .resolve(hub)
                .resolve("2022-23")
                .resolve(name);
    }

    private JsonNode receipt(String hub, String file) {
        return new JsonMapper().readTree(returned(hub, file + ".receipt.json").toFile());
    }

    private static JsonNode claim(JsonNode receipt) {
        return receipt.get("sheets")
                .valueStream()
                .filter(sheet -> sheet.get("claims").size() > 0)
                .findFirst()
                .orElseThrow()
                .get("claims")
                .get(0);
    }

    private static Row row(Sheet findings, String where) {
        for (Row row : findings)
            if (row.getCell(0) != null && row.getCell(0).toString().equals(where)) return row;
        throw new AssertionError("no finding at " + where);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.toString()));
        return texts;
    }

    private static Cell cell(Sheet sheet, String address) {
        CellReference place = new CellReference(address);
        return sheet.getRow(place.getRow()).getCell(place.getCol());
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static void save(Workbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
