package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Files as hubs keep them, read in a town with two hubs.
final class KeptSheets {

    private static final Town TOWN = new Town();

    private final Screening screening = new Screening(Desk.TYPES, ReadLimits.standard());
    private final Path folder;

    KeptSheets(Path folder) {
        this.folder = folder;
    }

    /// A sheet of a workbook, of lines whose cells are parted by bars. What looks like a number is one, and a line that
    /// begins with a tilde is hidden.
    record Page(String name, boolean hidden, List<String> lines) {

        static Page of(String name, String... lines) {
            return new Page(name, false, List.of(lines));
        }

        static Page hidden(String name, String... lines) {
            return new Page(name, true, List.of(lines));
        }

        private void write(XSSFWorkbook workbook) {
            XSSFSheet sheet = workbook.createSheet(name);
            for (int row = 0; row < lines.size(); row++) {
                boolean filtered = lines.get(row).startsWith("~");
                String[] cells = lines.get(row).substring(filtered ? 1 : 0).split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    String text = cells[column].strip();
                    if (text.isEmpty()) continue;
                    Cell cell =
                            (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
                    if (text.matches("\\d+(\\.\\d+)?")) cell.setCellValue(Double.parseDouble(text));
                    else cell.setCellValue(text);
                }
                if (filtered) sheet.getRow(row).setZeroHeight(true);
            }
            workbook.setSheetHidden(workbook.getSheetIndex(sheet), hidden);
        }
    }

    /// Reads a workbook.
    ScreenedFile read(String name, Page... pages) {
        Path file = folder.resolve(name);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (Page page : pages) page.write(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return screening.screen(file, name, TOWN);
    }

    /// Reads the one sheet of a workbook.
    ScreenedSheet sheet(String name, String... lines) {
        ScreenedFile file = read(name, Page.of("Sheet1", lines));
        assertThat(file.sheets()).as("%s", file.findings()).isNotEmpty();
        return file.sheets().get(0);
    }

    /// The one sheet of a workbook, which goes back converted.
    ConvertedTable converted(String name, String... lines) {
        ScreenedSheet sheet = sheet(name, lines);
        assertThat(sheet.status()).as("%s", sheet.findings()).isEqualTo(ScreenedSheet.Status.CONVERTED);
        try {
            List<ConvertedTable> tables = screening.conversions(folder.resolve(name), name, TOWN);
            assertThat(tables).hasSize(1);
            return tables.get(0);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> column(ConvertedTable table, String field) {
        return at(table, field)
                .mapToObj(at -> table.lines().stream()
                        .map(line -> CellText.of(line.entries().get(at).cell()))
                        .toList())
                .findFirst()
                .orElse(List.of());
    }

    static List<Mark> marks(ConvertedTable table, String field) {
        return at(table, field)
                .mapToObj(at -> table.lines().stream()
                        .map(line -> line.entries().get(at).mark())
                        .toList())
                .findFirst()
                .orElse(List.of());
    }

    private static IntStream at(ConvertedTable table, String field) {
        return IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).field().name().equals(field));
    }

    /// What was taken for the hub and the year from around the table.
    static List<String> given(ConvertedTable table) {
        return table.given().stream().map(given -> given.written()).toList();
    }

    /// The words of the findings of a rule.
    static List<Map<String, String>> words(ScreenedSheet sheet, String rule) {
        return sheet.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::text)
                .map(text -> text.words())
                .toList();
    }

    static List<String> remarks(ConvertedTable table, String rule) {
        return table.remarks().stream()
                .filter(remark -> remark.rule().name().equalsIgnoreCase(rule))
                .map(remark -> remark.cell() + " " + remark.value())
                .toList();
    }
}
