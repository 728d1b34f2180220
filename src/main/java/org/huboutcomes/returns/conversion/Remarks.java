package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.jspecify.annotations.Nullable;

/// Collects remarks about a converted sheet.
final class Remarks {

    private final List<Remark> remarks = new ArrayList<>();

    List<Remark> all() {
        return remarks;
    }

    void add(Remark remark) {
        remarks.add(remark);
    }

    /// Removes the remarks about a cell of the converted table.
    void forget(int line, int column) {
        remarks.removeIf(remark -> remark.line() == line && remark.column() == column);
    }

    /// Whether there is a remark about the field in this line of the converted table.
    boolean isToldOf(Field field, int line) {
        return remarks.stream().anyMatch(remark -> field.equals(remark.field()) && remark.line() == line);
    }

    /// @param words alternating keys and values; a null value is omitted
    void add(
            Rule rule,
            int row,
            @Nullable String cell,
            Field field,
            @Nullable String value,
            int line,
            int column,
            boolean inReceipt,
            @Nullable Object... words) {
        Map<String, String> all = Rules.words(words);
        all.put("field", field.title());
        all.put("happened", "Nothing is loaded yet");
        remarks.add(new Remark(rule, row, cell, field, value, all, line, column, inReceipt));
    }
}
