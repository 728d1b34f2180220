package org.huboutcomes.returns.findings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said of one finding: three sentences whose places (`{choices}`) are still open, and the words that go there.
/// The words are put in when somebody reads it, by the macros of `jobs/formulas/finding_sentence.sql`, so that a word
/// can be changed or taken out without looking for it in a sentence.
///
/// @param found what was found; `{value}` is the value of the cell
/// @param accepted what would be accepted, or what to do to make it so
/// @param action what happened to the row, sheet or file
public record FindingText(String found, String accepted, String action, Map<String, String> words) {

    /// The word for what the cell holds, which is not among the words but with the finding itself.
    static final String VALUE = "value";

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public FindingText {
        // Sorted, so that the same finding is stored as the same value each night, and its receipt is not written
        // again.
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        for (String sentence : List.of(found, accepted, action))
            for (String place : Wording.places(sentence))
                if (!place.equals(VALUE) && !words.containsKey(place))
                    throw new IllegalArgumentException("no word for {" + place + "} among " + words.keySet());
    }

    /// One of the sentences with its words in their places, where nobody can ask the store for it.
    ///
    /// @param value what the cell holds
    public String filled(String sentence, @Nullable String value) {
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1).equals(VALUE) ? quoted(value) : words.getOrDefault(place.group(1), "")));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "blank" : "\"" + value + "\"";
    }

    /// The same sentences with other words.
    FindingText withWords(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>();
        words.forEach((word, text) -> changed.put(word, change.apply(text)));
        return new FindingText(found, accepted, action, changed);
    }
}
