package org.huboutcomes.returns.values;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.LookAlikes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// Reads schools by URN or LAESTAB in every spelling and, only as a suggestion, by name and place.
final class SchoolReferences {

    private static final Pattern LAESTAB = Pattern.compile("(\\d{3})\\s*[/\\\\._\\-\u2010-\u2015]?\\s*(\\d{4})");
    private static final Pattern WRAPPED =
            Pattern.compile("(?:(?:dfe )?(?:urn|la ?/? ?estab|la(?: code| no)?|dfe(?: no| number)?|no)[.:#]*)?\\s*'?"
                    + "(\\d{3}\\.\\d{4}|[\\d ,/\\\\_\\-\u2010-\u2015]+?)(?:\\.0+)?");
    /// "LA 825 Est 4012"
    private static final Pattern ESTABLISHMENT =
            Pattern.compile("(?<=\\d)\\W*(?:est(?:ab)?(?:lishment)?(?: no| number)?)\\b\\W*");
    private static final Pattern NAME_AND_PLACE =
            Pattern.compile("(.{3,120}?)\\s*[,(\\[]\\s*([^,()\\[\\]]{3,40})[)\\]]?");
    private static final String LAESTAB_EXAMPLE = "825/4012";
    private static final int LONGEST = 200;
    private static final int URN_DIGITS = 6;

    /// A number between words, as in "Oak Green School (110206)".
    private static final Pattern INSIDE = Pattern.compile("(?<![\\d/-])(\\d{6}|\\d{3}[/-]\\d{4})(?![\\d/-])");
    private static final Pattern NAMES = Pattern.compile(".*\\p{L}{3}.*", Pattern.DOTALL);
    private static final List<String> PLACES = List.of("postcode", "local_authority", "hub");

    private final ReferenceLists registers;
    private final SchoolFinder finder;

    SchoolReferences(ReferenceLists registers) {
        this.registers = registers;
        this.finder = new SchoolFinder(registers);
    }

    /// @param required whether a row without a school is an error
    /// @param beside gives the value in the row's first column of a type: the school's name, its postcode, its
    /// authority, its hub
    CellReading read(Cell cell, boolean required, @Nullable AcademicYear year, Function<String, String> beside) {
        String text = CellText.of(cell);
        int urn = urn(text);
        if (urn > 0) return registers.hasSchool(urn) ? known(urn, year, beside) : unknown(year, beside);
        if (text.length() > LONGEST) return notOne();
        Optional<String> typed = LookAlikes.number(text).filter(digits -> registers.hasSchool(urn(digits)));
        if (typed.isPresent())
            return CellReading.refused(Rule.NOT_A_URN, "laestab", LAESTAB_EXAMPLE, "nearest", typed.get());
        Matcher wrapped = WRAPPED.matcher(plain(text));
        if (!text.isEmpty() && wrapped.matches())
            return numbered(wrapped.group(1).strip(), year, beside);
        List<String> inside =
                INSIDE.matcher(text).results().map(MatchResult::group).toList();
        if (inside.size() == 1 && NAMES.matcher(text).matches()) return numbered(inside.get(0), year, beside);
        return byName(text, required, year, beside);
    }

    /// Reads a URN alone, in a list that defines which schools there are.
    static CellReading listed(Cell cell) {
        String text = CellText.of(cell);
        int urn = urn(text);
        if (urn > 0) return CellReading.of(urn);
        if (text.length() > LONGEST) return CellReading.refused(Rule.NOT_A_URN);
        Matcher wrapped = WRAPPED.matcher(plain(text));
        String digits = wrapped.matches() ? compact(wrapped.group(1)) : "";
        boolean good = digits.length() >= URN_DIGITS - 1 && digits.length() <= URN_DIGITS + 1 && isDigits(digits);
        return good ? CellReading.of(Integer.valueOf(digits)) : CellReading.refused(Rule.NOT_A_URN);
    }

