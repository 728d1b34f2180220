package org.huboutcomes.returns.values;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// The result of reading one cell: a value, no value, or a remark about an error or a query.
///
/// @param remark an error if the value is null; a query beside a value, or without one that is still to come
public record CellReading(@Nullable Object value, @Nullable Remark remark) {

    public static final CellReading NOTHING = new CellReading(null, null);

    /// @param words the words for the rule's sentence, besides the field, the value and the action
    public record Remark(Rule rule, Map<String, String> words) {

        /// The remark as a finding at its cell.
        ///
        /// @param happened the outcome for the row or sheet: a sentence without its full stop
        public Finding finding(Rules rules, Field field, Cell cell, int row, String address, String happened) {
            String found = CellText.of(cell);
            Map<String, String> all = new HashMap<>(words);
            all.put("field", field.title());
            all.put("happened", happened);
            return rules.at(rule, row, address, field.name(), found.isEmpty() ? null : found, all);
        }
    }

    public static CellReading of(Object value) {
        return new CellReading(value, null);
    }

    /// @param words alternating keys and values; a null value is omitted
    public static CellReading refused(Rule rule, @Nullable Object... words) {
        return new CellReading(null, new Remark(rule, Rules.words(words)));
    }

    public static CellReading queried(@Nullable Object value, Rule rule, @Nullable Object... words) {
        return new CellReading(value, new Remark(rule, Rules.words(words)));
    }
}
