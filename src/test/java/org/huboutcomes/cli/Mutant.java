package org.huboutcomes.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Randomly damaged copies of good and faulty files; the same seed gives the same file.
final class Mutant {

    private static final List<String> ODD = List.of(
            "",
            "~30",
            "tbc",
            "-",
            "Sustaning",
            "123456.0",
            "999999",
            "2022",
            "AY22/23",
            "2021/22",
            "HM1",
            "FV1",
            "QS1",
            "XX9",
            "28/11/23",
            "31/02/2023",
            "=1+1",
            "-5",
            "jo@example.org",
            "Total",
            "100001",
            "\u0661\u0662",
            "a \"quoted\" word; and another",
            "two\nlines");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Path folder;
    private final long seed;
    private final Random random;
    private int made;

    Mutant(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /// One more file, made from some of these.
    Path next(List<Path> sources) throws IOException {
        Path source = sources.get(random.nextInt(sources.size()));
        Path file = switch (random.nextInt(9)) {
            case 0 -> copy(source);
            case 1 -> zip(source, sources.get(random.nextInt(sources.size())));
            case 2 -> cut(source);
            default -> source.toString().endsWith(".xlsx") ? workbook(source, sources) : lines(source);
        };
        // There are few times for many files, so some are the same.
        Files.setLastModifiedTime(file, FileTime.from(NOON.plusMillis(random.nextInt(6) * 400L)));
        return file;
    }

    private Path name(String ending) {
        return folder.resolve((char) ('a' + random.nextInt(26)) + " file " + seed + "-" + ++made + ending);
    }

    private Path copy(Path source) throws IOException {
        return Files.copy(source, name(ending(source)));
    }

    private static String ending(Path file) {
        return file.toString().substring(file.toString().lastIndexOf('.'));
    }

    private Path zip(Path... members) throws IOException {
        Path file = name(".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < members.length; i++) {
                zip.putNextEntry(new ZipEntry(i + members[i].getFileName().toString()));
                Files.copy(members[i], zip);
            }
        }
        return file;
    }

    private Path cut(Path source) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        Path file = name(ending(source));
        return Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2 + 1)));
    }

    private Path lines(Path source) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(source, StandardCharsets.ISO_8859_1));
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            if (lines.isEmpty()) lines.add("nothing");
            int at = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0 -> lines.add(lines.get(at));
                case 1 -> lines.remove(at);
                case 2 -> lines.set(at, lines.get(at).replaceFirst(",[^,]*", "," + oneOf(ODD)));
                case 3 -> lines.add(at, "");
                default -> lines.set(at, lines.get(at).replace("2022", "2021"));
            }
        }
        Charset charset = random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16;
        return Files.write(name(".csv"), lines, charset);
    }

    private Path workbook(Path source, List<Path> others) throws IOException {
        Path file = name(".xlsx");
        try (Workbook workbook = open(source);
                OutputStream out = Files.newOutputStream(file)) {
            for (int times = 1 + random.nextInt(3); times > 0; times--) change(workbook, others);
            workbook.write(out);
        } catch (RuntimeException | IOException unreadable) {
            // Some faulty files are not workbooks.
            Files.copy(source, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private void change(Workbook workbook, List<Path> others) throws IOException {
        Sheet sheet = workbook.getSheetAt(random.nextInt(workbook.getNumberOfSheets()));
        Row heading = heading(sheet);
        int columns = heading.getLastCellNum();
        Row row = sheet.getRow(
                heading.getRowNum() + 1 + random.nextInt(Math.max(1, sheet.getLastRowNum() - heading.getRowNum())));
        if (columns < 2 || row == null) return;
        int one = random.nextInt(columns);
        int other = random.nextInt(columns);
        switch (random.nextInt(10)) {
            case 0 -> swap(heading, one, other);
            case 1 ->
                sheet.forEach(each -> {
                    if (each.getRowNum() >= heading.getRowNum()) swap(each, one, other);
                });
            case 2, 3, 4 -> cell(row, one).setCellValue(oneOf(ODD));
            case 5 -> copy(row, sheet.createRow(sheet.getLastRowNum() + 1));
            case 6 -> sheet.removeRow(row);
            case 7 -> heading.createCell(columns).setCellValue(random.nextBoolean() ? "Remarks" : "Head's e-mail");
            case 8 -> {
                if (random.nextBoolean())
                    workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
                else sheet.shiftRows(0, sheet.getLastRowNum(), 2);
            }
            default -> add(workbook, oneOf(others));
        }
    }

    /// Adds the sheets of another file: several returns in one workbook, or one return twice.
    private void add(Workbook workbook, Path other) throws IOException {
        if (!other.toString().endsWith(".xlsx")) return;
        try (Workbook more = open(other)) {
            for (Sheet sheet : more) {
                Sheet added = workbook.createSheet("More " + (workbook.getNumberOfSheets() + 1));
                for (Row row : sheet) copy(row, added.createRow(row.getRowNum()));
            }
        }
    }

    private static Row heading(Sheet sheet) {
        Row heading = sheet.getRow(0);
        for (Row row : sheet)
            if (row.getRowNum() < 12
                    && (heading == null || row.getPhysicalNumberOfCells() > heading.getPhysicalNumberOfCells()))
                heading = row;
        return heading == null ? sheet.createRow(0) : heading;
    }

    private static void swap(Row row, int one, int other) {
        Object first = value(row.getCell(one));
        put(cell(row, one), value(row.getCell(other)));
        put(cell(row, other), first);
    }

    private static void copy(Row from, Row to) {
        for (Cell cell : from) put(cell(to, cell.getColumnIndex()), value(cell));
    }

    private static Cell cell(Row row, int column) {
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Object value(Cell cell) {
        if (cell == null) return "";
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> new DataFormatter().formatCellValue(cell);
        };
    }

    private static void put(Cell cell, Object value) {
        if (value instanceof Double number) cell.setCellValue(number);
        else if (value.equals("")) cell.setBlank();
        else cell.setCellValue(value.toString());
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// As many items as requested, in random order.
    <T> List<T> some(List<T> all, int many) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(many, shuffled.size()));
    }
}
