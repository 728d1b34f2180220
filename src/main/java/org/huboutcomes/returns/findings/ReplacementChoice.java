package org.huboutcomes.returns.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The answers in the Findings sheet to how a file replaces what is in force.
public enum ReplacementChoice {
    EVERYTHING("replaces everything"),
    ADDS("adds to and corrects what is there");

    /// The rule in the key of such an answer, instead of that of a query.
    public static final String KEY = "replacement_choice";

    private final String words;

    ReplacementChoice(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Optional<ReplacementChoice> of(String text) {
        return Stream.of(values())
                .filter(choice -> choice.words.equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
