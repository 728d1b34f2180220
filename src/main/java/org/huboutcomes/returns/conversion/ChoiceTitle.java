package org.huboutcomes.returns.conversion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;

/// Finds the choice that a title gives for all rows below it, as in "Developing", "Developing (12 schools)" or
/// "Stage: Embedding".
final class ChoiceTitle {

    private static final Pattern COUNT = Pattern.compile("\\s*[(:\u2013-]?\\s*\\d{1,4}(?: schools?)?\\)?$");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final Set<String> SCHOOLS = Set.of("school", "setting");
    private static final int LONGEST = 60;

    private ChoiceTitle() {}

    static Optional<Object> of(FieldTypes fieldTypes, Field field, String title) {
        if (title.length() > LONGEST || title.isBlank()) return Optional.empty();
        String word = COUNT.matcher(title.strip()).replaceFirst("");
        Optional<Object> whole = read(fieldTypes, field, word);
        if (whole.isPresent()) return whole;
        Set<String> beside = new HashSet<>(SCHOOLS);
        Stream.concat(Stream.of(field.title()), field.headings())
                .forEach(heading -> beside.addAll(Likeness.words(NormalText.key(heading))));
        List<String> left = SIGNS.splitAsStream(word)
                .filter(one -> !one.isEmpty() && !beside.containsAll(Likeness.words(one)))
                .toList();
        return left.isEmpty() ? Optional.empty() : read(fieldTypes, field, String.join(" ", left));
    }

    private static Optional<Object> read(FieldTypes fieldTypes, Field field, String word) {
        if (word.isBlank()) return Optional.empty();
        return Optional.ofNullable(fieldTypes.value(field, new Cell.Text(word)));
    }
}
