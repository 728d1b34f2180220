package org.huboutcomes.returns.conversion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.NormalText;

/// Which choice a word that is none was probably meant for. It is only ever proposed.
final class ChoiceGuess {

    private static final int SHORTEST = 3;

    private ChoiceGuess() {}

    /// The one choice that the text begins like, that it names among its words, or that is spelt nearly so. Empty where
    /// none is, or where two are.
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

    /// The choice that the catalogue says is probably meant, such as by the word for a colour.
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
        // A letter is short for a choice where it stands alone, and "a" stands in many sentences.
        return spelling.length() > 1 && List.of(wanted.split("[^\\p{L}]+")).contains(spelling);
    }
}
