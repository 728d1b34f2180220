package org.huboutcomes.returns.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.jspecify.annotations.Nullable;

/// The wording of a rule or a check in the catalogue, in three sentences.
///
/// @param found what was found
/// @param accepted what would be accepted, or how to correct it
/// @param action what happened to the row, sheet or file
/// @param words the placeholders of the three sentences
public record FindingWording(Wording found, Wording accepted, Wording action, Set<String> words) {

    /// The parts, by their keys in the catalogue, in reading order.
    public static final List<String> PARTS = List.of("found", "accepted", "action");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);

    private FindingWording(Wording found, Wording accepted, Wording action) {
        this(found, accepted, action, words(found, accepted, action));
    }

    /// @param where the file, and the rule in it, for the message of a fault
    /// @param parts the sentences by the keys of [#PARTS]; a missing or blank one is refused
    public static FindingWording of(String where, Map<String, String> parts) {
        for (String part : PARTS)
            if (parts.getOrDefault(part, "").isBlank())
                throw new CatalogueFault(
                        where + " does not say what is " + said(part) + "; add the sentence \"" + part + "\".");
        return new FindingWording(
                wording(where, parts, "found"), wording(where, parts, "accepted"), wording(where, parts, "action"));
    }

    private static String said(String part) {
        return part.equals("action") ? "done" : part;
    }

    private static Wording wording(String where, Map<String, String> parts, String part) {
        return Wording.of(where, Objects.requireNonNull(parts.get(part)));
    }

    private static Set<String> words(Wording... parts) {
        Set<String> words = new HashSet<>();
        for (Wording part : parts) words.addAll(part.places());
        return Set.copyOf(words);
    }

    /// The text for one case. Only values with a placeholder in the sentences are kept.
    ///
    /// @param values dates, numbers and texts by placeholder; a null value is omitted
    public FindingText with(Map<String, ? extends @Nullable Object> values) {
        Map<String, String> known = new TreeMap<>();
        for (String word : words) {
            Object value = word.equals(FindingText.VALUE) ? null : values.get(word);
            if (value != null) known.put(word, written(value));
        }
        List<String> sentences = Stream.of(found, accepted, action)
                .map(part -> part.with(known.keySet()))
                .toList();
        // A query may lack a value for a required placeholder.
        for (String word : words)
            if (values.containsKey(word)
                    && values.get(word) == null
                    && sentences.stream().anyMatch(sentence -> sentence.contains("{" + word + "}")))
                known.put(word, "blank");
        return new FindingText(sentences.get(0), sentences.get(1), sentences.get(2), known);
    }

    private static String written(Object value) {
        if (value instanceof LocalDate day) return day.format(DAY);
        if (value instanceof BigDecimal number) return number.toPlainString();
        return value.toString();
    }
}
