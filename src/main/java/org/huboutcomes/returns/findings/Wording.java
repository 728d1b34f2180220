package org.huboutcomes.returns.findings;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.CatalogueFault;

/// A sentence of the catalogue with placeholders: `{choices}`. Text in square brackets is omitted if a word in it
/// is missing: `[ (nearest: {nearest})]`.
public record Wording(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");
    private static final Pattern BRACKET = Pattern.compile("[\\[\\]{}]");

    /// Refuses an unmatched bracket, because it would be printed or hide a word.
    ///
    /// @param where the file, and the rule in it, for the message of a fault
    static Wording of(String where, String text) {
        String rest = PLACE.matcher(OPTIONAL.matcher(text).replaceAll(part -> Matcher.quoteReplacement(part.group(1))))
                .replaceAll("");
        if (BRACKET.matcher(rest).find())
            throw new CatalogueFault(
                    where + " has a bracket that belongs to no word in \"" + text + "\"; write words as {word}.");
        return new Wording(text);
    }

    Set<String> places() {
        return places(text);
    }

    /// The placeholders of a sentence. This is called for each finding, so sentences without any return early.
    static Set<String> places(String sentence) {
        if (sentence.indexOf('{') < 0) return Set.of();
        Set<String> places = new HashSet<>();
        for (Matcher place = PLACE.matcher(sentence); place.find(); ) places.add(place.group(1));
        return places;
    }

    /// The sentence with the optional parts for which there are words. Its placeholders are not filled.
    public String with(Set<String> words) {
        if (text.indexOf('[') < 0) return text;
        return OPTIONAL.matcher(text)
                .replaceAll(part ->
                        Matcher.quoteReplacement(words.containsAll(places(part.group(1))) ? part.group(1) : ""));
    }
}
