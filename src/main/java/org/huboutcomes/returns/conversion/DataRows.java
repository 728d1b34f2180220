package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.IgnoredRows;
import org.huboutcomes.returns.recognition.MergedLabels;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.SchoolFinder;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The rows with data of a sheet to be converted.
final class DataRows {

    private static final Set<String> BESIDE = Set.of("postcode", "local_authority");
    private static final int MOST_FILLED_IN_A_NOTE = 2;

    private final Sheet sheet;
    private final NearestReturn.Candidate candidate;
    private final FieldTypes fieldTypes;
    private final SchoolFinder schools;
    private final Collection<ColumnMatch> matches;
    private final @Nullable ColumnMatch names;
    private final List<Given> given;
    private final TitledBlocks blocks;

    /// @param matches the columns found for fields
    /// @param names the column of the names of schools; null if there is none
    /// @param given the hub and the year, if known
    DataRows(
            Sheet sheet,
            NearestReturn.Candidate candidate,
            FieldTypes fieldTypes,
            SchoolFinder schools,
            Collection<ColumnMatch> matches,
            @Nullable ColumnMatch names,
            List<Given> given,
            TitledBlocks blocks) {
        this.sheet = sheet;
        this.candidate = candidate;
        this.fieldTypes = fieldTypes;
        this.schools = schools;
        this.matches = matches;
        this.names = names;
        this.given = given;
        this.blocks = blocks;
    }

    /// The rows with data: without totals, notes and blank rows, and without anything below the last such row.
    List<Row> of() throws UnreadableException {
        Map<Integer, Field> fields = new TreeMap<>();
        matches.forEach(match -> fields.put(match.column(), match.field()));
        RecognisedTable table = new RecognisedTable(
                candidate.type(),
                candidate.heading(),
                fields,
                candidate.above(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
        IgnoredRows aside = new IgnoredRows(table, (field, cell) -> fieldTypes.value(field, cell) == null);
        MergedLabels merged = new MergedLabels(sheet, fields);
        List<Row> rows = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < candidate.below().size(); i++) {
            Row row = candidate.below().get(i);
            if (blocks.isTitleOfBlock(row) || isTitleOfHeadings(i) || aside.isAside(row)) continue;
            rows.add(merged.shown(row));
            if (isCertainlyData(row, fields)) last = rows.size();
        }
        return rows.subList(0, last);
    }

    /// Whether a row is a title above repeated headings.
    private boolean isTitleOfHeadings(int at) {
        List<Row> below = candidate.below();
        return at + 1 < below.size()
                && TitledBlocks.isTitle(below.get(at))
                && NearestReturn.isSame(below.get(at + 1), candidate.heading());
    }

    /// Whether a cell can be read as the field of its column, or the row has more cells than a note.
    private boolean isCertainlyData(Row row, Map<Integer, Field> fields) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        if (filled > MOST_FILLED_IN_A_NOTE || names != null && namesSchool(row.cell(names.column()))) return true;
        return fields.entrySet().stream()
                .filter(column -> !Set.of("text", "code", "network", "reference", "id", "school_name")
                        .contains(column.getValue().type()))
                .filter(column -> !BESIDE.contains(column.getValue().type()))
                .anyMatch(column -> fieldTypes.value(column.getValue(), row.cell(column.getKey())) != null);
    }

    /// Whether a cell is certainly the name of a school, which alone can be a row of a list.
    private boolean namesSchool(Cell cell) {
        if (!(cell instanceof Cell.Text)) return false;
        return SchoolText.isName(cell)
                || schools.find(CellText.of(cell), hubs(), null).proposed() != null;
    }

    private List<String> hubs() {
        return given.stream()
                .filter(one -> one.field().type().equals("hub"))
                .map(Given::written)
                .toList();
    }
}
