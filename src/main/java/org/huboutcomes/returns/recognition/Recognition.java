package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.SurveyHeadings;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Recognises a sheet by its headings; the name of its file is not used.
public final class Recognition {

    /// The number of rows searched for headings. People put titles, logos and a few labels above them.
    static final int ROWS_LOOKED_AT = 40;

    private static final Set<String> FOR_ALL = Set.of("code", "reference", "school", "hub", "academic_year");

    private final List<ReturnType> types;
    private final SurveyHeadings dialects;
    private final ColumnsBeside beside;
    private final Set<String> headings = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    public Recognition(List<ReturnType> types, SurveyHeadings dialects) {
        this.types = types;
        this.dialects = dialects;
        this.beside = new ColumnsBeside(types);
        types.forEach(type -> headings.addAll(type.byHeading().keySet()));
        headings.forEach(heading -> {
            for (int end = heading.indexOf(' '); end > 0; end = heading.indexOf(' ', end + 1))
                groups.add(heading.substring(0, end));
        });
    }

    /// The best match for these first rows: a complete one, or otherwise the closest incomplete one; of equal
    /// matches, the topmost.
    public Optional<RecognisedTable> recognise(List<Row> first) {
        List<RecognisedTable> candidates = new ArrayList<>();
        for (int i = 0; i < first.size(); i++)
            for (ReturnType type : types)
                for (Row heading : dialects.headings(type, type.byHeading(), first, i)) {
                    if (!hasHeading(heading, type.byHeading()) && !(i > 0 && isBelowGroups(heading, first.get(i - 1))))
                        continue;
                    RecognisedTable one = candidate(type, heading, first.subList(0, i));
                    candidates.add(one);
                    if (i > 0) joined(one, first.subList(0, i)).ifPresent(candidates::add);
                }
        List<RecognisedTable> plausible =
                candidates.stream().filter(Recognition::isPlausible).toList();
        return plausible.stream()
                .max(Comparator.<RecognisedTable>comparingInt(c ->
                                isWhole(c, plausible) && neverOfList(c, first).isEmpty() ? 1 : 0)
                        .thenComparingInt(c -> c.columns().size())
                        .thenComparingInt(c -> neverOfList(c, first).isEmpty() ? 1 : 0)
                        .thenComparingInt(c -> -c.missing().size()));
    }

    /// The columns that a list with these headings never has: if there are any, the table is a different one.
    ///
    /// @param first the first rows of the sheet
    public List<Integer> neverOfList(RecognisedTable table, List<Row> first) {
        return beside.in(
                table,
                first.stream()
                        .filter(row -> row.number() > table.heading().number())
                        .toList());
    }

    /// Whether a match is complete. A network's own list has few headings: a return of a hub that lacks a heading
    /// may have all of them besides others, and would be read as a replacement of the list.
    private static boolean isWhole(RecognisedTable one, List<RecognisedTable> all) {
        if (!one.missing().isEmpty()) return false;
        return !one.type().claim().isEmpty()
                || all.stream()
                        .noneMatch(other -> !other.type().claim().isEmpty()
                                && other.heading().number() == one.heading().number()
                                && known(other) > known(one));
    }

    private static int known(RecognisedTable table) {
        return table.columns().size() + table.labels().size();
    }

    /// Whether two rows have only words, and those of the upper one begin headings: "Places" above "offered" and
    /// "filled".
    private boolean isBelowGroups(Row lower, Row upper) {
        return isOfWords(lower)
                && isOfWords(upper)
                && upper.cells().stream()
                        .anyMatch(cell -> !cell.isBlank() && groups.contains(NormalText.key(CellText.of(cell))));
    }

    private static boolean isOfWords(Row row) {
        return row.cells().stream().allMatch(cell -> cell.isBlank() || cell instanceof Cell.Text);
    }

    /// A quick check, because most rows have no heading.
    private static boolean hasHeading(Row row, Map<String, Field> byHeading) {
        for (Cell cell : row.cells())
            if (cell instanceof Cell.Text text && byHeading.containsKey(NormalText.key(text.text()))) return true;
        return false;
    }

    /// Combines the headings with the row above them, if that is also a heading row: this makes more of them
    /// known, and none unknown as a label with its value would.
    private Optional<RecognisedTable> joined(RecognisedTable lower, List<Row> above) {
        Row upper = above.get(above.size() - 1);
        if (upper.number() != lower.heading().number() - 1) return Optional.empty();
        Row heading = TwoRowHeadings.of(upper, lower.heading(), lower.type().byHeading());
        RecognisedTable both = candidate(lower.type(), heading, above.subList(0, above.size() - 1));
        boolean better = both.columns().size() > lower.columns().size()
                && both.others().size() <= lower.others().size();
        return better ? Optional.of(both) : Optional.empty();
    }

    /// Whether the row begins like a heading or a label, as hardly any row of data does.
    boolean mayBeHeading(Row row) {
        for (Cell cell : row.cells())
            if (!cell.isBlank())
                return cell instanceof Cell.Text text && headings.contains(NormalText.key(text.text()));
        return false;
    }

