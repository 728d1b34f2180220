package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Row;

/// The hidden parts of a sheet, which its author could not see: they are read like the rest, with a query.
public final class HiddenParts {

    private static final int RANGES_NAMED = 8;

    private final BitSet rows = new BitSet();

    public void look(Row row) {
        if (row.hidden()) rows.set(row.number());
    }

    public List<Finding> findings(Rules rules, RecognisedTable sheet, boolean sheetHidden, BitSet columnsHidden) {
        List<Finding> findings = new ArrayList<>();
        if (sheetHidden) findings.add(rules.whole(Rule.HIDDEN_SHEET));
        sheet.columns().forEach((column, field) -> {
            if (columnsHidden.get(column) && !field.personal()) findings.add(column(rules, sheet, column, field));
        });
        rows().ifPresent(said ->
                findings.add(rules.at(Rule.HIDDEN_ROWS, first(), "A" + first(), null, null, Map.of("rows", said))));
        return findings;
    }

    /// The finding for rows that are struck through; empty if there are none.
    ///
    /// @param struck their row numbers
    /// @param from the first row of the table
    public static Optional<Finding> struck(Rules rules, BitSet struck, int from) {
        BitSet of = (BitSet) struck.clone();
        of.clear(0, from);
        if (of.isEmpty()) return Optional.empty();
        int first = of.nextSetBit(0);
        return Optional.of(rules.at(Rule.STRUCK_ROWS, first, "A" + first, null, null, Map.of("rows", named(of))));
    }

    /// The hidden rows as the beginning of a sentence; empty if there are none.
    public Optional<String> rows() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(named(rows));
    }

    /// The number of the first hidden row.
    public int first() {
        return rows.nextSetBit(0);
    }

    private static Finding column(Rules rules, RecognisedTable sheet, int column, Field field) {
        int row = sheet.heading().number();
        return rules.at(
                Rule.HIDDEN_COLUMN,
                row,
                RecognisedTable.address(column, row),
                field.name(),
                CellText.of(sheet.heading().cell(column)),
                Map.of("column", CellReference.convertNumToColString(column)));
    }

    /// Such as `Rows 4 to 9, 12 and 14 are`; shortened, because a filter may hide very many ranges.
    public static String named(BitSet rows) {
        List<String> ranges = new ArrayList<>();
        int named = 0;
        for (int from = rows.nextSetBit(0); from >= 0 && ranges.size() < RANGES_NAMED; ) {
            int to = rows.nextClearBit(from) - 1;
            ranges.add(from == to ? String.valueOf(from) : from + " to " + to);
            named += to - from + 1;
            from = rows.nextSetBit(to + 1);
        }
        int more = rows.cardinality() - named;
        if (more > 0) ranges.add(more + " more");
        if (rows.cardinality() == 1) return "Row " + ranges.get(0) + " is";
        String last = ranges.remove(ranges.size() - 1);
        return "Rows " + (ranges.isEmpty() ? last : String.join(", ", ranges) + " and " + last) + " are";
    }
}
