package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.NumberFormat;

/// The fields that a column may be, judged by its heading and its values.
final class ColumnOptions {

    private static final double ALIKE = 0.5;
    private static final double SAME = 0.9;
    private static final double CODES = 0.5;
    private static final double NAMES_OF_SCHOOLS = 0.55;
    private static final Pattern SIGNS = Pattern.compile("[\\s_]+");
    private static final Set<String> TOLD_BY_VALUES = Set.of("school", "hub", "academic_year", "choice");
    private static final Pattern COUNTED = Pattern.compile("\\b(?:no\\.? of|number of|how many|count)\\b");
    private static final Pattern SMALL_COUNT = Pattern.compile("0|[1-9]\\d{0,3}");
    private static final int DIGITS_OF_A_COUNT = 4;
    private static final Set<String> OF_REFERENCES =
            Set.of("ref", "refs", "reference", "references", "id", "ids", "code", "codes", "initials");
    private static final Set<String> YES_OR_NO = Set.of("y", "n", "yes", "no", "true", "false");
    private static final Set<String> WORDS = Set.of(
            "text",
            "code",
            "authority_code",
            "network",
            "reference",
            "id",
            "school_name",
            "postcode",
            "local_authority");

    private final Readings readings;

    ColumnOptions(Readings readings) {
        this.readings = readings;
    }

    List<ColumnMatch> of(ReturnType type, String heading, int column, ColumnValues values) {
        Field exact = type.byHeading().get(NormalText.key(heading));
        if (exact != null) {
            String asked = exact.type().equals("scale") ? heading : exact.title();
            // A column of names is not used for the schools if there is one of numbers.
            double sure = exact.type().equals("school") && values.areWords() ? NAMES_OF_SCHOOLS : 1;
            return List.of(
                    new ColumnMatch(exact, column, heading, asked, true, sure - preference(exact, heading) / 1000.0));
        }
        List<ColumnMatch> options = new ArrayList<>();
        FieldTypes fieldTypes = readings.of(type);
        for (Field field : type.fields()) {
            ColumnMatch option = field.type().equals("scale")
                    ? question(fieldTypes, field, heading, column, values)
                    : new ColumnMatch(
                            field, column, heading, field.title(), false, score(fieldTypes, field, heading, values));
            if (option.score() > 0) options.add(option);
        }
        return options;
    }

    /// If two headings belong to one field, the one that the catalogue lists first is read.
    private static int preference(Field field, String heading) {
        return Math.max(0, field.headings().map(NormalText::key).toList().indexOf(NormalText.key(heading)));
    }

    /// A question of a survey with a similar wording: the most similar one whose scale has its answers.
    private ColumnMatch question(FieldTypes fieldTypes, Field field, String heading, int column, ColumnValues values) {
        double best = 0;
        String asked = field.title();
        Optional<Boolean> direction = ScaleDirection.lowestIsBest(fieldTypes, field, heading, values);
        for (String wording : field.headings().toList()) {
            double alike = readings.likeness().of(heading, Stream.of(wording));
            if (alike < 0.6 || alike <= best) continue;
            Field by = field.askedBy(wording);
            if (fieldTypes.scale(by).isShorterIn(heading)) continue;
            if (direction.isPresent() && direction.get() != by.lowestIsBest()) continue;
            if (values.share(cell -> fieldTypes.value(by, cell) != null) < 0.5) continue;
            best = alike;
            asked = wording;
        }
        return new ColumnMatch(field, column, heading, asked, false, best == 0 ? 0 : 0.4 + 0.4 * best);
    }