    /// Another complete table with its headings in the last of these rows.
    Optional<RecognisedTable> another(List<Row> aboveAll, List<Row> rows) {
        Row heading = rows.get(rows.size() - 1);
        List<Row> above = new ArrayList<>(rows.subList(0, rows.size() - 1));
        above.addAll(aboveAll);
        return types.stream()
                .map(type -> candidate(type, heading, above))
                .filter(c -> c.missing().isEmpty() && c.columns().size() >= 2)
                .filter(c -> beside.in(c, List.of()).isEmpty())
                .max(Comparator.comparingInt(c -> c.columns().size()));
    }

    /// The same table as a separate block below these titles.
    ///
    /// @param aboveAll the rows above the first table, whose labels also apply to this one
    Optional<RecognisedTable> again(RecognisedTable table, List<Row> titles, List<Row> aboveAll, Row heading) {
        List<Row> above = new ArrayList<>(titles);
        above.addAll(aboveAll);
        RecognisedTable block = candidate(table.type(), heading, above);
        if (!block.columns().equals(table.columns())) return Optional.empty();
        return Optional.of(new RecognisedTable(
                block.type(),
                heading,
                block.columns(),
                List.copyOf(titles),
                block.labels(),
                block.missing(),
                block.others(),
                block.twice()));
    }

    /// Requires half of the needed headings, and more than one: "Year" alone is not a return. Hub and year may
    /// both be missing, because they may be above the headings.
    private static boolean isPlausible(RecognisedTable candidate) {
        long needed = candidate.type().fields().stream()
                .filter(Field::headingRequired)
                .count();
        boolean more = candidate.columns().values().stream()
                .anyMatch(field -> !candidate.type().claim().contains(field.name()));
        return candidate.columns().size() >= 2
                && (more || candidate.missing().isEmpty())
                && (candidate.lacksOnlyItsClaim() || candidate.missing().size() * 2L <= needed);
    }

    private RecognisedTable candidate(ReturnType type, Row heading, List<Row> above) {
        Map<String, Field> byHeading = type.byHeading();
        Map<Integer, Field> columns = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        List<Integer> twice = new ArrayList<>();
        for (int column = 0; column < heading.cells().size(); column++) {
            if (!(heading.cell(column) instanceof Cell.Text text) || text.text().isBlank()) continue;
            if (GeneratedParts.isReasons(text.text())) continue;
            String key = NormalText.key(text.text());
            Field field = byHeading.get(key);
            if (seen.putIfAbsent(key, column) != null) {
                if (field != null && !field.personal()) twice.add(column);
            } else if (field != null) columns.put(column, field);
            else if (!type.leftHeadings().contains(key)) others.add(column);
        }
        keepBestColumns(columns, heading, others);
        Map<Field, RecognisedTable.Label> labels = labels(type, byHeading, columns, above);
        Set<Field> present = new HashSet<>(columns.values());
        present.addAll(labels.keySet());
        List<Field> missing = type.missing(present);
        return new RecognisedTable(type, heading, columns, List.copyOf(above), labels, missing, others, twice);
    }

    /// If two headings belong to one field ("Hub code" beside "Hub name"), the one that the catalogue lists first
    /// is read.
    private static void keepBestColumns(Map<Integer, Field> columns, Row heading, List<Integer> others) {
        Set<Field> fields = new HashSet<>(columns.values());
        if (fields.size() == columns.size()) return;
        for (Field field : fields) {
            List<Integer> standing = columns.keySet().stream()
                    .filter(column -> field.equals(columns.get(column)))
                    .sorted(Comparator.comparingInt(column -> preference(field, CellText.of(heading.cell(column)))))
                    .toList();
            for (Integer column : standing.subList(1, standing.size())) {
                columns.remove(column);
                if (!field.personal()) others.add(column);
            }
        }
    }

    private static int preference(Field field, String heading) {
        return field.headings().map(NormalText::key).toList().indexOf(NormalText.key(heading));
    }

    /// Other labels, such as "Status | Final", describe the file and not its rows.
    private static boolean maySayForAll(ReturnType type, Field field) {
        return type.claim().contains(field.name()) || type.claim().isEmpty() || FOR_ALL.contains(field.type());
    }

    private static Map<Field, RecognisedTable.Label> labels(
            ReturnType type, Map<String, Field> byHeading, Map<Integer, Field> columns, List<Row> above) {
        Map<Field, RecognisedTable.Label> labels = new HashMap<>();
        for (Row row : above) {
            for (int column = 0; column + 1 < row.cells().size(); column++) {
                Field field = byHeading.get(NormalText.key(CellText.of(row.cell(column))));
                Cell value = row.cell(column + 1);
                if (field != null && maySayForAll(type, field) && !columns.containsValue(field) && !value.isBlank())
                    labels.putIfAbsent(field, new RecognisedTable.Label(row.number(), column + 1, value));
            }
        }
        return labels;
    }
}
