package org.huboutcomes.returns.conversion;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.recognition.HiddenParts;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;

/// Rows of a converted sheet that its author may not want counted: they were hidden, for example by a filter, or
/// are struck through.
///
/// @param rows the converted rows
record UnseenRows(Sheet sheet, List<Row> rows) {

    void say(Remarks remarks) {
        HiddenParts hidden = new HiddenParts();
        rows.forEach(hidden::look);
        hidden.rows().ifPresent(said -> remarks.add(remark(Rule.HIDDEN_ROWS, hidden.first(), said)));
        BitSet struck = SheetRows.struck(sheet);
        BitSet converted = new BitSet();
        rows.forEach(row -> converted.set(row.number()));
        struck.and(converted);
        if (!struck.isEmpty()) remarks.add(remark(Rule.STRUCK_ROWS, struck.nextSetBit(0), HiddenParts.named(struck)));
    }

    private static Remark remark(Rule rule, int first, String said) {
        return new Remark(rule, first, "A" + first, null, null, Map.of("rows", said), Remark.HEADING, 0, true);
    }
}
