package org.huboutcomes.returns;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sentence of the catalogue, with places for words: `{found}`. What stands in square brackets is left out when a
/// word in it is wanting: `[ (nearest: {nearest})]`.
record Wording(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private static final int LONGEST_FOUND = 120;

    Set<String> places() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    String say(Map<String, String> words) {
        String kept = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(hasAll(part.group(1), words) ? part.group(1) : ""));
        return PLACE.matcher(kept).replaceAll(place -> Matcher.quoteReplacement(word(place, words)));
    }

    /// A sentence shows what was found, and is still a sentence where that is a page of text.
    static String shortened(String found) {
        return found.length() <= LONGEST_FOUND
                ? found
                : found.substring(0, LONGEST_FOUND - 1).strip() + "\u2026";
    }

    private static boolean hasAll(String part, Map<String, String> words) {
        return words.keySet().containsAll(new Wording(part).places());
    }

    private static String word(MatchResult place, Map<String, String> words) {
        String word = words.get(place.group(1));
        if (word == null)
            throw new IllegalArgumentException("no word for {" + place.group(1) + "} among " + words.keySet());
        return word;
    }
}
