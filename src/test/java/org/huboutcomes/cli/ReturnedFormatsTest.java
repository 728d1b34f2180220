package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// In any format, a returned file can be opened, has its marks in the right cells, and is read as the same return when
/// it is sent again after correction.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnedFormatsTest {

    private static final String WRONG = "Mastery";
    private static final int STAGE = 4;
    private static final int SCHOOLS = 12;
    private static final byte[] MACROS = "not really macros".getBytes(StandardCharsets.UTF_8);
    private static final List<String> HEADINGS =
            List.of("Hub", "Academic year", "URN", "School", "Stage", "Status", "Reason");

    /// The format received, and the extension of the returned file.
    private static final Map<String, String> FORMS = forms();

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("old.xls", ".returned.xls");
        forms.put("macros.xlsm", ".returned.xlsm");
        forms.put("macros by another name.xlsx", ".returned.xlsm");
        forms.put("strict.xlsx", ".returned.xlsx");
        forms.put("utf16.csv", ".returned.xlsx");
        forms.put("semicolons.csv", ".returned.xlsx");
        forms.put("two members.zip", ".returned.xlsx");
        forms.put("two tables.xlsx", ".returned.xlsx");
        return forms;
    }

    private final Path folder;
    private final TestWorkspace workspace;
    private final List<String> urns = new ArrayList<>();

    ReturnedFormatsTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeAll
    void everyFormatIsImported() throws IOException {
        for (int urn = 900_001; urns.size() < SCHOOLS; urn++) urns.add(String.valueOf(urn));
        Path in = workspace.root().resolve("import");
        List<String> names = List.copyOf(FORMS.keySet());
        try (Workbook old = filled(new HSSFWorkbook(), rows(names.get(0)))) {
            save(old, in.resolve(names.get(0)));
        }
        for (String name : names.subList(1, 3))
            try (XSSFWorkbook macros = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
                filled(macros, rows(name)).setForceFormulaRecalculation(false);
                macros.setVBAProject(new ByteArrayInputStream(MACROS));
                save(macros, in.resolve(name));
            }
        try (Workbook plain = filled(new XSSFWorkbook(), rows("strict.xlsx"))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            plain.write(bytes);
            Files.write(in.resolve("strict.xlsx"), strict(bytes.toByteArray()));
        }
        Files.write(in.resolve("utf16.csv"), csv(rows("utf16.csv"), ",", StandardCharsets.UTF_16));
        Files.write(in.resolve("semicolons.csv"), csv(rows("semicolons.csv"), ";", Charset.forName("windows-1252")));
        List<List<String>> all = rows("two members.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(in.resolve("two members.zip")))) {
            zip.putNextEntry(new ZipEntry("autumn.csv"));
            zip.write(csv(all.subList(0, 10), ",", StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("spring.csv"));
            zip.write(csv(all.subList(10, all.size()), ",", StandardCharsets.UTF_8));
        }
        try (Workbook two = filled(new XSSFWorkbook(), rows("two tables.xlsx"))) {
            addSurvey(two.getSheetAt(0));
            two.createSheet("People").createRow(0).createCell(0).setCellValue("Peregrine Featherquill");
            save(two, in.resolve("two tables.xlsx"));
        }
        workspace.run("import");
    }

    @Test
    @Order(1)
    void eachHasMarkedCellsAndReasonsBesideTheRow() throws IOException {
        for (String name : FORMS.keySet())
            try (Workbook back = open(returned(name))) {
                assertThat(back.getSheetAt(0).getSheetName()).as(name).isEqualTo("Findings");
                Cell wrong = wrong(back);
                assertThat(wrong.getCellStyle().getFillPattern()).as(name).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                assertThat(wrong.getCellComment()).as(name).isNotNull();
                assertThat(wrong.getCellComment().getString().getString())
                        .as(name)
                        .contains("unknown_choice");
                assertThat(texts(wrong.getRow())).as(name).anyMatch(text -> text.contains("Use one of Developing"));
                assertThat(stored(name)).as(name).isEqualTo(SCHOOLS - 1L);
            }
    }

    @Test
    @Order(1)
    void macrosAreKept() throws IOException {
        for (String name : List.of("macros.xlsm", "macros by another name.xlsx"))
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(returned(name)))) {
                byte[] macros = null;
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry())
                    if (part.getName().equals("xl/vbaProject.bin")) macros = zip.readAllBytes();
                assertThat(macros).as(name).isEqualTo(MACROS);
            }
    }

    /// For old-format workbooks POI reports fit-to-page as automatic page breaks.
    @Test
    @Order(1)
    void theFindingsOfEachFitTheWidthOfAPage() throws IOException {
        for (String name : List.of("old.xls", "macros.xlsm"))
            try (Workbook back = open(returned(name))) {
                Sheet findings = back.getSheetAt(0);
                assertThat(name.endsWith(".xls") ? findings.getAutobreaks() : findings.getFitToPage())
                        .as(name)
                        .isTrue();
                assertThat(findings.getPrintSetup().getFitWidth()).as(name).isEqualTo((short) 1);
            }
    }

    /// An old-format workbook keeps texts that no cell uses any more.
    @Test
    @Order(1)
    void anOldWorkbookContainsNoAddress() throws IOException {
        String bytes = new String(Files.readAllBytes(returned("old.xls")), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("xxxxxxxxxxxxxxxxxx");
        assertThat(bytes.replace("\0", "")).doesNotContain("planted.example");
    }

    @Test
    @Order(1)
    void personalDataIsLeftOutOfEveryTableAndUnreadSheet() throws IOException {
        try (Workbook back = open(returned("two tables.xlsx"))) {
            List<String> all = new ArrayList<>();
            for (Sheet sheet : back) sheet.forEach(row -> all.addAll(texts(row)));
            assertThat(String.join("\n", all).toLowerCase()).doesNotContain("featherquill", "@planted.example");
            assertThat(all).contains("Email", "Agree").anyMatch(text -> text.contains("Sheet People is emptied"));
            assertThat(all).contains("ask (address left out)");
        }
    }

    @Test
    @Order(2)
    void aCorrectedFileIsReadAsTheSameReturn() throws IOException {
        Map<String, String> dropped = new LinkedHashMap<>();
        for (String name : FORMS.keySet()) {
            Path back = returned(name);
            dropped.put(name, back.getFileName().toString());
            Path target = workspace.root().resolve("import").resolve(back.getFileName());
            try (Workbook workbook = open(back)) {
                wrong(workbook).setCellValue("Embedding");
                save(workbook, target);
            }
        }
        workspace.run("import");
        for (String name : FORMS.keySet()) {
            String file = dropped.get(name);
            JsonNode receipt = receipt(file);
            assertThat(receipt.get("status").asString()).as(name).isEqualTo("accepted");
            assertThat(stored(file)).as(name).isEqualTo((long) SCHOOLS);
            assertThat(stored(name)).as("%s is in force no longer", name).isZero();
        }
    }

    @Test
    @Order(3)
    void itsNameDoesNotGrowWhenItIsReturnedAgain() throws IOException {
        String once = receiptName("strict.xlsx.returned.xlsx");
        assertThat(once).isEqualTo("strict.xlsx.returned.xlsx.receipt.json");
        Path second = returned("strict.xlsx.returned.xlsx");
        assertThat(second.getFileName()).hasToString("strict.xlsx.returned-2.xlsx");
        Path target = workspace.root().resolve("import").resolve(second.getFileName());
        try (Workbook workbook = open(second)) {
            workbook.getSheet("Pathway").getRow(3).createCell(6).setCellValue("a reason");
            save(workbook, target);
        }
        workspace.run("import");
        assertThat(returned("strict.xlsx.returned-2.xlsx").getFileName()).hasToString("strict.xlsx.returned-3.xlsx");
    }

    private long stored(String file) throws IOException {
        return (long) workspace
                .ask("select count(*) as n from pathway join claim using (claim) join submission using (submission)"
                        + " where file_name = '" + file + "' and in_force")
                .get(0)
                .get("n");
    }

    /// Each format has its own hub and year.
    private List<List<String>> rows(String name) {
        int place = List.copyOf(FORMS.keySet()).indexOf(name);
        String hub = List.of("QS1", "HM1", "FV1").get(place % 3);
        String year = List.of("2020/21", "2021/22", "2022/23").get(place / 3);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < SCHOOLS; i++)
            rows.add(List.of(
                    hub,
                    year,
                    urns.get(i),
                    i == 5 ? "Zzyzx" : "",
                    i == 2 ? WRONG : "Embedding",
                    "Active",
                    i == 4 ? "ask jo@planted.example" : ""));
        return rows;
    }

    private static Workbook filled(Workbook workbook, List<List<String>> rows) {
        Sheet sheet = workbook.createSheet("Pathway");
        fill(sheet.createRow(0), HEADINGS);
        for (List<String> row : rows) fill(sheet.createRow(sheet.getLastRowNum() + 1), row);
        return workbook;
    }

    private static void addSurvey(Sheet sheet) {
        int next = sheet.getLastRowNum() + 3;
        fill(
                sheet.createRow(next),
                List.of("Hub", "Academic year", "Email", "Overall, I was satisfied with this activity"));
        for (int i = 1; i <= 12; i++)
            fill(
                    sheet.createRow(next + i),
                    List.of(
                            "HM1",
                            "2022/23",
                            "p" + i + "@planted.example",
                            i == 3 ? "Perhaps" : "Agree",
                            "Featherquill"));
    }

    private static void fill(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++)
            if (!texts.get(i).isEmpty()) row.createCell(i).setCellValue(texts.get(i));
    }

    private static byte[] csv(List<List<String>> rows, String delimiter, Charset charset) {
        return Stream.concat(Stream.of(HEADINGS), rows.stream())
                .map(row -> String.join(delimiter, row))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(charset);
    }

    /// The same parts with the namespaces of the strict form of the standard.
    private static byte[] strict(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships");
                out.write(xml.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Cell wrong(Workbook back) {
        for (Sheet sheet : back)
            for (Row row : sheet)
                if (sheet != back.getSheetAt(0)
                        && row.getCell(STAGE) != null
                        && row.getCell(STAGE).toString().equals(WRONG)) return row.getCell(STAGE);
        throw new AssertionError("the wrong cell is gone");
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) if (cell.getCellType() == CellType.STRING) texts.add(cell.getStringCellValue());
        return texts;
    }

    private Path returned(String name) throws IOException {
        String receipt = receiptName(name);
        String stem = receipt.substring(0, receipt.length() - ".receipt.json".length());
        String link = "href=\"";
        Path page = place(stem + ".receipt.html");
        String html = Files.readString(page);
        int at = html.indexOf(link);
        assertThat(at).as("%s has a workbook", name).isPositive();
        String made = html.substring(at + link.length(), html.indexOf('"', at + link.length()));
        Path back = page.resolveSibling(made.replace("%20", " "));
        if (FORMS.containsKey(name)) assertThat(back.toString()).endsWith(name + FORMS.get(name));
        return back;
    }

    private String receiptName(String name) throws IOException {
        return place(name + ".receipt.json").getFileName().toString();
    }

    private JsonNode receipt(String name) throws IOException {
        return new JsonMapper().readTree(place(name + ".receipt.json").toFile());
    }

    private Path place(String name) throws IOException {
        try (Stream<Path> all = Files.walk(workspace.root().resolve("returned"))) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + name));
        }
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WorkbookFactory.create(in);
        }
    }

    private static void save(Workbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
