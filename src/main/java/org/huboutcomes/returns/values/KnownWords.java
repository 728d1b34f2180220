package org.huboutcomes.returns.values;

import java.util.BitSet;
import java.util.Set;
import org.huboutcomes.returns.text.NormalText;

/// A few words or marks that a cell may hold, in any spelling that a reader would call the same. Nearly all cells hold
/// something else and are told apart by their length or first character.
final class KnownWords {

    private static final int ASCII = 128;

    /// Room for blanks and full stops that do not count.
    private static final int UNCOUNTED = 4;

    private final Set<String> words;
    private final BitSet firstCharacters = new BitSet(ASCII);
    private final int longest;

    KnownWords(Set<String> words) {
        this.words = words;
        this.longest = words.stream().mapToInt(String::length).max().orElseThrow() + UNCOUNTED;
        for (String word : words) {
            firstCharacters.set(Character.toLowerCase(word.charAt(0)));
            firstCharacters.set(Character.toUpperCase(word.charAt(0)));
        }
    }

    boolean contains(String text) {
        if (text.isEmpty() || text.length() > longest) return false;
        char first = text.charAt(0);
        if (first > ' ' && first < ASCII && !firstCharacters.get(first)) return false;
        return words.contains(text) || words.contains(NormalText.key(text));
    }
}
