package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookOpenerTest {

    private static final byte[] CSV = "a,b\n1,2\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void theContentSaysWhatAFileIsAndNotItsName() throws Exception {
        assertThat(TestFiles.rows(workbook(new XSSFWorkbook(), "register.csv"))).hasSize(1);
        assertThat(TestFiles.rows(workbook(new HSSFWorkbook(), "return.xlsx"))).hasSize(1);
        assertThat(TestFiles.rows(Files.write(folder.resolve("text.xlsx"), CSV)))
                .hasSize(2);
    }

    @Test
    void aZipIsOneSheetPerMemberAndPerWorksheet() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a/links.csv", CSV);
        members.put("__MACOSX/a/._links.csv", new byte[] {0, 5, 22, 7});
        members.put("a/.DS_Store", new byte[] {0, 0, 0, 1});
        members.put("return.xlsx", Files.readAllBytes(workbook(new XSSFWorkbook(), "w.xlsx")));
        members.put("old.xls", Files.readAllBytes(workbook(new HSSFWorkbook(), "w.xls")));
        members.put("scan.pdf", "%PDF-1.7".getBytes(UTF_8));
        members.put("more.zip", Files.readAllBytes(TestFiles.zip(folder, "more.zip", Map.of("b.csv", CSV))));
        try (Book book = TestFiles.open(TestFiles.zip(folder, "all.zip", members))) {
            assertThat(book.sheets())
                    .extracting(Sheet::name)
                    .containsExactly("a/links.csv", "return.xlsx > Return", "old.xls > Return", "scan.pdf", "more.zip");
            assertThat(TestFiles.rows(book.sheets().get(0))).hasSize(2);
            assertThat(TestFiles.rows(book.sheets().get(1))).hasSize(1);
            assertThat(TestFiles.rows(book.sheets().get(2))).hasSize(1);
            assertUnreadable("not_a_spreadsheet", () -> book.sheets().get(3).rows());
            assertUnreadable("zip_in_zip", () -> book.sheets().get(4).rows());
        }
    }

    @Test
    void aZipOfTooMuchIsUnreadable() throws Exception {
        Path bomb = TestFiles.zip(folder, "bomb.zip", Map.of("a.csv", new byte[50_000_000]));
        assertUnreadable("too_large", () -> TestFiles.open(bomb));
        Path large = TestFiles.zip(folder, "large.zip", Map.of("a.csv", CSV, "b.csv", CSV));
        assertUnreadable(
                "too_large", () -> BookOpener.open(large, "large.zip", TestFiles.limits(1_000, 12, 100, 9, 9, 9, 9)));
        assertUnreadable(
                "too_large", () -> BookOpener.open(large, "large.zip", TestFiles.limits(12, 1_000, 100, 9, 9, 9, 9)));
    }

    @Test
    void aLockedWorkbookIsUnreadable() throws Exception {
        assertUnreadable("encrypted_file", () -> TestFiles.open(locked("return.xlsx")));
    }

    @Test
    void whatIsNoSpreadsheetIsToldApart() throws IOException {
        assertRefused("empty_file", new byte[0]);
        assertRefused("empty_file", " \r\n\r\n".getBytes(UTF_8));
        assertRefused("web_page", "\ufeff \n<!DOCTYPE html><table>".getBytes(UTF_8));
        assertRefused("not_a_spreadsheet", "%PDF-1.7\n".getBytes(UTF_8));
        assertRefused("not_a_spreadsheet", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        assertRefused("old_workbook", new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0});
        assertRefused("damaged_file", "PK\3\4 and nothing more".getBytes(UTF_8));
        Path whole = workbook(new XSSFWorkbook(), "whole.xlsx");
        byte[] bytes = Files.readAllBytes(whole);
        assertRefused("damaged_file", Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void otherOfficeFilesAreToldApart() throws Exception {
        Map<String, byte[]> ods = new LinkedHashMap<>();
        ods.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
        ods.put("content.xml", "<x/>".getBytes(UTF_8));
        assertUnreadable("open_document", () -> TestFiles.open(TestFiles.zip(folder, "a.ods", ods)));
        assertUnreadable(
                "binary_workbook",
                () -> TestFiles.open(WorkbookParts.withRows("")
                        .types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                        .write(folder)));
        assertUnreadable(
                "not_a_spreadsheet",
                () -> TestFiles.open(WorkbookParts.withRows("")
                        .types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                        .write(folder)));
    }

    @Test
    void whatIsLeftOfAFileWhenItsTimeIsUpIsNotRead() throws Exception {
        ReadLimits second = new ReadLimits(1_000_000, 1_000_000, 100, 9, 9_000, 9_000, 9_000, 100_000, 1, 9);
        Path csv = Files.write(folder.resolve("long.csv"), "1,2\n".repeat(3_000).getBytes(UTF_8));
        Path xlsx =
                WorkbookParts.withRows("<row><c><v>1</v></c></row>".repeat(9)).write(folder);
        for (Path file : List.of(csv, xlsx))
            try (Book book = BookOpener.open(file, "slow", second)) {
                Thread.sleep(1_001);
                assertUnreadable("too_slow", () -> TestFiles.rows(book.sheets().get(0)));
            }
    }

    @Test
    void limitsMustMakeSense() {
        assertThatThrownBy(() -> TestFiles.limits(0, 1, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestFiles.limits(1, 1, 1, 1, 1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path workbook(Workbook workbook, String name) throws IOException {
        workbook.createSheet("Return").createRow(0).createCell(0).setCellValue("URN");
        return TestFiles.workbook(folder, name, workbook);
    }

    private Path locked(String name) throws Exception {
        Path file = folder.resolve(name);
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (POIFSFileSystem storage = new POIFSFileSystem();
                OPCPackage parts = OPCPackage.open(
                        workbook(new XSSFWorkbook(), "open.xlsx").toFile())) {
            try (OutputStream out = encryptor.getDataStream(storage)) {
                parts.save(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            storage.writeFilesystem(bytes);
            return Files.write(file, bytes.toByteArray());
        }
    }

    private void assertRefused(String rule, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("return.xlsx"), content);
        assertUnreadable(rule, () -> TestFiles.open(file));
    }

    private static void assertUnreadable(String rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        unreadable -> assertThat(unreadable.rule()).isEqualTo(rule));
    }
}
