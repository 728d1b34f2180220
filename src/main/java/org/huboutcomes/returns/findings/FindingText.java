package org.huboutcomes.returns.findings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of one finding: three sentences with placeholders (`{choices}`), and the words to fill them. The
/// macros of `jobs/formulas/finding_sentence.sql` fill them on reading, so that a word can be changed or removed
/// without searching for it in a sentence.
///
/// @param found what was found; `{value}` is the value of the cell
/// @param accepted what would be accepted, or how to correct it
/// @param action what happened to the row, sheet or file
public record FindingText(String found, String accepted, String action, Map<String, String> words) {

    /// The placeholder for the content of the cell, which is stored in the finding, not among the words.
    static final String VALUE = "value";

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public FindingText {
        // Sorted, so that each nightly run stores the same finding as the same value, and does not rewrite its
        // receipt.
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        for (String sentence : List.of(found, accepted, action))
            for (String place : Wording.places(sentence))
                if (!place.equals(VALUE) && !words.containsKey(place))
                    throw new IllegalArgumentException("no word for {" + place + "} among " + words.keySet());
    }

    /// Fills the placeholders of one of the sentences, for use without the store.
    ///
    /// @param value the content of the cell
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
