package org.huboutcomes.returns.conversion;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.SchoolFinder;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Reads the schools of a converted sheet: by number, or by name if there is no number.
final class SchoolCells {

    private final ConversionPlan plan;
    private final Remarks remarks;
    private final SchoolFinder schools;
    private final FieldTypes fieldTypes;
    private final Map<Field, ColumnMatch> matches;
    private final @Nullable ColumnMatch names;
    private final List<Given> given;

    SchoolCells(ConversionPlan plan, Remarks remarks, SchoolFinder schools) {
        this.plan = plan;
        this.remarks = remarks;
        this.schools = schools;
        this.fieldTypes = plan.fieldTypes();
        this.matches = plan.matches();
        this.names = plan.names();
        this.given = plan.given();
    }

    /// Finds a school by its number or, without a known number, by its name.
    Entry entry(Field field, Row row, @Nullable AcademicYear year, int line, int column) {
        ColumnMatch match = matches.get(field);
        Cell cell = match == null ? Cell.BLANK : row.cell(match.column());
        Function<String, String> beside = fieldType -> beside(row, fieldType);
        CellReading reading = fieldTypes.read(field, cell, year, none -> "");
        boolean guessed = match == null || !match.exact();
        // A name may be followed by the number: "Oak Green School (110206)".
        if (cell.isBlank()
                && names != null
                && CellText.of(row.cell(names.column())).matches(".*\\d{4}.*")) {
            CellReading numbered = fieldTypes.read(field, row.cell(names.column()), year, none -> "");
            if (numbered.remark() == null) reading = numbered;
        }
        if (reading.value() instanceof Integer urn)
            return new Entry(number(urn), guessed || reading.remark() != null ? Mark.GUESS : Mark.NONE);
        String written = CellText.of(cell);
        String name = names == null
                ? (written.matches(".*\\p{L}{3}.*") ? written : "")
                : CellText.of(row.cell(names.column()));
        String address = names == null
                ? match == null ? null : RecognisedTable.address(match.column(), row.number())
                : RecognisedTable.address(names.column(), row.number());
        if (name.isEmpty()) {
            if (written.isEmpty()) return new Entry(Cell.BLANK, field.required() ? Mark.GAP : Mark.NONE);
            if (reading.remark() != null)
                remarks.add(reading.remark().rule(), row.number(), address, field, written, line, column, true);
            return new Entry(cell, Mark.GAP);
        }
        SchoolFinder.Found found = schools.find(name, places(row, beside), year);
        if (found.proposed() == null) {
            remarks.add(
                    Rule.SCHOOL_NOT_FOUND,
                    row.number(),
                    address,
                    field,
                    name,
                    line,
                    column,
                    true,
                    "place",
                    schools.called(found.place()),
                    "nearest",
                    found.named());
            boolean needed = field.required() || !written.isEmpty() && reading.remark() != null && !isNoAnswer(written);
            return new Entry(Cell.BLANK, needed ? Mark.GAP : Mark.GUESS);
        }
        remarks.add(
                Rule.SCHOOL_PROPOSED,
                row.number(),
                address,
                field,
                name,
                line,
                column,
                true,
                found.exact() ? "named" : "missed",
                "\"" + name + "\"",
                "place",
                schools.called(found.place()),
                "urn",
                found.proposed().school().urn(),
                "name",
                found.proposed().name());
        return new Entry(number(found.proposed().school().urn()), Mark.GUESS);
    }

    private static Cell number(int number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    private static boolean isNoAnswer(String written) {
        return !written.matches(".*\\d{4}.*");
    }

    private String beside(Row row, String fieldType) {
        return matches.values().stream()
                .filter(match -> match.field().type().equals(fieldType))
                .map(match -> CellText.of(row.cell(match.column())))
                .findFirst()
                .orElse("");
    }

    private List<String> places(Row row, Function<String, String> beside) {
        Set<String> places = new LinkedHashSet<>();
        places.add(beside.apply("postcode"));
        places.add(beside.apply("local_authority"));
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            boolean taken = matches.values().stream().anyMatch(match -> match.column() == at);
            String text = CellText.of(row.cell(column));
            if (!taken && row.cell(column) instanceof Cell.Text && text.length() < 40 && schools.isPlace(text))
                places.add(text);
        }
        for (Field field : plan.claimed("hub")) {
            ColumnMatch match = matches.get(field);
            Object hub = match == null ? null : fieldTypes.value(field, row.cell(match.column()));
            if (hub != null) places.add(hub.toString());
            plan.blocks().of(field, row).ifPresent(block -> places.add(block.written()));
        }
        given.stream().filter(one -> one.field().type().equals("hub")).forEach(one -> places.add(one.written()));
        places.remove("");
        return List.copyOf(places);
    }
}
