package org.huboutcomes.reports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.Block;

/// Explains the symbols that stand in a table, in the line under it: a reader need not turn to the last pages.
final class SymbolNotes {

    private SymbolNotes() {}

    static Stream<Block> explained(Block block) {
        if (block instanceof Block.Plot plot)
            return Stream.of(new Block.Plot(
                    plot.caption(), plot.strips(), plot.alt(), plot.table(), noted(plot.source(), plot.table())));
        if (block instanceof Block.Series series)
            return Stream.of(new Block.Series(
                    series.caption(),
                    series.chart(),
                    series.alt(),
                    series.table(),
                    noted(series.source(), series.table())));
        if (block instanceof Block.Table table && !of(table).isEmpty())
            return Stream.of(table, new Block.Note(of(table)));
        return Stream.of(block);
    }

    private static String noted(String source, Block.Table table) {
        return (source + " " + of(table)).strip();
    }

    /// Such as "z: not applicable; u: low reliability."; empty where no symbol stands.
    private static String of(Block.Table table) {
        String notes = Arrays.stream(Symbol.values())
                .filter(symbol -> table.rows().stream().flatMap(List::stream).anyMatch(cell -> isIn(symbol, cell)))
                .map(symbol -> symbol.code() + ": " + symbol.meaning())
                .collect(Collectors.joining("; "));
        return notes.isEmpty() ? "" : notes + ".";
    }

    private static boolean isIn(Symbol symbol, String cell) {
        return cell.equals(symbol.code()) || symbol == Symbol.U && cell.endsWith(" " + symbol.code());
    }
}
