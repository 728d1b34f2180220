package org.huboutcomes.returns.conversion.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A term that a heading names, with the year that stands beside it.
///
/// @param named whether it is autumn, spring or summer, and not a number
/// @param number by which terms of one academic year are in order
/// @param first the year, or the first of "2021/22"; null where none is written
/// @param second whether a second year is written
public record Term(boolean named, int number, @Nullable Integer first, boolean second) {

    private static final String YEARS = "(20\\d\\d)(?: ?([/\u2013-]) ?(?:20)?\\d\\d)?";
    // "Sum" alone is a total, so the short names need the number of their half.
    static final String NAME = "(?:(?:autumn|spring|summer)(?: ?term)?|(?:aut|spr|sum)\\.?(?= ?[12]\\b))";
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
            return Optional.of(of(true, 2 * season + half, heading, named));
        }
        Matcher numbered = NUMBERED.matcher(heading);
        return numbered.find()
                ? Optional.of(of(false, Integer.parseInt(numbered.group(1)), heading, numbered))
                : Optional.empty();
    }

    private static Term of(boolean named, int number, String heading, Matcher term) {
        Matcher year = AFTER.matcher(heading.substring(term.end()));
        boolean after = year.find();
        if (!after) {
            year = BEFORE.matcher(heading.substring(0, term.start()));
            if (!year.find()) return new Term(named, number, null, false);
        }
        return new Term(named, number, 2000 + Integer.parseInt(year.group(1)) % 100, year.group(2) != null);
    }

    /// The year in which its academic year begins, where a year is written.
    ///
    /// @param halves whether numbers are those of six half terms
    public Optional<Integer> academicYear(boolean halves) {
        if (first == null) return Optional.empty();
        boolean autumn = number <= (named || halves ? 2 : 1);
        return Optional.of(second || autumn ? first : first - 1);
    }
}
