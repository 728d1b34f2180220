package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.SessionHeadings;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.TickColumns;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Columns of a wide sheet that together give one value of each row: one for each session or year.
public final class WideColumns {

    private static final double NEARLY_ALL = 0.9;
    private static final double A_HALF = 0.5;
    private static final String CROSS = "x";
    private static final Pattern NOTE = Pattern.compile("(?<=\\S) \\(.{1,40}\\)$");
    private static final Pattern WORDLESS = Pattern.compile("\\P{L}*");
    private static final Pattern QUESTION = Pattern.compile("\\s*\\?$|\\s*\\(?y/n\\)?$");
    /// A longer text in the column of a session is a note.
    private static final int LONGEST_MARK = 30;

    private final NearestReturn.Candidate candidate;
    private final FieldTypes fieldTypes;

    WideColumns(NearestReturn.Candidate candidate, FieldTypes fieldTypes) {
        this.candidate = candidate;
        this.fieldTypes = fieldTypes;
    }

    /// One column for each session.
    ///
    /// @param crossIsTick whether a cross means presence, because there is no other mark for it
    public record Sessions(List<Integer> columns, TickColumns ticks, boolean crossIsTick) {

        int offered() {
            return columns.size();
        }

        int attended(Row row) {
            return (int)
                    columns.stream().filter(column -> isTick(row.cell(column))).count();
        }

        /// The columns in which the row has neither a tick nor an absence.
        List<Integer> unknown(Row row) {
            return columns.stream()
                    .filter(column -> !row.cell(column).isBlank() && !isMark(ticks, row.cell(column)))
                    .toList();
        }

        boolean isTick(Cell cell) {
            String key = mark(cell);
            return ticks.yes().contains(key)
                    || cell instanceof Cell.Moment
                    || cell instanceof Cell.Truth truth && truth.value()
                    || crossIsTick && key.equals(CROSS);
        }
    }

    Optional<Sessions> sessions() {
        TickColumns ticks = candidate.type().ticks();
        if (ticks == null) return Optional.empty();
        List<Integer> columns = new ArrayList<>();
        boolean ticked = false;
        for (int column : SessionHeadings.in(candidate.heading())) {
            if (isExact(column)) continue;
            ColumnValues values = ColumnValues.of(candidate.below(), column);
            if (!values.isEmpty() && values.share(cell -> mayMark(ticks, column, cell)) < NEARLY_ALL) continue;
            columns.add(column);
            ticked |= values.share(cell -> isYes(ticks, cell)) > 0;
        }
        return columns.size() < 2 ? onlyOne(ticks) : Optional.of(new Sessions(columns, ticks, !ticked));
    }

    /// A register of one session, with a column of attendance: "Attended?", with yes or no.
    private Optional<Sessions> onlyOne(TickColumns ticks) {
        Field attended = candidate.type().find(ticks.attended());
        if (attended == null) return Optional.empty();
        Set<String> known =
                attended.likelyHeadings().map(WideColumns::withoutQuestion).collect(Collectors.toSet());
        for (int column = 0; column < candidate.heading().cells().size(); column++) {
            String heading = CellText.of(candidate.heading().cell(column));
            if (isExact(column) || !known.contains(withoutQuestion(heading))) continue;
            ColumnValues values = ColumnValues.of(candidate.below(), column);
            boolean marks = !values.isEmpty()
                    && values.share(cell -> cell instanceof Cell.Text && isMark(ticks, cell) && !isNumber(cell)) == 1;
            if (marks)
                return Optional.of(new Sessions(List.of(column), ticks, values.share(cell -> isYes(ticks, cell)) == 0));
        }
        return Optional.empty();
    }

    private static String withoutQuestion(String heading) {
        return QUESTION.matcher(NormalText.key(heading)).replaceFirst("");
    }

    private static boolean isNumber(Cell cell) {
        return CellText.of(cell).matches("\\d+");
    }

    /// Below a heading that is only a session, any short word is about attendance, such as "late".
    private boolean mayMark(TickColumns ticks, int column, Cell cell) {
        if (isMark(ticks, cell)) return true;
        return SessionHeadings.isPlain(candidate.heading().cell(column))
                && cell instanceof Cell.Text
                && CellText.of(cell).length() <= LONGEST_MARK
                && !WORDLESS.matcher(CellText.of(cell)).matches();
    }

    private boolean isExact(int column) {
        return candidate.matches().stream().anyMatch(match -> match.exact() && match.column() == column);
    }

    private static boolean isYes(TickColumns ticks, Cell cell) {
        return cell instanceof Cell.Moment
                || cell instanceof Cell.Truth
                || ticks.yes().contains(mark(cell));
    }

    /// The mark without a note in brackets after it.
    private static String mark(Cell cell) {
        return NormalText.key(NOTE.matcher(CellText.of(cell)).replaceFirst(""));
    }

    private static boolean isMark(TickColumns ticks, Cell cell) {
        return isYes(ticks, cell)
                || ticks.no().contains(mark(cell))
                || mark(cell).equals(CROSS);
    }

    /// Finds columns of years with values of a field of choices that the return has.
    ///
    /// @return the year of each such column
    Map<Integer, AcademicYear> years(Set<Field> open) {
        Map<Integer, AcademicYear> years = new LinkedHashMap<>();
        boolean sure = false;
        for (int column = 0; column < candidate.heading().cells().size(); column++) {
            if (isExact(column)) continue;
            Optional<AcademicYear> year = yearOf(candidate.heading().cell(column));
            if (year.isEmpty()) continue;
            ColumnValues values = ColumnValues.of(candidate.below(), column);
            double choices = values.share(cell -> open.stream().anyMatch(field -> isChoice(field, cell)));
            sure |= choices > A_HALF;
            // Beside a column that certainly has choices, one with a few unknown words is another year of it.
            if (choices > 0) years.put(column, year.get());
        }
        return sure ? years : Map.of();
    }

    boolean isChoice(Field field, Cell cell) {
        return fieldTypes.value(field, cell) != null
                || ChoiceGuess.of(field, CellText.of(cell)).isPresent();
    }

    private static Optional<AcademicYear> yearOf(Cell heading) {
        if (!(heading instanceof Cell.Text)) return Optional.empty();
        String text = CellText.of(heading);
        return AcademicYear.parse(text).or(() -> text.length() > 40 ? Optional.empty() : AcademicYear.within(text));
    }
}
