package org.huboutcomes.returns.findings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.spreadsheets.model.Refusal;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The files of `jobs/rules`: the severity and the three sentences of each rule. They must match the rules in the
/// program exactly; otherwise nothing is read.
public final class Rules {

    /// One rule of the catalogue.
    private record Entry(Severity severity, FindingWording wording) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private Rules(Catalogue catalogue) {
        for (Catalogue.Entry file : catalogue.list("rules", "yaml")) read(file.yaml());
        Set<String> unraised = new HashSet<>(entries.keySet());
        for (Refusal refusal : Refusal.values()) {
            expect(refusal.code(), Severity.ERROR, refusal.words());
            unraised.remove(refusal.code());
        }
        for (Rule rule : Rule.values()) {
            expect(rule.code(), rule.mildest(), rule.words());
            unraised.remove(rule.code());
        }
        if (!unraised.isEmpty())
            throw new CatalogueFault("jobs/rules has rules that nothing raises: "
                    + String.join(", ", unraised.stream().sorted().toList()) + ".");
    }

    /// All rules of the catalogue.
    public static Rules of(Catalogue catalogue) {
        return new Rules(catalogue);
    }

    public boolean has(String code) {
        return entries.containsKey(code);
    }

    private void read(YamlKeys file) {
        for (String code : file.map().keySet()) {
            YamlKeys keys = file.keys(code);
            keys.as(code).only("severity", "found", "accepted", "action");
            Entry entry = new Entry(severity(keys, code), wording(keys, code));
            if (entries.putIfAbsent(code, entry) != null)
                throw new CatalogueFault(file.file() + " has the rule " + code + ", which stands elsewhere too.");
        }
    }

    private static FindingWording wording(YamlKeys keys, String code) {
        Map<String, String> parts = new HashMap<>();
        for (Map.Entry<String, Object> key : keys.map().entrySet())
            if (FindingWording.PARTS.contains(key.getKey())) parts.put(key.getKey(), String.valueOf(key.getValue()));
            else if (!key.getKey().equals("severity"))
                throw new CatalogueFault("%s sets %s in %s; a rule has severity, %s."
                        .formatted(keys.file(), key.getKey(), code, String.join(", ", FindingWording.PARTS)));
        return FindingWording.of("The rule " + code + " in " + keys.file(), parts);
    }

    private static Severity severity(YamlKeys keys, String code) {
        String word = keys.text("severity");
        for (Severity severity : Severity.values()) if (severity.word().equals(word)) return severity;
        throw new CatalogueFault("%s calls %s \"%s\"; call it error or query."
                .formatted(keys.file(), code, word.toLowerCase(Locale.ROOT)));
    }

    private void expect(String code, Severity mildest, Set<String> words) {
        Entry entry = entries.get(code);
        if (entry == null) throw new CatalogueFault("jobs/rules does not say what is told for the rule " + code + ".");
        if (mildest == Severity.ERROR && entry.severity() == Severity.QUERY)
            throw new CatalogueFault(
                    "jobs/rules calls %s a query, but it leaves no value to keep; call it an error.".formatted(code));
        for (String place : entry.wording().words())
            if (!words.contains(place))
                throw new CatalogueFault("jobs/rules asks for {%s} in %s; the words there are %s."
                        .formatted(
                                place,
                                code,
                                String.join(", ", words.stream().sorted().toList())));
    }

    /// The finding for a file that could not be read.
    public Finding of(UnreadableException unreadable) {
        return whole(unreadable.rule(), unreadable.words());
    }

    /// A finding about a whole sheet or file.
    public Finding whole(Rule rule, Object... words) {
        return whole(rule.code(), words(words));
    }

    /// As above, with the words in a map.
    public Finding whole(Rule rule, Map<String, String> words) {
        return whole(rule.code(), words);
    }

    private Finding whole(String code, Map<String, String> words) {
        return at(code, 0, null, null, null, words);
    }

    /// @param value the content of the cell
    public Finding at(
            Rule rule,
            int row,
            @Nullable String cell,
            @Nullable String field,
            @Nullable String value,
            Map<String, String> words) {
        return at(rule.code(), row, cell, field, value, words);
    }

    private Finding at(
            String code,
            int row,
            @Nullable String cell,
            @Nullable String field,
            @Nullable String value,
            Map<String, String> words) {
        Entry entry = entry(code);
        return new Finding(
                code, entry.severity(), row, cell, field, value, entry.wording().with(words));
    }

    public boolean isError(Rule rule) {
        return entry(rule.code()).severity() == Severity.ERROR;
    }

    private Entry entry(String code) {
        Entry entry = entries.get(code);
        if (entry == null) throw new IllegalArgumentException("no rule " + code);
        return entry;
    }

    /// The words of a finding, from alternating keys and values.
    public static Map<String, String> words(@Nullable Object... keysAndValues) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2)
            if (keysAndValues[i + 1] != null)
                words.put(String.valueOf(keysAndValues[i]), String.valueOf(keysAndValues[i + 1]));
        return words;
    }
}
