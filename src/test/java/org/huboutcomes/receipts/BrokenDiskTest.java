package org.huboutcomes.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.DiskFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If a workbook cannot be written, only its findings are returned. This does not apply to a full disk, which may
/// well have room for the findings.
class BrokenDiskTest {

    private static final List<String> HEADINGS =
            List.of("Hub", "Academic year", "URN", "School", "Stage", "Status", "Reason");

    @TempDir
    private Path folder;

    private Path file;
    private Path target;
    private final Receipt receipt =
            Returning.receipt("pathway.xlsx", "Pathway", "pathway", "H1", "E2", "7919", "Stage is 7919.");

    @BeforeEach
    void aLargeReturn() throws IOException {
        file = folder.resolve("pathway.xlsx");
        target = folder.resolve("made");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Pathway");
            for (int row = 0; row < 2_000; row++)
                for (int column = 0; column < HEADINGS.size(); column++) {
                    if (column == 0) sheet.createRow(row);
                    String text = row == 0 ? HEADINGS.get(column) : Integer.toHexString((row * 31 + column) * 7919);
                    sheet.getRow(row).createCell(column).setCellValue(text);
                }
            workbook.write(out);
        }
    }

    @Test
    void aDiskWithRoomForTheFindingsAloneIsFullAllTheSame() throws Exception {
        assertThat(Returning.workbooks(Returning.limits()).write(file, receipt, target))
                .isEqualTo(".returned.xlsx");
        long own = Files.size(target);
        assertThat(Returning.workbooks(new ReturnedLimits(0, 0)).write(file, receipt, target))
                .isEqualTo(".findings.xlsx");
        long alone = Files.size(target);
        assertThat(own).isGreaterThan(3 * alone);
        assumeTrue(limitFiles(String.valueOf(own / 2)), "a machine without prlimit");
        try {
            assertThatThrownBy(() -> Returning.workbooks(Returning.limits()).write(file, receipt, target))
                    .isInstanceOf(IOException.class)
                    .satisfies(thrown ->
                            assertThat(DiskFailure.isFull(thrown.getMessage())).isTrue());
        } finally {
            limitFiles("unlimited");
        }
    }

    @Test
    void aWorkbookThatCannotBeOpenedGoesBackAsItsFindings() throws IOException {
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(Returning.workbooks(Returning.limits()).write(file, receipt, target))
                .isEqualTo(".findings.xlsx");
    }

    private static boolean limitFiles(String bytes) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/usr/bin/prlimit"))
                && new ProcessBuilder(
                                        "/usr/bin/prlimit",
                                        "--pid",
                                        String.valueOf(ProcessHandle.current().pid()),
                                        "--fsize=" + bytes + ":unlimited")
                                .start()
                                .waitFor()
                        == 0;
    }
}
