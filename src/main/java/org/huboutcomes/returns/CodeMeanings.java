package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.ReferenceLists.KnownCode;

/// The meanings of incomplete codes of one hub and year: a code without its programme (`23-05` for `NCP23-05`),
/// with other punctuation (`NCP 22/05`) or followed by words, or a title instead of a code. Each is read as a code
/// only if exactly one code matches.
final class CodeMeanings {

    private static final Pattern NO_PROGRAMME = Pattern.compile("\\d{2,4}-\\d{1,3}");
    private static final Pattern PROGRAMME = Pattern.compile("\\p{L}{1,6}-?");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String BETWEEN = "; ";
    // No hub has as many activities, so a column with more values is not matched.
    private static final int MOST = 2_000;

    private final Map<String, String> meanings = new HashMap<>();

    /// Whether complete codes of a field can be recognised by a pattern.
    static boolean areOf(Field field) {
        return field.type().equals("code") && field.inTitles() != null;
    }

    /// @param listed the known activities of the hub and year
    /// @param written the values in the sheet
    CodeMeanings(Field field, List<KnownCode> listed, Set<String> written) {
        if (written.size() > MOST) return;
        Pattern whole = Objects.requireNonNull(field.inTitles());
        Set<String> codes = parts(written);
        List<String> open =
                codes.stream().filter(code -> !whole.matcher(code).matches()).toList();
        if (open.isEmpty()) return;
        Set<String> known = listed.stream().map(KnownCode::code).collect(Collectors.toCollection(HashSet::new));
        codes.stream().filter(code -> whole.matcher(code).matches()).forEach(known::add);
        for (String code : open)
            if (!known.contains(code)) of(code, whole, listed, known).ifPresent(meant -> meanings.put(code, meant));
    }

    private static Set<String> parts(Collection<String> written) {
        return written.stream()
                .flatMap(one -> List.of(one.split(BETWEEN)).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> of(String code, Pattern whole, List<KnownCode> listed, Set<String> known) {
        Set<String> fitting = new HashSet<>();
        if (NO_PROGRAMME.matcher(code).matches())
            known.stream()
                    .filter(one -> one.endsWith(code))
                    .filter(one -> PROGRAMME
                            .matcher(one.substring(0, one.length() - code.length()))
                            .matches())
                    .forEach(fitting::add);
        if (fitting.isEmpty())
            known.stream().filter(one -> letters(one).equals(letters(code))).forEach(fitting::add);
        if (fitting.isEmpty())
            whole.matcher(code).results().map(MatchResult::group).forEach(fitting::add);
        if (fitting.isEmpty())
            listed.stream()
                    .filter(one ->
                            one.title() != null && NormalText.key(one.title()).equals(NormalText.key(code)))
                    .map(KnownCode::code)
                    .forEach(fitting::add);
        return fitting.size() == 1 ? fitting.stream().findFirst() : Optional.empty();
    }

    /// The letters and digits of a code: "NCP 22/05" has those of NCP22-05.
    private static String letters(String code) {
        return NO_LETTERS.matcher(code).replaceAll("");
    }

    boolean isEmpty() {
        return meanings.isEmpty();
    }

    /// The complete code or codes; empty if the value is read unchanged.
    Optional<String> of(String value) {
        if (meanings.containsKey(value)) return Optional.ofNullable(meanings.get(value));
        if (!value.contains(BETWEEN)) return Optional.empty();
        List<String> parts = new ArrayList<>();
        for (String part : value.split(BETWEEN)) parts.add(meanings.getOrDefault(part, part));
        String meant = parts.stream().distinct().collect(Collectors.joining(BETWEEN));
        return meant.equals(value) ? Optional.empty() : Optional.of(meant);
    }
}