    /// The value of six plain digits, as nearly all URNs are written; 0 for anything else.
    private static int urn(String text) {
        return text.length() == URN_DIGITS && isDigits(text) ? Integer.parseInt(text) : 0;
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("est") ? ESTABLISHMENT.matcher(lower).replaceFirst("/") : lower;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    private static String compact(String digits) {
        return digits.replace(",", "").replace(" ", "");
    }

    /// Six digits are a URN, three and four are a LAESTAB, whatever the heading is.
    private CellReading numbered(String digits, @Nullable AcademicYear year, Function<String, String> beside) {
        Matcher laestab = LAESTAB.matcher(digits.replace(",", ""));
        if (laestab.matches()) return laestab(laestab.group(1) + laestab.group(2), year, beside);
        int urn = urn(compact(digits));
        if (urn == 0) return notOne();
        return registers.hasSchool(urn) ? CellReading.of(urn) : unknown(year, beside);
    }

    /// Reads a number in the register. If the row names another school of the same place, the two columns may have
    /// been sorted separately.
    private CellReading known(int urn, @Nullable AcademicYear year, Function<String, String> beside) {
        String name = beside.apply("school_name");
        if (name.isEmpty() || finder.mayBeCalled(urn, name)) return CellReading.of(urn);
        List<String> places =
                PLACES.stream().map(beside).filter(place -> !place.isEmpty()).toList();
        if (places.isEmpty()) return CellReading.of(urn);
        SchoolFinder.Found found = finder.find(name, places, year);
        ReferenceLists.NamedSchool other = found.proposed();
        return other == null || !found.exact() || other.school().urn() == urn
                ? CellReading.of(urn)
                : CellReading.queried(
                        urn,
                        Rule.SCHOOL_BY_NAME,
                        "urn",
                        other.school().urn(),
                        "name",
                        name + ", " + finder.called(found.place()));
    }

    /// Reports a number that is not in the register. If the row names the school, that is suggested.
    private CellReading unknown(@Nullable AcademicYear year, Function<String, String> beside) {
        String name = beside.apply("school_name");
        List<String> places =
                PLACES.stream().map(beside).filter(place -> !place.isEmpty()).toList();
        String nearest =
                name.isEmpty() || places.isEmpty() || !NAMES.matcher(name).matches()
                        ? null
                        : finder.find(name, places, year).named();
        return CellReading.refused(Rule.UNKNOWN_URN, "nearest", nearest);
    }

    /// Schools that followed each other may share a LAESTAB; the one open in the year is used.
    private CellReading laestab(String laestab, @Nullable AcademicYear year, Function<String, String> beside) {
        List<ReferenceLists.School> sharing = registers.withLaestab(laestab);
        if (sharing.isEmpty()) return unknown(year, beside);
        List<ReferenceLists.School> open = open(sharing, year);
        List<ReferenceLists.School> meant = open.size() > 1
                ? open.stream().filter(ReferenceLists.School::stateFunded).toList()
                : open;
        if (meant.size() == 1) return CellReading.of(meant.get(0).urn());
        return CellReading.refused(
                Rule.AMBIGUOUS_LAESTAB, "schools", EnglishFormat.counted(sharing.size(), "school", "schools"));
    }

    /// A name is not proof. With its place it suggests one school, which the hub must confirm.
    private CellReading byName(
            String text, boolean required, @Nullable AcademicYear year, Function<String, String> beside) {
        Matcher both = NAME_AND_PLACE.matcher(text);
        boolean inOne = !text.isEmpty() && both.matches();
        String name = inOne ? both.group(1) : text.isEmpty() ? beside.apply("school_name") : text;
        if (name.isEmpty()) return text.isEmpty() ? CellReading.NOTHING : notOne();
        CellReading proposed = inOne ? proposed(name, both.group(2), year) : null;
        for (String placed : List.of("postcode", "local_authority"))
            if (proposed == null) proposed = proposed(name, beside.apply(placed), year);
        if (proposed != null) return proposed;
        if (!NAMES.matcher(name).matches()) return text.isEmpty() ? CellReading.NOTHING : notOne();
        Stream<String> said = inOne ? Stream.of(both.group(2)) : Stream.of();
        List<String> places = Stream.concat(said, PLACES.stream().map(beside))
                .filter(place -> !place.isEmpty())
                .toList();
        SchoolFinder.Found found = finder.find(name, places, year);
        if (required && !text.isEmpty() && found.nearest().isEmpty()) return notOne();
        boolean inPlace = !places.isEmpty() && places.get(0).equals(found.place());
        return nearly(name, required, found, inPlace);
    }

    /// Uses only the exact name in the first place given; for other names the nearest are suggested.
    private CellReading nearly(String name, boolean required, SchoolFinder.Found found, boolean inPlace) {
        ReferenceLists.NamedSchool school = found.proposed();
        if (school != null && found.exact() && inPlace)
            return CellReading.queried(
                    school.school().urn(),
                    Rule.SCHOOL_BY_NAME,
                    "urn",
                    school.school().urn(),
                    "name",
                    name + ", " + finder.called(found.place()));
        @Nullable Object[] words = {"named", name, "place", finder.called(found.place()), "nearest", found.named()};
        return required
                ? CellReading.refused(Rule.SCHOOL_NOT_FOUND, words)
                : CellReading.queried(null, Rule.SCHOOL_LEFT_OPEN, words);
    }

    private @Nullable CellReading proposed(String name, String place, @Nullable AcademicYear year) {
        if (place.isEmpty()) return null;
        List<ReferenceLists.School> open = open(registers.named(name, place), year);
        if (open.size() != 1) return null;
        return CellReading.queried(
                open.get(0).urn(), Rule.SCHOOL_BY_NAME, "urn", open.get(0).urn(), "name", name + ", " + place);
    }

    private static List<ReferenceLists.School> open(List<ReferenceLists.School> schools, @Nullable AcademicYear year) {
        if (year == null) return schools;
        return schools.stream()
                .filter(school -> school.isOpen(year.referenceDate()))
                .toList();
    }

    private static CellReading notOne() {
        return CellReading.refused(Rule.NOT_A_URN, "laestab", LAESTAB_EXAMPLE);
    }
}
