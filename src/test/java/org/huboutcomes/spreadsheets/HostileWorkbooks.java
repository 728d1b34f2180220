package org.huboutcomes.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Workbooks that a library writes: encrypted, truncated, of an old format, or full of unwanted content.
final class HostileWorkbooks {

    private final List<HostileFile> files = new ArrayList<>();

    private HostileWorkbooks() {}

    static List<HostileFile> all() {
        HostileWorkbooks workbooks = new HostileWorkbooks();
        workbooks.locked();
        workbooks.oldKind();
        workbooks.full();
        return workbooks.files;
    }

    private void locked() {
        for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard))
            add("locked, " + mode + ".xlsx", "refused encrypted_file", () -> locked(mode));
        add("locked.xls", "refused encrypted_file", () -> {
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            try {
                return old(sheet -> {});
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        });
        add("locked and cut short.xlsx", "refused damaged_file", () -> HostileZips.half(locked(EncryptionMode.agile)));
        xlsx("protected against change.xlsx", "accepted", sheet -> sheet.protectSheet("secret"));
    }

    private void oldKind() {
        add("old, named.xlsx", "accepted", () -> old(sheet -> {}));
        add("old and cut short.xls", "refused damaged_file", () -> HostileZips.half(old(sheet -> {})));
        add("old and spoilt.xls", "refused damaged_file", () -> {
            byte[] bytes = old(sheet -> {});
            Arrays.fill(bytes, 1_024, 2_048, (byte) 0x77);
            return bytes;
        });
        add(
                "old with a formula.xls",
                "accepted",
                () -> old(sheet -> sheet.getRow(1).getCell(2).setCellFormula("1/0")));
        add("a letter of the old kind.xls", "refused old_document", () -> storage("WordDocument"));
        add("an installer.xls", "refused not_a_spreadsheet", () -> storage("!_StringData"));
        add("nothing stored.xls", "refused not_a_spreadsheet", () -> storage());
        add("a workbook of nothing.xls", "refused unrecognised_file", () -> storage("Workbook"));
    }

    private void full() {
        xlsx("ten thousand comments.xlsx", "held too_many_errors unknown_choice", sheet -> {
            var drawing = sheet.createDrawingPatriarch();
            var help = sheet.getWorkbook().getCreationHelper();
            for (int row = 0; row < 2_000; row++) {
                var comment = drawing.createCellComment(help.createClientAnchor());
                comment.setString(help.createRichTextString("see row " + row));
                comment.setAddress(row, 7);
            }
            sheet.getRow(1).getCell(3).setCellValue("Sustaning");
        });
        xlsx("merged headings.xlsx", "accepted", sheet -> {
            sheet.shiftRows(0, 1, 1);
            sheet.createRow(0).createCell(2).setCellValue("The school");
            sheet.addMergedRegion(CellRangeAddress.valueOf("C1:E1"));
        });
        xlsx("everything hidden.xlsx", "accepted hidden_column hidden_rows", sheet -> {
            for (int column = 0; column < 5; column++) sheet.setColumnHidden(column, true);
            sheet.getRow(1).setZeroHeight(true);
        });
    }

    private void xlsx(String name, String ends, Consumer<Sheet> change) {
        add(name, ends, () -> bytes(new XSSFWorkbook(), change));
    }

    private static byte[] old(Consumer<Sheet> change) throws Exception {
        return bytes(new HSSFWorkbook(), change);
    }

    private static byte[] bytes(Workbook workbook, Consumer<Sheet> change) throws Exception {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Pathway");
            fill(sheet, 0, HostileFiles.HEADINGS);
            fill(sheet, 1, HostileFiles.GOOD);
            change.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Sheet sheet, int number, List<Object> values) {
        var row = sheet.createRow(number);
        for (Object value : values)
            if (value instanceof Integer whole)
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(whole);
            else row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value.toString());
    }

    private static byte[] locked(EncryptionMode mode) throws Exception {
        var encryptor = new EncryptionInfo(mode).getEncryptor();
        encryptor.confirmPassword("secret");
        try (POIFSFileSystem storage = new POIFSFileSystem();
                OPCPackage parts =
                        OPCPackage.open(new java.io.ByteArrayInputStream(bytes(new XSSFWorkbook(), sheet -> {})));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (OutputStream locked = encryptor.getDataStream(storage)) {
                parts.save(locked);
            }
            storage.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] storage(String... entries) throws Exception {
        try (POIFSFileSystem storage = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String entry : entries)
                storage.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), entry);
            storage.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private void add(String name, String ends, HostileFile.Making making) {
        files.add(new HostileFile(name, ends, making));
    }
}
