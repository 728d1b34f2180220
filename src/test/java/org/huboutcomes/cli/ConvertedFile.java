package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A returned converted workbook, as the analyst edits it.
record ConvertedFile(Path path) {

    /// The converted workbook of a file.
    static ConvertedFile of(TestWorkspace workspace, String file) throws IOException {
        return new ConvertedFile(returned(workspace, file + ".converted.xlsx"));
    }

    static JsonNode receipt(TestWorkspace workspace, String file) throws IOException {
        return new JsonMapper().readTree(Files.readString(returned(workspace, file + ".receipt.json")));
    }

    private static Path returned(TestWorkspace workspace, String name) throws IOException {
        try (Stream<Path> all = Files.walk(workspace.root().resolve("returned"))) {
            List<Path> found = all.filter(path -> path.getFileName().toString().equals(name))
                    .toList();
            assertThat(found).as(name).hasSize(1);
            return found.get(0);
        }
    }

    /// Fills in what is marked as missing, by the heading or label of the cell, and drops the workbook.
    ///
    /// @return its name
    String fillAndDrop(TestWorkspace workspace, Map<String, String> values) throws IOException {
        String name = path.getFileName().toString();
        try (InputStream in = Files.newInputStream(path);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out =
                        Files.newOutputStream(workspace.root().resolve("import").resolve(name))) {
            for (Sheet sheet : workbook)
                if (!sheet.getSheetName().equals("Findings"))
                    for (Row row : sheet)
                        for (Cell cell : row)
                            if (isGap(cell)) cell.setCellValue(values.getOrDefault(heading(sheet, cell), ""));
            workbook.write(out);
        }
        return name;
    }

    private static boolean isGap(Cell cell) {
        return cell.getCellStyle().getBorderTop() == BorderStyle.MEDIUM;
    }

    private static String heading(Sheet sheet, Cell cell) {
        for (int row = cell.getRowIndex() - 1; row >= 0; row--) {
            Cell above = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(cell.getColumnIndex());
            if (above != null && above.getCellStyle().getWrapText() && isBold(sheet, above))
                return above.getStringCellValue();
        }
        return sheet.getRow(cell.getRowIndex()).getCell(0).getStringCellValue();
    }

    private static boolean isBold(Sheet sheet, Cell cell) {
        return sheet.getWorkbook().getFontAt(cell.getCellStyle().getFontIndex()).getBold();
    }

    /// The text of all its parts.
    List<String> parts() throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements())
                try (InputStream part = zip.getInputStream(entries.nextElement())) {
                    parts.add(new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
        }
        return parts;
    }
}
