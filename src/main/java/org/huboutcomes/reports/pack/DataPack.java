package org.huboutcomes.reports.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.Edition;
import org.jspecify.annotations.Nullable;

/// The figures behind one report, as a workbook that a screen reader can be led through, and its main table as
/// CSV. The same figures and edition always give the same bytes.
public final class DataPack {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final HubFigures figures;
    private final Edition edition;
    private final PackTable main;

    public DataPack(HubFigures figures, Edition edition) {
        this.figures = figures.and(edition.tables());
        this.edition = edition;
        this.main = FigureTable.of(figures);
    }

    public byte[] workbook() {
        return new PackWorkbook(title(), about(), tables(), edition.dataAsAt()).bytes();
    }

    public byte[] csv() {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = CSV.print(csv)) {
            printer.printRecord(main.columns().stream().map(Column::name));
            for (List<Object> row : main.rows())
                printer.printRecord(
                        row.stream().map(cell -> cell instanceof String text ? CsvInjection.inCsv(text) : cell));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String title() {
        return "Data pack " + FigureTable.year(figures.timePeriod()) + ": " + figures.hubName();
    }

    private List<String> about() {
        List<String> about = new ArrayList<>(List.of(
                title(),
                figures.isNetwork()
                        ? "Network: " + figures.network()
                        : "Hub: " + figures.hubName() + " (" + figures.hub() + "), " + figures.network(),
                "Edition: " + edition.label() + (edition.provisional() ? ", provisional; " : ", final; ")
                        + edition.profile(),
                "Data as at: " + edition.dataAsAt(),
                "These are the figures behind the annual report, and those of the years before it.",
                "Each table has a worksheet of its own, with its headings in the third row.",
                "Where there is no number there is a symbol; the worksheet Symbols explains them.",
                "Limits are those of a 95% interval.",
                "A comparison is made at the 99.8% limits around the network's value.",
                "Nothing here says that a hub caused a figure: these are outcomes of implementation."));
        for (PackTable table : tables()) about.add("Worksheet " + table.name() + ": " + table.title() + ".");
        return about;
    }

    private List<PackTable> tables() {
        List<PackTable> tables = new ArrayList<>(List.of(symbols(), main, definitions()));
        if (!figures.spreads().isEmpty()) tables.add(spreads());
        for (String name : PackSheets.PACKAGED.inOrder(figures.tables())) {
            List<Map<String, Object>> rows = figures.tables().getOrDefault(name, List.of());
            if (!rows.isEmpty()) tables.add(published(PackSheets.PACKAGED.of(name), rows));
        }
        return tables;
    }

    private static PackTable symbols() {
        return new PackTable(
                "Symbols",
                "What stands where there is no number",
                List.of(Column.text("Symbol", "symbol"), Column.text("Meaning", "meaning")),
                Stream.of(Symbol.values())
                        .map(symbol -> List.<Object>of(symbol.code(), symbol.meaning()))
                        .toList());
    }

    private PackTable definitions() {
        return new PackTable(
                "Definitions",
                "What each figure is, in the words of the catalogue",
                Stream.of(
                                "Indicator",
                                "Outcome",
                                "Title",
                                "Question",
                                "Numerator",
                                "Denominator",
                                "Unit",
                                "Higher is",
                                "Why",
                                "Source",
                                "Interval",
                                "Reviewed",
                                "Version")
                        .map(heading -> Column.text(heading, heading))
                        .toList(),
                figures.definitions().stream().map(DataPack::definition).toList());
    }

    private static List<Object> definition(Definition one) {
        return List.of(
                one.indicator(),
                one.outcome(),
                one.title(),
                one.question(),
                one.numerator(),
                one.denominator(),
                one.unit(),
                one.higherIs(),
                one.why(),
                one.source(),
                one.interval(),
                one.reviewed(),
                String.valueOf(one.version()));
    }

    private PackTable spreads() {
        return new PackTable(
                "Network spread",
                "How the hubs of the network spread, without their names",
                List.of(
                        Column.text("Academic year", "time_period"),
                        Column.text("Indicator", "indicator"),
                        Column.text("Phase", "education_phase"),
                        Column.text("Breakdown", "breakdown"),
                        Column.count("Hubs", "hubs"),
                        Column.value("Lowest", "lowest"),
                        Column.value("Lower quartile", "lower_quartile"),
                        Column.value("Median", "median"),
                        Column.value("Upper quartile", "upper_quartile"),
                        Column.value("Highest", "highest")),
                figures.spreads().stream().map(DataPack::spread).toList());
    }

    private static List<Object> spread(Spread spread) {
        return List.of(
                FigureTable.year(spread.timePeriod()),
                spread.indicator(),
                spread.educationPhase(),
                spread.breakdown(),
                spread.hubs(),
                spread.lowest(),
                spread.lowerQuartile(),
                spread.median(),
                spread.upperQuartile(),
                spread.highest());
    }

    /// A published table as it is: its columns are those that any of its rows has.
    private static PackTable published(PackSheets.Sheet sheet, List<Map<String, Object>> rows) {
        Map<String, Boolean> columns = new LinkedHashMap<>();
        for (Map<String, Object> row : rows)
            row.forEach((column, value) -> columns.merge(column, value instanceof Number, Boolean::logicalAnd));
        return new PackTable(
                sheet.name(),
                sheet.title(),
                columns.entrySet().stream()
                        .map(column -> column(column.getKey(), column.getValue(), rows))
                        .toList(),
                rows.stream()
                        .map(row -> columns.keySet().stream()
                                .map(column -> published(column, row.get(column)))
                                .toList())
                        .toList());
    }

    private static Column column(String name, boolean numbers, List<Map<String, Object>> rows) {
        String heading = PackSheets.words(name);
        if (!numbers || isName(name)) return Column.text(name.equals("time_period") ? "Academic year" : heading, name);
        return rows.stream().map(row -> row.get(name)).allMatch(DataPack::isWhole)
                ? Column.count(heading, name)
                : Column.value(heading, name);
    }

    private static Object published(String column, @Nullable Object value) {
        if (value == null) return Symbol.X.code();
        if (column.equals("time_period") && value instanceof Number year) return FigureTable.year(year.intValue());
        return value instanceof Number && !isName(column) ? value : value.toString();
    }

    private static boolean isWhole(@Nullable Object value) {
        return value == null || value instanceof Integer || value instanceof Long;
    }

    /// A year and a URN are names made of digits.
    private static boolean isName(String column) {
        return column.equals("time_period") || column.endsWith("urn");
    }
}
