package org.huboutcomes.returns.conversion.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Headings of single sessions in a register: "Session 1", "WG2", a date, a month, or the numbers 1, 2, 3.
public final class SessionHeadings {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String NUMBERED =
            "(?:session|sess|s|day|week|wk|meeting|date|twilight|wg|work ?group|workshop|webinar|seminar|module|event|autumn|spring|summer)s?(?: term)? ?(?:no\\.? ?|#)?\\d{1,2}";
    private static final String DATE =
            "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?\\d{1,2}(?:st|nd|rd|th)? ?[/.\\- ]? ?(?:\\d{1,2}|" + MONTH
                    + ")\\.?(?: ?[/.\\- ]? ?'?\\d{2,4})?";
    private static final String IN_MONTH = MONTH + "\\.?(?: ?[-/' ]? ?'?(?:20)?\\d{2})?";
    private static final Pattern PLAIN =
            Pattern.compile("(?i)(?:" + NUMBERED + "|" + DATE + "|" + IN_MONTH + ")(?: ?[-\u2013:,(].{0,40})?");
    private static final Pattern LOOSE = Pattern.compile("(?i)" + NUMBERED + "\\b.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private SessionHeadings() {}

    /// The columns of a heading row that are sessions.
    public static List<Integer> in(Row heading) {
        List<Integer> numbers = counted(heading);
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < heading.cells().size(); column++)
            if (numbers.contains(column) || isSession(heading.cell(column))) columns.add(column);
        return columns;
    }

    /// Whether the row has only sessions, at least two.
    public static boolean isRow(Row row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return filled > 1 && in(row).size() == filled;
    }

    /// The columns with 1, 2, 3 and so on in order.
    public static List<Integer> counted(Row row) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String text = CellText.of(row.cell(column));
            if (!NUMBER.matcher(text).matches()) continue;
            if (Integer.parseInt(text) == columns.size() + 1) columns.add(column);
            else return List.of();
        }
        return columns.size() < 2 ? List.of() : columns;
    }

    /// Whether a heading is only a session, and not for example what people thought of it.
    public static boolean isPlain(Cell heading) {
        return heading instanceof Cell.Moment
                || NUMBER.matcher(CellText.of(heading)).matches()
                || PLAIN.matcher(CellText.of(heading).strip()).matches();
    }

    /// The heading as a message names it.
    public static String text(Cell heading) {
        if (!(heading instanceof Cell.Moment moment)) return CellText.of(heading);
        LocalDate day = moment.value().toLocalDate();
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static boolean isSession(Cell heading) {
        if (heading instanceof Cell.Moment) return true;
        if (!(heading instanceof Cell.Text)) return false;
        String text = CellText.of(heading).strip();
        return PLAIN.matcher(text).matches() || LOOSE.matcher(text).matches();
    }
}
