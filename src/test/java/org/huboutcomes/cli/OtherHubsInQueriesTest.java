package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.isolation.Passage;
import org.huboutcomes.delivery.isolation.PdfPassages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A query may be about another hub. The hub's report is still rendered and does not name the other hub; its receipt
/// does, so that the two can agree.
class OtherHubsInQueriesTest {

    private static final Path CASES = Path.of("../shared/cases/public/pdf_refused");
    private static final List<String> YEARS = List.of("202223");

    @TempDir
    private Path folder;

    @Test
    void aSchoolAndALeadOfTwoHubsDoNotBlockAReport() throws IOException {
        TestWorkspace workspace = night();
        Path one = imported(workspace, "HM1_2022-23_return.xlsx");
        Path other = imported(workspace, "QS1_2022-23_return.xlsx");
        edit(one, book -> add(book.getSheet("Pathway"), "HM1", 202223, 900001, "A school", "Embedding", "Active"));
        edit(other, book -> add(book.getSheet("PD leads"), "QS1", 202223, "HM1-L03", "Designer"));
        workspace.run("nightly");
        assertThatNoOtherHubIsNamed(workspace);
        assertThat(printed(workspace, "202223", "HM1"))
                .contains("School 900001 is also Active on the pathway of another hub.");
        assertThat(printed(workspace, "202223", "QS1")).contains("Lead …-L03 is also a lead of another hub.");
        assertThat(receipt(workspace, "HM1", one)).contains("is also Active on the pathway of QS1");
        assertThat(receipt(workspace, "QS1", other)).contains("Lead HM1-L03 is also a lead of HM1");
    }

    @Test
    @Tag("long")
    void aNoteIsPrintedWithoutTheNameOfAnotherHub() throws IOException {
        TestWorkspace workspace = night();
        edit(
                imported(workspace, "QS1_2022-23_return.xlsx"),
                book -> add(book.getSheet("PD leads"), "QS1", 202223, "HM1-L03", "Designer"));
        workspace.runWithoutReports("nightly");
        Path again = imported(workspace, "QS1_2022-23_explained.xlsx");
        Files.copy(workspace.root().resolve("returned/QS1/2022-23/QS1_2022-23_return.xlsx.returned.xlsx"), again);
        edit(again, book -> explain(book.getSheetAt(0), "Lead HM1-L03", "Agreed with HM1 and Hallowmere Maths Hub."));
        workspace.run("nightly");
        assertThatNoOtherHubIsNamed(workspace);
        assertThat(printed(workspace, "202223", "QS1")).contains("Agreed with other hubs.");
    }

    @Test
    @Tag("long")
    void theSharedCasesDoNotBlockAReport() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "the shared cases are not here");
        TestWorkspace workspace = night();
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path file : cases.toList())
                Files.copy(
                        file,
                        imported(workspace, name(file).replaceFirst("_return_.*", "_return.xlsx")),
                        StandardCopyOption.REPLACE_EXISTING);
        }
        workspace.run("nightly");
        assertThatNoOtherHubIsNamed(workspace);
    }

    private TestWorkspace night() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .drop(TestWorkspace.SAMPLES.resolve("registers"))
                .drop(TestWorkspace.SAMPLES.resolve("2022-23"));
        Files.writeString(workspace.root().resolve("workspace.yaml"), "networks: [Maths Hubs]\n");
        return workspace;
    }

    private static void assertThatNoOtherHubIsNamed(TestWorkspace workspace) throws IOException {
        for (String year : YEARS)
            for (String hub : List.of("HM1", "QS1")) {
                assertThat(workspace.published("hubs/" + hub + "/" + year + "/" + hub + ".pdf"))
                        .exists();
                String other = hub.equals("HM1") ? "QS1|Quillshire" : "HM1|Hallowmere";
                assertThat(printed(workspace, year, hub)).doesNotContainPattern("\\b(" + other + ")\\b");
                assertThat(pack(workspace, year, hub)).doesNotContainPattern("\\b(" + other + ")\\b");
            }
        assertThat(Manifest.in(workspace.root().resolve("published")).lines())
                .filteredOn(line -> !line.hub().isEmpty())
                .isNotEmpty()
                .allMatch(line -> line.isolation().startsWith("passed "));
    }

    private static String printed(TestWorkspace workspace, String year, String hub) throws IOException {
        return PdfPassages.of(Files.readAllBytes(workspace.published("hubs/" + hub + "/" + year + "/" + hub + ".pdf")))
                .stream()
                .map(Passage::text)
                .collect(Collectors.joining("\n"))
                .replaceAll("\\s+", " ");
    }

    /// All text of the workbook, in any part.
    private static String pack(TestWorkspace workspace, String year, String hub) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] workbook = Files.readAllBytes(workspace.published("hubs/" + hub + "/" + year + "/" + hub + ".xlsx"));
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry())
                text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String receipt(TestWorkspace workspace, String hub, Path file) throws IOException {
        return Files.readString(
                workspace.root().resolve("returned/" + hub + "/2022-23/" + name(file) + ".receipt.json"));
    }

    private static Path imported(TestWorkspace workspace, String file) {
        return workspace.root().resolve("import").resolve(file);
    }

    /// Writes a note beside the findings that contain these words.
    private static void explain(XSSFSheet findings, String words, String note) {
        int column = -1;
        for (Row row : findings)
            for (int i = 0; i < row.getLastCellNum(); i++) {
                String text = row.getCell(i) == null ? "" : row.getCell(i).toString();
                if (text.equals("Note")) column = i;
                else if (column >= 0 && text.contains(words))
                    row.createCell(column).setCellValue(note);
            }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private interface Edit {
        void to(XSSFWorkbook book);
    }

    private static void edit(Path file, Edit edit) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(before));
                OutputStream out = Files.newOutputStream(file)) {
            edit.to(book);
            book.write(out);
        }
    }

    private static void add(XSSFSheet sheet, Object... values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < values.length; i++)
            if (values[i] instanceof Number number) row.createCell(i).setCellValue(number.doubleValue());
            else row.createCell(i).setCellValue(values[i].toString());
    }
}
