package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.intake.Cell;
import org.jspecify.annotations.Nullable;

/// What came of reading one cell: a value, nothing, or a remark on why not or not quite.
///
/// @param remark of an error, when the value is null; of a query, beside a value, or beside none that is yet to come
record Reading(@Nullable Object value, @Nullable Remark remark) {

    static final Reading NOTHING = new Reading(null, null);

    /// @param words those that the rule's sentence may use, beside the field, what was found and what happened
    record Remark(Rule rule, Map<String, String> words) {

        /// The remark as a finding at its cell.
        ///
        /// @param happened what became of the row or sheet, as the end of a sentence
        Finding finding(Rules rules, Field field, Cell cell, int row, String address, String happened) {
            String found = CellText.of(cell);
            Map<String, String> all = new HashMap<>(words);
            all.put("field", field.title());
            all.put("happened", happened);
            return rules.at(rule, row, address, field.name(), found.isEmpty() ? null : found, all);
        }
    }

    static Reading of(Object value) {
        return new Reading(value, null);
    }

    /// @param words keys and values in turn; a value that is null has no word
    static Reading refused(Rule rule, @Nullable Object... words) {
        return new Reading(null, new Remark(rule, words(words)));
    }

    static Reading queried(@Nullable Object value, Rule rule, @Nullable Object... words) {
        return new Reading(value, new Remark(rule, words(words)));
    }

    static Map<String, String> words(@Nullable Object... keysAndValues) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2)
            if (keysAndValues[i + 1] != null)
                words.put(String.valueOf(keysAndValues[i]), String.valueOf(keysAndValues[i + 1]));
        return words;
    }
}
