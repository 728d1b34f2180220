package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// The wordings of `jobs/claims`, in which evaluators state quantities, as regular expressions for queries.
final class ClaimWording {

    static final List<String> COLUMNS = List.of(
            "wording_order",
            "claim_name",
            "title",
            "quantity",
            "counts",
            "pattern",
            "number_group",
            "cohort_group",
            "unless_pattern",
            "any_time");

    /// What a quantity counts, which determines the return that it is compared with.
    private static final List<String> COUNTS = List.of(
            "schools", "places", "people", "share", "engaged schools", "participations", "answers", "places filled");

    private static final String UNITS = "one|two|three|four|five|six|seven|eight|nine";
    private static final String TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:" + UNITS + "))?";
    private static final String TEENS = "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen";
    // Four digits from 1900 to 2099 are taken as a year.
    private static final String DIGITS = "(?:1[0-8]\\d{2}|2[1-9]\\d{2}|[03-9]\\d{3}|\\d{5}|\\d{1,3})";
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|" + DIGITS + "|(?:a|" + UNITS + ") hundred(?: and (?:"
            + TENS
            + "|" + TEENS + "|" + UNITS + "))?|(?:half a|a|" + UNITS + ") dozen|a couple|" + TENS + "|" + TEENS + "|"
            + UNITS + "|no|none|zero)";
    private static final String BOUND =
            "(?:(?:just )?(?:over|under)|(?:no )?(?:more|fewer|less) than|at (?:least|most)|above"
                    + "|up to|about|around|approximately|roughly|circa|nearly|almost|some|only|just|all|exactly|a total of)";
    /// A number, a bound or a range, and its total if given, as in "7 of the 36".
    private static final String STATED = "(?:between " + NUMBER + " and " + NUMBER + "|(?:" + BOUND + " )?" + NUMBER
            + "(?:(?: ?[-\u2013\u2014] ?| to | or )" + NUMBER + "| or (?:more|fewer|less)|\\+)?)"
            + "(?: (?:out )?of (?:all )?(?:the |our |these |those |its )?" + NUMBER
            // As in "none of the schools".
            + "| of (?:the|our|these|those|its))?";
    /// A share, as in "62%", "just over half" and "two thirds".
    private static final String PERCENT = "(?:" + BOUND + " )?(?:\\d{1,3}(?:\\.\\d+)? ?(?:%|per ?cent)"
            + "|half|(?:a|one|two|three|four|nine) (?:third|quarter|fifth|tenth)s?)";
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    /// A number other than the one stated, such as its total.
    private static final String TOTAL = "total";

    private static final String BLANKS = " +";
    private static final Pattern EXCLUDING = Pattern.compile("(?<!\\\\)\\[\\^");
    // A class of letters, one by its name or number, or a flag by which a full stop matches all.
    private static final Pattern ELEMENT = Pattern.compile(
            "\\[(?:\\\\.|[^\\]\\\\])*\\]|\\\\[WDSsHhVvRXC]|\\\\[pP]\\{[^}]*\\}|\\\\n|\\\\x(?:0a|0A|\\{0*[aA]\\})|\\n"
                    + "|\\(\\?[a-z]*s[a-z]*[:)-]");

    /// The pattern of each slot; each is one group, except the total.
    private static final Map<String, String> SLOTS = slots();

    private ClaimWording() {}

    private static Map<String, String> slots() {
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("number", "(" + STATED + ")");
        slots.put("percent", "(" + PERCENT + ")");
        slots.put("some", "(several|many|a few|a handful|a number|most|both|" + STATED + "|some)");
        slots.put("most", "(most|mostly|mainly|majority|largely|more than half)");
        slots.put("cohort", "((?:[a-z]{2,5} \\(?)?(?:c|cohort )\\d{1,2})");
        slots.put(TOTAL, NUMBER);
        return slots;
    }

    /// One row for each wording; for a wording with names, one for each name.
    static List<List<Object>> rows(Catalogue catalogue) {
        List<List<Object>> rows = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.list("claims", "yaml")) {
            YamlKeys keys = entry.yaml()
                    .only(
                            "title",
                            "quantity",
                            "counts",
                            "names",
                            "wordings",
                            "unless",
                            "anyTime",
                            "examples",
                            "noExamples");
            YamlKeys names = keys.keys("names");
            List<String> each = names.map().isEmpty()
                    ? List.of("")
                    : List.copyOf(names.map().keySet());
            String counts = keys.text("counts");
            if (!COUNTS.contains(counts))
                throw new CatalogueFault("%s sets counts to \"%s\"; set it to one of %s."
                        .formatted(keys.file(), counts, String.join(", ", COUNTS)));
            if (keys.list("wordings").isEmpty()) throw new CatalogueFault(keys.file() + " has no wordings.");
            String unless =
                    keys.list("unless").isEmpty() ? "" : valid(keys, "(?i)" + String.join("|", keys.list("unless")));
            for (String name : each)
                for (String wording : keys.list("wordings")) {
                    String alternatives = name.isEmpty()
                            ? ""
                            : names.list(name).stream().collect(Collectors.joining("|", "(?:", ")"));
                    Expanded expanded = expanded(keys, wording, alternatives);
                    rows.add(List.of(
                            rows.size() + 1,
                            entry.name(),
                            keys.text("title"),
                            keys.text("quantity").replace("{name}", name),
                            counts,
                            expanded.pattern(),
                            expanded.number(),
                            expanded.cohort(),
                            unless,
                            keys.flag("anyTime")));
                }
        }
        return rows;
    }

    private record Expanded(String pattern, int number, int cohort) {}

    private static Expanded expanded(YamlKeys keys, String wording, String name) {
        Matcher slots = SLOT.matcher(wording);
        StringBuilder pattern = new StringBuilder();
        int groups = 0;
        int number = 0;
        int cohort = 0;
        while (slots.find()) {
            String slot = slots.group(1);
            if (slot.equals("name") && !name.isEmpty()) {
                slots.appendReplacement(pattern, Matcher.quoteReplacement(name));
                continue;
            }
            String stands = SLOTS.get(slot);
            if (stands == null)
                throw new CatalogueFault("%s has the slot {%s}; the slots are %s, and name where names are listed."
                        .formatted(keys.file(), slot, String.join(", ", SLOTS.keySet())));
            if (slot.equals(TOTAL)) {
                slots.appendReplacement(pattern, Matcher.quoteReplacement(stands));
                continue;
            }
            groups++;
            if (slot.equals("cohort")) cohort = groups;
            else number = groups;
            slots.appendReplacement(pattern, Matcher.quoteReplacement(stands));
        }
        slots.appendTail(pattern);
        if (number == 0 || groups > 2)
            throw new CatalogueFault("%s has the wording \"%s\"; it needs one number, and at most a cohort beside it."
                    .formatted(keys.file(), wording));
        // A number does not count if it is part of another number, of a date or of a word.
        String within = EXCLUDING.matcher(pattern).replaceAll("[^\\\\n");
        refuseLineBreaks(keys, wording, within);
        String whole = "(?i)(?:^|[\\s(\\[:;,\u2018\u2019\u201c\"'\u2013\u2014])" + within.replace(" ", BLANKS)
                + (wording.endsWith("$)") ? "" : "\\b");
        String expanded = valid(keys, whole.replace(BLANKS + "?", BLANKS.replace('+', '*')));
        if (Pattern.compile(expanded).matcher("").groupCount() != groups)
            throw new CatalogueFault("%s has the wording \"%s\" with a group of its own; write (?: in place of ( there."
                    .formatted(keys.file(), wording));
        return new Expanded(expanded, number, cohort);
    }

    /// Sentences are on separate lines when wordings are searched for, so a pattern that matches a line break could
    /// begin in one sentence and end in another.
    private static void refuseLineBreaks(YamlKeys keys, String wording, String pattern) {
        Matcher elements = ELEMENT.matcher(pattern);
        while (elements.find()) {
            String element = elements.group();
            boolean crosses = element.startsWith("(?")
                    || Pattern.compile(element).matcher("\n").matches();
            if (crosses)
                throw new CatalogueFault(("%s has the wording \"%s\", in which %s may match from one sentence into the"
                                + " next; name what stands between the words, as in [^.;] or [\\w ].")
                        .formatted(keys.file(), wording, element));
        }
    }

    /// @throws CatalogueFault if it is not a regular expression, or has groups of its own
    static String valid(YamlKeys keys, String pattern) {
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new CatalogueFault(keys.file() + " has \"" + pattern + "\", which is no regular expression.", e);
        }
    }
}
