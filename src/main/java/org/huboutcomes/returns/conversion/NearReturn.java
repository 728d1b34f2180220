package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.returns.conversion.rows.SessionHeadings;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.jspecify.annotations.Nullable;

/// Handles a sheet whose headings do not match a return completely: if only the hub or the year is missing, these
/// are looked for around the table; otherwise the sheet is converted.
public final class NearReturn {

    private static final int FEWEST_CELLS = 2;

    private final ReturnTypes types;
    private final FieldTypes fieldTypes;
    private final WhoseReturn whose;
    private final Conversion conversion;

    /// A table with its hub and year, and findings about where they were found.
    public record Whole(RecognisedTable table, List<Finding> findings) {}

    public NearReturn(
            ReturnTypes types,
            ReferenceLists registers,
            FieldTypes fieldTypes,
            Surroundings around,
            Pseudonyms pseudonyms) {
        this.types = types;
        this.fieldTypes = fieldTypes;
        this.whose = new WhoseReturn(fieldTypes, around);
        this.conversion = new Conversion(types, registers, whose, pseudonyms);
    }

    /// Converts the sheet to the closest return, if it must be sent back.
    ///
    /// @param table the incomplete table that was recognised; null if there was none
    /// @param isNoList whether it has the headings of a list but is a different table
    /// @param first the first rows of the sheet
    public Optional<ConvertedTable> converted(
            Sheet sheet, @Nullable RecognisedTable table, boolean isNoList, List<Row> first) {
        if (table == null) return conversion.of(sheet);
        Optional<ConvertedTable> twins =
                table.twice().isEmpty() || table.type().claim().isEmpty()
                        ? Optional.empty()
                        : conversion.withTwins(sheet, table.type());
        if (twins.isPresent()) return twins;
        // Its figures need a key: the unit that they are about must be found too.
        if (isNoList) return conversion.of(sheet).filter(ConvertedTable::hasKey);
        if (table.missing().isEmpty() && !table.type().claim().isEmpty())
            return conversion.ofWhole(sheet, table, first);
        // A list without all its headings may be another return that matches better.
        if (table.type().claim().isEmpty())
            return table.missing().isEmpty()
                    ? Optional.empty()
                    : conversion
                            .of(sheet)
                            .filter(other ->
                                    other.columns().size() > table.columns().size());
        if (!lacksOnlyWhose(table)) return conversion.of(sheet);
        return whole(sheet, table, List.of()).table().missing().isEmpty()
                ? conversion.withSchools(sheet, table).or(() -> conversion.ofWhole(sheet, table, first))
                : conversion.withMore(sheet, table.type(), table.columns());
    }

    /// Whether a sheet lists schools and has no other data about them.
    public boolean listsSchools(Sheet sheet) {
        return conversion.listsSchools(sheet);
    }

    /// The finding for a sheet that has the data of a return in an unsupported layout.
    public Optional<Finding> unread(Sheet sheet) {
        return conversion.unread(sheet);
    }

    /// The finding for a table that has its headings in its first column.
    public Optional<Finding> turned(Sheet sheet) {
        return conversion.turned(sheet);
    }

    /// The finding for a file in which no sheet is recognised, if one only counts rows.
    public Optional<Finding> pivot(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> conversion.pivot(sheet).stream())
                .findFirst();
    }

    private static boolean lacksOnlyWhose(RecognisedTable table) {
        return !table.type().claim().isEmpty() && table.lacksOnlyItsClaim();
    }

    /// The columns of sessions of a table that has its headings but no counts of sessions.
    public Optional<CountedSessions> sessions(Sheet sheet, RecognisedTable table) {
        boolean none = table.type().ticks() == null
                || !table.missing().isEmpty()
                || SessionHeadings.in(table.heading()).size() < 2;
        if (none) return Optional.empty();
        List<Row> below = SheetRows.first(sheet).below(table.heading().number());
        return CountedSessions.of(below, table, fieldTypes);
    }

    /// The table of a survey, with the columns of a question in two wordings combined, because each respondent
    /// sees only one.
    public RecognisedTable withBranches(Sheet sheet, RecognisedTable table) {
        if (!table.type().fromPlatforms() || table.others().isEmpty()) return table;
        Map<Integer, Integer> twins = new HashMap<>();
        table.columns().forEach((column, field) -> table.again(field).forEach(other -> twins.put(other, column)));
        if (twins.isEmpty()) return table;
        for (Row row : SheetRows.first(sheet).below(table.heading().number()))
            twins.entrySet()
                    .removeIf(twin -> !row.cell(twin.getKey()).isBlank()
                            && !row.cell(twin.getValue()).isBlank());
        List<Integer> others = new ArrayList<>(table.others());
        others.removeAll(twins.keySet());
        List<Integer> twice = new ArrayList<>(table.twice());
        twice.addAll(twins.keySet());
        return new RecognisedTable(
                table.type(),
                table.heading(),
                table.columns(),
                table.above(),
                table.labels(),
                table.missing(),
                others,
                twice);
    }

    /// The table, with its hub and year if exactly one of each is named around it. A table without rows is not
    /// changed: [NilReturn] handles it.
    ///
    /// @param outer the rows above the first table of the sheet
    public Whole whole(Sheet sheet, RecognisedTable table, List<Row> outer) {
        Whole asItIs = new Whole(table, List.of());
        if (table.missing().isEmpty() || !lacksOnlyWhose(table)) return asItIs;
        // For a long sheet, the first rows are enough to find its hub and year.
        List<Row> below = SheetRows.first(sheet).below(table.heading().number());
        boolean hasRows = below.stream()
                .anyMatch(row ->
                        row.cells().stream().filter(cell -> !cell.isBlank()).count() >= FEWEST_CELLS);
        if (!hasRows) return asItIs;
        List<Row> dated = WhoseReturn.dated(below, table.columns());
        Map<Field, RecognisedTable.Label> labels = new HashMap<>(table.labels());
        List<Field> missing = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int heading = table.heading().number();
        for (Field field : table.missing()) {
            Optional<Given> found = whose.find(field, table.type(), sheet.name(), table.above(), outer, dated);
            if (found.isEmpty()) {
                missing.add(field);
                continue;
            }
            Given given = found.get();
            int row = given.row() == 0 ? heading : given.row();
            int column = given.row() == 0 ? 0 : given.column();
            labels.put(field, new RecognisedTable.Label(row, column, new Cell.Text(given.written())));
            findings.add(types.rules()
                    .at(
                            Rule.VALUE_FROM_ELSEWHERE,
                            row,
                            RecognisedTable.address(column, row),
                            field.name(),
                            null,
                            Rules.words(
                                    "field",
                                    field.title(),
                                    "meant",
                                    given.written(),
                                    "source",
                                    given.source(),
                                    "happened",
                                    "The sheet was read with it")));
        }
        if (!missing.isEmpty()) findings.clear();
        return new Whole(
                new RecognisedTable(
                        table.type(),
                        table.heading(),
                        table.columns(),
                        table.above(),
                        missing.isEmpty() ? labels : table.labels(),
                        missing,
                        table.others(),
                        table.twice()),
                findings);
    }
}
