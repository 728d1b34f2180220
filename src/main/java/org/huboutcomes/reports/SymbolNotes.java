package org.huboutcomes.reports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.ReportBlock;

/// Explains each symbol once, below the first table that has it.
final class SymbolNotes {

    private final Set<Symbol> explained = EnumSet.noneOf(Symbol.class);

    Stream<ReportBlock> explained(ReportBlock block) {
        if (block instanceof ReportBlock.Plot plot)
            return Stream.of(new ReportBlock.Plot(
                    plot.caption(), plot.strips(), plot.alt(), plot.table(), noted(plot.source(), plot.table())));
        if (block instanceof ReportBlock.Series series)
            return Stream.of(new ReportBlock.Series(
                    series.caption(),
                    series.chart(),
                    series.alt(),
                    series.table(),
                    noted(series.source(), series.table())));
        if (block instanceof ReportBlock.Table table) {
            String notes = of(table);
            return notes.isEmpty() ? Stream.of(table) : Stream.of(table, new ReportBlock.Note(notes));
        }
        return Stream.of(block);
    }

    private String noted(String source, ReportBlock.Table table) {
        return (source + " " + of(table)).strip();
    }

    /// Such as "z: not applicable; u: low reliability."; empty if there is no symbol.
    private String of(ReportBlock.Table table) {
        String notes = Arrays.stream(Symbol.values())
                .filter(symbol -> !explained.contains(symbol))
                .filter(symbol -> table.rows().stream().flatMap(List::stream).anyMatch(cell -> isIn(symbol, cell)))
                .peek(explained::add)
                .map(symbol -> symbol.code() + ": " + symbol.meaning())
                .collect(Collectors.joining("; "));
        return notes.isEmpty() ? "" : notes + ".";
    }

    private static boolean isIn(Symbol symbol, String cell) {
        return cell.equals(symbol.code()) || symbol == Symbol.U && cell.endsWith(" " + symbol.code());
    }
}
