package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.intake.Refusal;
import org.huboutcomes.intake.Unreadable;
import org.jspecify.annotations.Nullable;

/// The files of `jobs/rules`: how severe each thing is that reading may find, and the sentence in which it is told.
/// Together they must say neither more nor less than the engine can find, or nothing is read at all.
final class Rules {

    /// One rule, as the catalogue has it.
    private record Entry(Severity severity, Wording wording) {}

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

    private void read(YamlKeys file) {
        for (String code : file.map().keySet()) {
            YamlKeys keys = file.keys(code);
            Entry entry = new Entry(severity(keys, code), new Wording(keys.text("says")));
            if (entries.putIfAbsent(code, entry) != null)
                throw new CatalogueFault(file.file() + " has the rule " + code + ", which stands elsewhere too.");
        }
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
        for (String place : entry.wording().places())
            if (!words.contains(place))
                throw new CatalogueFault("jobs/rules asks for {%s} in %s; the words there are %s."
                        .formatted(
                                place,
                                code,
                                String.join(", ", words.stream().sorted().toList())));
    }

    /// A file that could not be read.
    Finding of(Unreadable unreadable) {
        return whole(unreadable.rule(), unreadable.words());
    }

    /// About a whole sheet or file.
    Finding whole(Rule rule, Object... words) {
        return whole(rule.code(), Reading.words(words));
    }

    private Finding whole(String code, Map<String, String> words) {
        return at(code, 0, null, null, null, words);
    }

    /// @param found what the cell holds, which is one of the words too
    Finding at(
            Rule rule,
            int row,
            String cell,
            @Nullable String field,
            @Nullable String found,
            Map<String, String> words) {
        Map<String, String> all = new HashMap<>(words);
        all.put("found", found == null ? "blank" : "\"" + Wording.shortened(found) + "\"");
        return at(rule.code(), row, cell, field, found, all);
    }

    private Finding at(
            String code,
            int row,
            @Nullable String cell,
            @Nullable String field,
            @Nullable String found,
            Map<String, String> words) {
        Entry entry = entry(code);
        return new Finding(
                code, entry.severity(), row, cell, field, found, entry.wording().say(words));
    }

    boolean isError(Rule rule) {
        return entry(rule.code()).severity() == Severity.ERROR;
    }

    private Entry entry(String code) {
        Entry entry = entries.get(code);
        if (entry == null) throw new IllegalArgumentException("no rule " + code);
        return entry;
    }
}
