package org.huboutcomes.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.CatalogueFault;

/// The comment lines at the top of an indicator file: fixed keys in a fixed order. A long text continues on the next
/// line, indented.
record Heading(List<String> words) {

    static final List<String> KEYS = List.of(
            "title",
            "question",
            "numerator",
            "denominator",
            "unit",
            "higher is",
            "outcome",
            "also",
            "construct",
            "notes",
            "why",
            "source",
            "counts",
            "interval",
            "levels",
            "breakdowns",
            "returns",
            "years",
            "reviewed",
            "version");

    private static final Pattern KEY = Pattern.compile("-- ([a-z]+(?: [a-z]+)?):\\s*(.*)");
    private static final Pattern MORE = Pattern.compile("--\\s{3,}(\\S.*)");

    static Heading of(String path, String text) {
        List<String> keys = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String line : text.lines().takeWhile(line -> line.startsWith("--")).toList()) {
            Matcher key = KEY.matcher(line);
            Matcher more = MORE.matcher(line);
            if (key.matches()) {
                keys.add(key.group(1));
                words.add(key.group(2).strip());
            } else if (more.matches() && !words.isEmpty()) {
                words.set(
                        words.size() - 1,
                        words.get(words.size() - 1) + " " + more.group(1).strip());
            } else {
                throw new CatalogueFault(path + " has the line \"" + line + "\" in its heading, which is not a key.");
            }
        }
        refuseWrongKeys(path, keys);
        refuseBlankWords(path, words);
        return new Heading(words);
    }

    String of(String key) {
        return words.get(KEYS.indexOf(key));
    }

    private static void refuseWrongKeys(String path, List<String> keys) {
        if (keys.equals(KEYS)) return;
        for (String key : KEYS)
            if (!keys.contains(key)) throw new CatalogueFault(path + " has no \"" + key + "\" in its heading.");
        for (String key : keys)
            if (!KEYS.contains(key))
                throw new CatalogueFault(path + " has \"" + key + "\" in its heading, which is not a key.");
        throw new CatalogueFault(
                path + " opens with " + keys + "; an indicator opens with " + KEYS + ", in that order.");
    }

    private static void refuseBlankWords(String path, List<String> words) {
        int blank = words.indexOf("");
        if (blank >= 0) throw new CatalogueFault(path + " has no text after \"" + KEYS.get(blank) + "\".");
    }
}
