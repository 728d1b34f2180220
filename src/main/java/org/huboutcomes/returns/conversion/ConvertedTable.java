package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// A sheet that is not a return, converted to the closest return. Nothing of it is loaded: it is sent back, so
/// that the hub can confirm or correct the guesses.
///
/// @param sheet the name of the original sheet
/// @param given the hub and the year, if they apply to all rows
/// @param open the hub and the year, as far as they were not found
/// @param columns in the order of the return
/// @param remarks the guesses and gaps
/// @param known the titles of the fields that were found
/// @param missing the titles of the other fields, with headings that may belong to them
/// @param whose the hub and the year by the names of their fields, if all rows have the same
/// @param personal columns of the original sheet (A is 0) whose values are not sent back
/// @param heading the number of the original heading row
/// @param lastRow the number of the last original row that is not blank
/// @param layout how the headings were read; null for a summary and for lists beside each other
public record ConvertedTable(
        String sheet,
        ReturnType type,
        List<Given> given,
        List<Field> open,
        List<Column> columns,
        List<Line> lines,
        List<Remark> remarks,
        List<String> known,
        List<String> missing,
        Map<String, Object> whose,
        List<Integer> personal,
        int heading,
        int lastRow,
        @Nullable GuessedLayout layout) {

    private static final Set<Rule> GUESSES_AT_VALUES =
            Set.of(Rule.VALUE_GUESSED, Rule.SCHOOL_PROPOSED, Rule.SCHOOL_NOT_FOUND, Rule.TO_FILL_IN);

    public ConvertedTable {
        given = List.copyOf(given);
        open = List.copyOf(open);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
        known = List.copyOf(known);
        missing = List.copyOf(missing);
        whose = Map.copyOf(whose);
        if (lastRow < heading) throw new IllegalArgumentException("the last row is above the headings");
        personal = List.copyOf(personal);
    }

    /// What the hub must do about a cell of the converted workbook.
    public enum Mark {
        NONE,
        /// A guess, which is accepted if the hub does not change it.
        GUESS,
        /// A gap, which the hub must fill in or correct.
        GAP
    }

    /// A column of the converted workbook.
    ///
    /// @param heading the title of its field, or the wording of a survey's question
    public record Column(Field field, String heading) {}

    /// A row of the converted workbook.
    ///
    /// @param row the number of the original row
    /// @param entries one for each column
    public record Line(int row, List<Entry> entries) {

        public Line {
            entries = List.copyOf(entries);
        }
    }

    /// A cell of the converted workbook.
    public record Entry(Cell cell, Mark mark) {}

    /// A remark about a guess or a gap.
    ///
    /// @param rule the rule of the catalogue with its wording
    /// @param row the original row; 0 if it is not about a row
    /// @param cell the original cell; null if it is not about a cell
    /// @param field null for a column that is not read
    /// @param line its row index in the converted table; [#HEADING] for the heading, -2 for the labels above
    /// @param column the index of its column there, or of the field above the table
    /// @param inReceipt whether it is in the receipt too; a gap of the whole sheet is reported there once
    public record Remark(
            Rule rule,
            int row,
            @Nullable String cell,
            @Nullable Field field,
            @Nullable String value,
            Map<String, String> words,
            int line,
            int column,
            boolean inReceipt) {

        static final int HEADING = -1;

        Remark atLine(int other) {
            return new Remark(rule, row, cell, field, value, words, other, column, inReceipt);
        }
    }

    /// Adds the rows of tables beside it on the original sheet, which are read as the same return.
    ConvertedTable with(List<ConvertedTable> others) {
        List<Line> all = new ArrayList<>(lines);
        Set<String> lacking = new LinkedHashSet<>(missing);
        List<Remark> said = new ArrayList<>(remarks);
        Set<Integer> people = new TreeSet<>(personal);
        int last = lastRow;
        for (ConvertedTable other : others) {
            int before = all.size();
            all.addAll(other.lines());
            other.remarks().stream()
                    .map(remark -> remark.line() < 0 ? remark : remark.atLine(remark.line() + before))
                    .filter(remark -> !said.contains(remark))
                    .forEach(said::add);
            people.addAll(other.personal());
            lacking.addAll(other.missing());
            last = Math.max(last, other.lastRow());
        }
        return new ConvertedTable(
                sheet,
                type,
                given,
                open,
                columns,
                all,
                said,
                known,
                List.copyOf(lacking),
                whose,
                List.copyOf(people),
                heading,
                last,
                null);
    }

    /// The same table with other remarks.
    ConvertedTable withRemarks(List<Remark> said) {
        return new ConvertedTable(
                sheet, type, given, open, columns, lines, said, known, missing, whose, personal, heading, lastRow,
                null);
    }

    /// Whether its rows can be combined with those of another.
    boolean isAlike(ConvertedTable other) {
        return type.equals(other.type) && columns.equals(other.columns) && open.equals(other.open);
    }

    /// Combines tables below each other. A value above only one of them, such as its hub, becomes a column.
    static ConvertedTable oneBelowTheOther(List<ConvertedTable> tables) {
        List<ConvertedTable> all = tables;
        for (Given one : tables.get(0).given) {
            boolean same = tables.stream()
                    .allMatch(table -> table.given.stream()
                            .anyMatch(other -> other.field().equals(one.field())
                                    && other.value().equals(one.value())));
            if (!same)
                all = all.stream().map(table -> table.withColumn(one.field())).toList();
        }
        return all.size() == 1 ? all.get(0) : all.get(0).with(all.subList(1, all.size()));
    }

    /// The same table with a column for a value above it.
    private ConvertedTable withColumn(Field field) {
        Given above = given.stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow();
        List<Column> wider = new ArrayList<>(columns);
        wider.add(0, new Column(field, field.title()));
        List<Line> longer = lines.stream()
                .map(line -> {
                    List<Entry> entries = new ArrayList<>(line.entries());
                    entries.add(0, new Entry(new Cell.Text(above.written()), Mark.GUESS));
                    return new Line(line.row(), entries);
                })
                .toList();
        List<Given> others = given.stream().filter(one -> !one.equals(above)).toList();
        Map<String, Object> rest = new HashMap<>(whose);
        rest.remove(field.name());
        return new ConvertedTable(
                sheet, type, others, open, wider, longer, remarks, known, missing, rest, personal, heading, lastRow,
                null);
    }

    /// The hub of all rows, if they have the same.
    public Optional<String> hub() {
        return type.fields().stream()
                .filter(field -> field.type().equals("hub") && type.claim().contains(field.name()))
                .flatMap(field -> only(field).stream())
                .map(Object::toString)
                .findFirst();
    }

    /// Whether most rows have a key, apart from the schools, which may be filled in.
    boolean hasKey() {
        List<String> names =
                columns.stream().map(column -> column.field().name()).toList();
        return type.primaryKey().stream()
                .filter(name -> {
                    Field field = type.find(name);
                    return field != null && !field.type().equals("school");
                })
                .map(names::indexOf)
                .filter(at -> at >= 0)
                .allMatch(at -> lines.stream()
                                        .filter(line ->
                                                !line.entries().get(at).cell().isBlank())
                                        .count()
                                * 2
                        > lines.size());
    }

    /// Whether only headings are guessed, and nothing is missing.
    public boolean isGuessedInHeadingsAlone() {
        return open.isEmpty() && remarks.stream().noneMatch(remark -> GUESSES_AT_VALUES.contains(remark.rule()));
    }

    /// The hub or year of all rows, if they have the same.
    public Optional<Object> only(Field field) {
        return Optional.ofNullable(whose.get(field.name()));
    }

    /// The number of rows below the original headings.
    public int rowsRead() {
        return lastRow - heading;
    }

    /// How many of these are in the converted table; the others are totals, notes, blank or empty of data.
    public int rowsConverted() {
        return (int) lines.stream().map(Line::row).distinct().count();
    }

    /// The values of a field by the academic year of their row, if the year is a column.
    public Map<Integer, List<String>> valuesByYear(String name) {
        Map<Integer, List<String>> values = new TreeMap<>();
        int year = column(
                field -> field.type().equals("academic_year") && type.claim().contains(field.name()));
        int at = column(field -> field.name().equals(name));
        if (year < 0 || at < 0) return values;
        for (Line line : lines) {
            String value = CellText.of(line.entries().get(at).cell());
            AcademicYear.parse(CellText.of(line.entries().get(year).cell()))
                    .filter(found -> !value.isEmpty())
                    .ifPresent(found -> values.computeIfAbsent(found.timePeriod(), none -> new ArrayList<>())
                            .add(value));
        }
        return values;
    }

    private int column(Predicate<Field> such) {
        for (int i = 0; i < columns.size(); i++) if (such.test(columns.get(i).field())) return i;
        return -1;
    }

    /// The values of some fields, separated by commas, for each row in which the first is not blank.
    public List<String> values(List<String> fields) {
        List<String> names =
                columns.stream().map(column -> column.field().name()).toList();
        List<String> values = new ArrayList<>();
        for (Line line : lines) {
            List<String> cells = fields.stream()
                    .map(field ->
                            CellText.of(line.entries().get(names.indexOf(field)).cell()))
                    .toList();
            if (!cells.get(0).isEmpty()) values.add(String.join(", ", cells));
        }
        return values;
    }
}
