package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.spreadsheets.NastyText;
import org.huboutcomes.spreadsheets.xlsx.XmlEscapes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Any text is returned as text that no program treats as a formula, and is read unchanged when sent again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrittenBackTest {

    private static final List<String> HEADINGS =
            List.of("Hub", "Academic year", "URN", "School", "Stage", "Status", "Reason");
    private static final int STAGE = 4;
    private static final int REASON = 6;
    private static final String WRONG = "Mastery";

    private final Path folder;
    private final TestWorkspace workspace;
    private final List<List<String>> rows = new ArrayList<>();

    WrittenBackTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeAll
    void registersAreThere() throws IOException {
        NastyText texts = new NastyText(3);
        for (String urn : urns())
            for (String stage : List.of("Developing", "Embedding", "Sustaining"))
                rows.add(List.of("QS1", "2022/23", urn, texts.next(), stage, "Active", texts.next()));
        List<String> longest = new ArrayList<>(rows.get(0));
        longest.set(REASON, NastyText.longest());
        rows.set(0, longest);
        List<String> wrong = new ArrayList<>(rows.get(1));
        wrong.set(STAGE, WRONG);
        rows.set(1, wrong);
    }

    @Test
    @Tag("long")
    void textsOfACsvAreReadUnchangedFromTheReturnedWorkbook() throws IOException {
        Path file = folder.resolve("texts.csv");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = CSVFormat.EXCEL.print(writer)) {
            printer.printRecord(HEADINGS);
            printer.printRecords(rows);
        }
        comesBackAsItWas(file);
    }

    @Test
    void textsOfAWorkbookAreReadUnchangedFromTheReturnedCopy() throws IOException {
        Path file = folder.resolve("texts.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Pathway");
            fill(sheet.createRow(0), HEADINGS::get, HEADINGS.size());
            for (int i = 0; i < rows.size(); i++) fill(sheet.createRow(i + 1), rows.get(i)::get, HEADINGS.size());
            workbook.write(out);
        }
        comesBackAsItWas(file);
    }

    /// The faulty cell is corrected, and each query is explained with another such text.
    private void comesBackAsItWas(Path file) throws IOException {
        String name = file.getFileName().toString();
        drop(file);
        Map<Integer, String> read = reasons(name);
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i).get(REASON);
            if (i != 1 && isPlain(text)) assertThat(read.get(i + 2)).isEqualTo(CsvInjection.undone(text));
        }
        Path back = returned(name);
        Map<String, String> notes = new TreeMap<>();
        Path corrected = folder.resolve("corrected " + name.replace('.', ' ') + ".xlsx");
        try (Workbook workbook = open(back);
                OutputStream out = Files.newOutputStream(corrected)) {
            isHarmless(workbook);
            Sheet sheet = workbook.getSheetAt(1);
            assertThat(sheet.getRow(2).getCell(STAGE).getStringCellValue()).isEqualTo(WRONG);
            sheet.getRow(2).getCell(STAGE).setCellValue(rows.get(4).get(STAGE));
            explain(workbook.getSheetAt(0), notes);
            workbook.write(out);
        }
        drop(corrected);
        Map<Integer, String> again = reasons(corrected.getFileName().toString());
        read.forEach((row, text) -> assertThat(again.get(row)).as("row %s", row).isEqualTo(text));
        assertThat(again).hasSizeGreaterThanOrEqualTo(rows.size() - 10);
        assertThat(notes).isNotEmpty();
        Path told = returned(corrected.getFileName().toString());
        try (Workbook workbook = open(told)) {
            isHarmless(workbook);
            assertThat(notes(workbook.getSheetAt(0))).containsAllEntriesOf(stored());
        }
        drop(Files.copy(told, folder.resolve("once more " + name + ".xlsx")));
        assertThat(reasons("once more " + name + ".xlsx")).isEqualTo(again);
    }

    private static void explain(Sheet findings, Map<String, String> notes) {
        NastyText texts = new NastyText(4);
        for (Row row : findings) {
            if (row.getCell(1) == null || !row.getCell(1).toString().startsWith("Query")) continue;
            String note = texts.next();
            row.getCell(7).setCellValue(XmlEscapes.encoded(note));
            notes.put(row.getCell(8).getStringCellValue(), note);
        }
    }

    private static Map<String, String> notes(Sheet findings) {
        Map<String, String> notes = new TreeMap<>();
        for (Row row : findings)
            if (row.getCell(1) != null && row.getCell(1).toString().equals("Query, explained"))
                notes.put(row.getCell(8).getStringCellValue(), row.getCell(7).getStringCellValue());
        return notes;
    }

    /// By key, as in the Findings sheet.
    private Map<String, String> stored() throws IOException {
        Map<String, String> stored = new TreeMap<>();
        workspace
                .ask(
                        "select distinct concat_ws('|', return_name, coalesce(hub, ''), coalesce(time_period::varchar, ''), rule, coalesce(field, ''), row_key) as key, note from explained_finding")
                .forEach(row ->
                        stored.put(row.get("key").toString(), row.get("note").toString()));
        assertThat(stored).as("notes in the store").isNotEmpty();
        return stored;
    }

    /// Every program sees text: by its type, and for text like a formula also by quote prefix and format.
    private static void isHarmless(Workbook workbook) {
        for (Sheet sheet : workbook)
            for (Row row : sheet)
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    boolean ours = workbook.getSheetIndex(sheet) == 0;
                    if (ours
                            && cell.getCellType() == CellType.STRING
                            && CsvInjection.isDangerous(cell.getStringCellValue()))
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .as(cell.getAddress().toString())
                                .isTrue();
                }
    }

    private Map<Integer, String> reasons(String file) throws IOException {
        Map<Integer, String> reasons = new TreeMap<>();
        workspace
                .ask(
                        "select row_number, reason from pathway join claim using (claim) join submission using (submission)"
                                + " where file_name = '" + file + "'")
                .forEach(row -> reasons.put(
                        ((Number) row.get("row_number")).intValue(),
                        row.get("reason") == null ? "" : row.get("reason").toString()));
        assertThat(reasons).isNotEmpty();
        return reasons;
    }

    /// Texts that reading does not change: only single spaces, and no invisible characters.
    private static boolean isPlain(String text) {
        return text.strip().equals(text)
                && text.codePoints()
                        .noneMatch(c -> c < ' '
                                || c == 0xA0
                                || c == 0x200B
                                || c == 0x200D
                                || c == 0xFEFF
                                || Character.getType(c) == Character.SURROGATE)
                && !text.contains("  ");
    }

    private void drop(Path file) throws IOException {
        Files.copy(file, workspace.root().resolve("import").resolve(file.getFileName()));
        workspace.run("import");
    }

    private Path returned(String name) throws IOException {
        try (Stream<Path> all = Files.walk(workspace.root().resolve("returned"))) {
            return all.filter(file -> file.getFileName().toString().startsWith(name + ".returned."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> urns() throws IOException {
        try (InputStream in = Files.newInputStream(TestWorkspace.SAMPLES.resolve("2022-23/QS1_2022-23_return.xlsx"));
                Workbook workbook = new XSSFWorkbook(in)) {
            List<String> urns = new ArrayList<>();
            DataFormatter texts = new DataFormatter();
            for (Row row : workbook.getSheet("Pathway"))
                for (Cell cell : row)
                    if (texts.formatCellValue(cell).matches("9\\d{5}")) urns.add(texts.formatCellValue(cell));
            return urns.stream().distinct().limit(30).toList();
        }
    }

    private static void fill(Row row, IntFunction<String> text, int columns) {
        for (int i = 0; i < columns; i++) row.createCell(i).setCellValue(XmlEscapes.encoded(text.apply(i)));
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