    private double score(FieldTypes fieldTypes, Field field, String heading, ColumnValues values) {
        double alike = readings.likeness().of(heading, field.likelyHeadings());
        if (field.personal()) return alike >= 0.75 ? 0.5 : 0;
        if (WORDS.contains(field.type())) {
            boolean fits = field.type().equals("school_name")
                    ? values.areWords()
                    : !field.type().equals("reference") || !countsPeople(heading, values);
            if (alike >= 0.55 && fits) return 0.4 + 0.4 * alike;
            return values.filled().size() > 1 && values.share(cell -> isCode(field, cell)) >= 0.8 ? CODES : 0;
        }
        // A blank column cannot be judged by its values, such as one with only colours.
        if (values.isEmpty()) return 0;
        double share = values.share(cell -> isReadAs(fieldTypes, field, cell));
        if (isYearOfAnother(field, heading, values)) return 0;
        if (alike >= ALIKE && share >= 0.3) return 0.4 + 0.4 * alike + 0.1 * share;
        // Below a clear heading, words that are not choices are a gap to fill in, not a different column.
        if (field.type().equals("choice") && alike >= SAME && values.areWords()) return 0.3 + 0.4 * alike;
        if (alike >= ALIKE) return 0;
        boolean told = TOLD_BY_VALUES.contains(field.type())
                && !isYesOrNo(field)
                && values.filled().size() > 1
                && values.share(ColumnOptions::saysYesOrNo) < ALIKE
                && !isAnotherYear(field, heading, values)
                && values.said().share(cell -> fieldTypes.value(field, cell) != null) >= 0.8;
        return told ? 0.5 : 0;
    }

    /// Whether years that differ by row are below another heading, such as when schools joined.
    private static boolean isAnotherYear(Field field, String heading, ColumnValues values) {
        return field.type().equals("academic_year") && !heading.isEmpty() && values.distinct() > 1;
    }

    /// Whether the heading gives years that differ from row to row another meaning, such as "Year joined".
    private static boolean isYearOfAnother(Field field, String heading, ColumnValues values) {
        if (!field.type().equals("academic_year") || values.distinct() < 2) return false;
        Set<String> known = field.headings()
                .flatMap(one -> Likeness.words(NormalText.key(one)).stream())
                .collect(Collectors.toSet());
        Set<String> words = Likeness.words(NormalText.key(heading));
        return words.stream().anyMatch(known::contains) && !known.containsAll(words);
    }

    /// Whether numbers are below a plural, such as "Delegates" or "Teachers 2021/22": these are counts of people,
    /// not references to them.
    static boolean countsPeople(Likeness likeness, Field field, String heading, ColumnValues values) {
        return likeness.of(heading, field.likelyHeadings()) >= NAMES_OF_SCHOOLS && countsPeople(heading, values);
    }

    private static boolean countsPeople(String heading, ColumnValues values) {
        String key = NormalText.key(heading);
        List<String> words = List.of(key.split("[^\\p{L}]+"));
        boolean counts = COUNTED.matcher(key).find()
                || words.stream().anyMatch(word -> word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"));
        return counts
                && words.stream().noneMatch(OF_REFERENCES::contains)
                && values.share(ColumnOptions::isSmallCount) > 0.5;
    }

    private static boolean isSmallCount(Cell cell) {
        return cell instanceof Cell.Number number
                        && (number.format() == null || !number.format().contains("00"))
                        && number.value().precision() - number.value().scale() <= DIGITS_OF_A_COUNT
                || cell instanceof Cell.Text
                        && SMALL_COUNT.matcher(CellText.of(cell)).matches();
    }

    /// Whether a cell has a code with a known pattern, in any spelling.
    static boolean isCode(Field field, Cell cell) {
        Pattern pattern = field.inTitles();
        if (pattern == null || !(cell instanceof Cell.Text)) return false;
        String text = SIGNS.matcher(CellText.of(cell).strip().toUpperCase(Locale.ROOT))
                .replaceFirst("-")
                .replaceFirst("^([A-Z]{2,6})-(\\d)", "$1$2");
        return pattern.matcher(text).lookingAt();
    }

    private static boolean saysYesOrNo(Cell cell) {
        return YES_OR_NO.contains(NormalText.key(CellText.of(cell)));
    }

    /// Many kinds of column contain yes and no.
    static boolean isYesOrNo(Field field) {
        return field.choices().size() == 2
                && field.choices().stream()
                        .map(NormalText::key)
                        .collect(Collectors.toSet())
                        .equals(Set.of("yes", "no"));
    }

    private static boolean isReadAs(FieldTypes fieldTypes, Field field, Cell cell) {
        if (fieldTypes.value(field, cell) != null) return true;
        if (field.shareOf() != null && isShare(cell)) return true;
        return field.type().equals("choice")
                && ChoiceGuess.of(field, CellText.of(cell)).isPresent();
    }

    /// A percentage is read with the number that it is a share of, or queried without one.
    private static boolean isShare(Cell cell) {
        return CellText.of(cell).endsWith("%")
                || cell instanceof Cell.Number number && NumberFormat.isPercentage(number.format());
    }
}
