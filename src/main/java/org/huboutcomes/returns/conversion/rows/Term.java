package org.huboutcomes.returns.conversion.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A term in a heading, with its year.
///
/// @param kind which terms it can be compared with
/// @param number the order of terms within an academic year
/// @param first the year, or the first of "2021/22"; null if none is given
/// @param second whether a second year is given
public record Term(Kind kind, int number, @Nullable Integer first, boolean second) {

    /// How a heading gives the time of year of a count or note.
    public enum Kind {
        /// Autumn, spring or summer.
        SEASON,
        /// Term 1 to 3, or half term 1 to 6.
        NUMBER,
        /// A month, or the start or the end of the year: a point in time, not a period.
        DAY
    }

    private static final String YEARS = "(20\\d\\d)(?: ?([/\u2013-]) ?(?:20)?\\d\\d)?";
    // "Sum" alone is a total, so the short names need the number of their half.
    static final String NAME = "(?:(?:autumn|spring|summer)(?: ?term)?|(?:aut|spr|sum)\\.?(?= ?[12]\\b))";
    private static final List<String> MONTHS =
            List.of("sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug");
    private static final int LAST_AUTUMN_MONTH = 4;
    static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    static final String EDGE_OF_YEAR = "(?:start|beginning|end) of (?:the )?(?:academic |school )?year";
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(?i)\\b(" + MONTH + ")(?:[ '/’–-]{0,2}((?:20)?\\d\\d))?(?![\\w])");
    private static final Pattern EDGE = Pattern.compile("(?i)\\b" + EDGE_OF_YEAR + "\\b");
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(" + NAME + ")(?: ?([12])\\b)?");
    private static final List<String> SEASONS = List.of("aut", "spr", "sum");
    private static final Pattern NUMBERED = Pattern.compile("(?i)\\bterm ?([1-6])\\b");
    private static final Pattern BEFORE = Pattern.compile("\\b" + YEARS + " $");
    private static final Pattern AFTER =
            Pattern.compile("^,? ?[(']?((?:20)?\\d\\d)(?: ?([/\u2013-]) ?(?:20)?\\d\\d)?\\b");

    public static Optional<Term> in(String heading) {
        Matcher named = NAMED.matcher(heading);
        if (named.find()) {
            int season = SEASONS.indexOf(named.group(1).substring(0, 3).toLowerCase(Locale.ROOT));
            int half = named.group(2) == null ? 1 : Integer.parseInt(named.group(2));
            return Optional.of(of(Kind.SEASON, 2 * season + half, heading, named));
        }
        Matcher numbered = NUMBERED.matcher(heading);
        if (numbered.find())
            return Optional.of(of(Kind.NUMBER, Integer.parseInt(numbered.group(1)), heading, numbered));
        Matcher edge = EDGE.matcher(heading);
        if (edge.find()) {
            boolean end = edge.group().toLowerCase(Locale.ROOT).startsWith("end");
            return Optional.of(new Term(Kind.DAY, end ? MONTHS.size() + 1 : 0, null, false));
        }
        Matcher month = NAMED_MONTH.matcher(heading);
        return month.find() ? Optional.of(ofMonth(month)) : Optional.empty();
    }

    private static Term ofMonth(Matcher month) {
        int number = 1 + MONTHS.indexOf(month.group(1).substring(0, 3).toLowerCase(Locale.ROOT));
        Integer year = month.group(2) == null ? null : 2000 + Integer.parseInt(month.group(2)) % 100;
        return new Term(Kind.DAY, number, year, false);
    }

    private static Term of(Kind kind, int number, String heading, Matcher term) {
        Matcher year = AFTER.matcher(heading.substring(term.end()));
        boolean after = year.find();
        if (!after) {
            year = BEFORE.matcher(heading.substring(0, term.start()));
            if (!year.find()) return new Term(kind, number, null, false);
        }
        return new Term(kind, number, 2000 + Integer.parseInt(year.group(1)) % 100, year.group(2) != null);
    }

    /// The year in which the academic year of the term begins, if a year is given.
    ///
    /// @param halves whether numbers count six half terms
    public Optional<Integer> academicYear(boolean halves) {
        if (first == null) return Optional.empty();
        int last = switch (kind) {
            case SEASON -> 2;
            case NUMBER -> halves ? 2 : 1;
            case DAY -> LAST_AUTUMN_MONTH;
        };
        boolean autumn = number <= last;
        return Optional.of(second || autumn ? first : first - 1);
    }
}
