package org.huboutcomes.returns.conversion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.NormalText;

/// Finds the choice that an unknown word was probably meant for. The result is only a suggestion.
final class ChoiceGuess {

    private static final int SHORTEST = 3;

    private ChoiceGuess() {}

    /// The one choice that starts like the text, is named in it or has a similar spelling. Empty if there is none,
    /// or more than one.
    static Optional<String> of(Field field, String text) {
        Optional<String> likely = likely(field, text);
        if (likely.isPresent()) return likely;
        String wanted = NormalText.key(text);
        Set<String> meant = new HashSet<>();
        for (String choice : field.choices())
            if (spellings(field, choice).anyMatch(spelling -> isLike(wanted, spelling))) meant.add(choice);
        if (meant.size() == 1) return meant.stream().findFirst();
        return meant.isEmpty() ? NormalText.nearest(text, field.choices()) : Optional.empty();
    }

    /// The choice that the catalogue lists as probable, such as for the word for a colour.
    static Optional<String> likely(Field field, String text) {
        return field.likelyChoice(text);
    }

    private static Stream<String> spellings(Field field, String choice) {
        return Stream.concat(Stream.of(choice), field.labels().getOrDefault(choice, List.of()).stream())
                .map(NormalText::key);
    }

    private static boolean isLike(String wanted, String spelling) {
        if (wanted.length() >= SHORTEST && spelling.startsWith(wanted)) return true;
        if (spelling.indexOf(' ') > 0) return wanted.contains(spelling);
        // A single letter counts only if it is the whole text, because "a" occurs in many sentences.
        return spelling.length() > 1 && List.of(wanted.split("[^\\p{L}]+")).contains(spelling);
    }
}
