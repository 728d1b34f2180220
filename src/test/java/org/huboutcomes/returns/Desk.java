package org.huboutcomes.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.returns.values.SchoolName;
import org.huboutcomes.spreadsheets.model.ReadLimits;

/// Writes small files as an analyst would and has them read against a register of a few schools.
final class Desk {

    static final ReturnTypes TYPES = ReturnTypes.of(Catalogue.packaged());

    /// Two schools that followed each other under one LAESTAB, and one of its own.
    static final ReferenceLists REGISTERS = new FewSchools(List.of(
            new Listed("8254012", new ReferenceLists.School(100001, null, LocalDate.of(2021, 8, 31), false, true)),
            new Listed("8254012", new ReferenceLists.School(100002, LocalDate.of(2021, 9, 1), null, false, true)),
            new Listed("8254013", new ReferenceLists.School(123456, null, null, false, true))));

    private final Screening screening = new Screening(TYPES, ReadLimits.standard());
    private final Path folder;

    Desk(Path folder) {
        this.folder = folder;
    }

    /// Reads lines as one CSV file.
    ScreenedFile csv(String... lines) {
        return read(write("return.csv", String.join("\r\n", lines) + "\r\n"), REGISTERS);
    }

    ScreenedSheet csvSheet(String... lines) {
        return csv(lines).sheets().get(0);
    }

    /// Reads rows as the one sheet of a workbook; a null leaves its cell out.
    ScreenedSheet workbook(Object[]... rows) {
        return workbook(sheet -> {}, rows);
    }

    /// The same, after something has been done to the sheet that is no value.
    ScreenedSheet workbook(Consumer<XSSFSheet> shape, Object[]... rows) {
        Path file = folder.resolve("return.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Sheet1");
            for (int row = 0; row < rows.length; row++) fill(sheet.createRow(row), rows[row]);
            shape.accept(sheet);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(file, REGISTERS).sheets().get(0);
    }

    ScreenedFile read(Path file, ReferenceLists registers) {
        return screening.screen(file, file.getFileName().toString(), registers);
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XSSFRow row, Object[] values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] == null) continue;
            Cell cell = row.createCell(column);
            if (values[column] instanceof Number number) cell.setCellValue(number.doubleValue());
            else cell.setCellValue(values[column].toString());
        }
    }

    /// The accepted rows, as values by field; a blank value has no entry.
    static List<Map<String, Object>> rows(ScreenedSheet sheet) {
        return sheet.claims().stream()
                .flatMap(claim -> claim.rows().stream())
                .map(row -> named(sheet.type(), row.values()))
                .toList();
    }

    static Object only(ScreenedSheet sheet, String field) {
        return only(sheet).get(field);
    }

    static Map<String, Object> only(ScreenedSheet sheet) {
        List<Map<String, Object>> rows = rows(sheet);
        if (rows.size() != 1) throw new AssertionError("not one row: " + rows + " " + sheet.findings());
        return rows.get(0);
    }

    /// What is told of a sheet, but for the columns that it could have and has not: the sheets of tests are narrow.
    static List<String> rules(ScreenedSheet sheet) {
        return told(sheet).map(Finding::rule).toList();
    }

    private static Stream<Finding> told(ScreenedSheet sheet) {
        return sheet.findings().stream().filter(finding -> !finding.rule().equals("missing_column"));
    }

    /// Rules with their cells, such as `unknown_urn C5`.
    static List<String> places(ScreenedSheet sheet) {
        return told(sheet).map(finding -> finding.rule() + " " + finding.cell()).toList();
    }

    private static Map<String, Object> named(ReturnType type, Object[] values) {
        Map<String, Object> named = new TreeMap<>();
        for (int i = 0; i < values.length; i++)
            if (values[i] != null) named.put(type.columns().get(i), values[i]);
        return named;
    }

    private record Listed(String laestab, ReferenceLists.School school) {}

    /// As they are on the first day, when nothing has come yet.
    static ReferenceLists noRegisters() {
        return new FewSchools(List.of());
    }

    private record FewSchools(List<Listed> listed) implements ReferenceLists {

        private static final String MARYS = "St Mary's CofE Primary School";
        private static final Map<String, String> HUBS = Map.of("h1", "H1", "hub one", "H1", "uno", "H1", "h2", "H2");

        @Override
        public Optional<String> findHub(String text) {
            return listed.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(HUBS.get(text.strip().toLowerCase(java.util.Locale.ROOT)));
        }

        @Override
        public Collection<String> hubs() {
            return listed.isEmpty() ? List.of() : List.of("H1", "H2");
        }

        @Override
        public boolean hasSchool(int urn) {
            return listed.stream().anyMatch(one -> one.school().urn() == urn);
        }

        @Override
        public List<School> withLaestab(String laestab) {
            return listed.stream()
                    .filter(one -> one.laestab().equals(laestab))
                    .map(Listed::school)
                    .toList();
        }

        @Override
        public List<School> named(String name, String place) {
            return Stream.of("HP11 2AB", "825", "Buckinghamshire")
                    .filter(known -> SchoolName.key(name, place).equals(SchoolName.key(MARYS, known)))
                    .flatMap(known -> listed.stream().map(Listed::school).filter(one -> one.urn() == 123456))
                    .toList();
        }

        @Override
        public List<NamedSchool> schoolsIn(String place) {
            return listed.stream()
                    .map(Listed::school)
                    .filter(one -> one.urn() == 123456 && place.equals("H1"))
                    .map(one -> new NamedSchool(one, MARYS))
                    .toList();
        }

        @Override
        public boolean isComplete() {
            return !listed.isEmpty();
        }
    }
}
