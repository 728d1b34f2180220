package org.huboutcomes.reports.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.huboutcomes.reports.paper.ReportResources;

/// The figures behind one report, as a workbook that works with screen readers, and its main table as CSV. The same
/// figures and edition always give the same bytes.
public final class DataPack {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final HubFigures figures;
    private final Edition edition;
    private final PackTable main;
    private final PackSheets sheets;

    /// Refuses a sheets file with an unused key, such as the rest of a title after an unquoted comma.
    public static void validate(ReportResources house) {
        PackSheets.read(house);
    }

    public DataPack(HubFigures figures, Edition edition) {
        this.sheets = PackSheets.packaged();
        this.figures = figures.and(edition.tables());
        this.edition = edition;
        this.main = FigureTable.of(figures);
    }

    public byte[] workbook() {
        List<PackTable> tables = tables();
        return new PackWorkbook(title(), about(tables), tables, edition.dataAsAt()).bytes();
    }

    public byte[] csv() {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = CSV.print(csv)) {
            PackTable table = main.forCsv();
            printer.printRecord(table.columns().stream().map(Column::name));
            for (List<Object> row : table.rows())
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

    private List<String> about(List<PackTable> tables) {
        List<String> about = new ArrayList<>(List.of(
                title(),
                figures.isNetwork()
                        ? "Network: " + figures.network()
                        : "Hub: " + figures.hubName() + " (" + figures.hub() + "), " + figures.network(),
                "Edition: " + edition.label() + ", " + edition.state() + "; " + edition.profile(),
                "Data as at: " + edition.dataAsAt(),
                "It has the figures of the annual report, and those of the years before it.",
                "Each table is on its own worksheet, with its headings in the third row.",
                "A symbol means that there is no number; the worksheet Symbols explains each symbol.",
                "Limits are those of a 95% confidence interval.",
                "A figure is compared with the network by the 99.8% control limits.",
                "A hub's data pack gives a network figure only where at least three hubs contribute; with fewer it is c.",
                "Figures do not explain causes."));
        for (PackTable table : tables) about.add("Worksheet " + table.name() + ": " + table.title() + ".");
        return about;
    }

    private List<PackTable> tables() {
        List<PackTable> tables = new ArrayList<>(List.of(symbols(), main.forWorkbook(), definitions()));
        PublishedSheet published = PublishedSheet.of(figures);
        if (!figures.spreads().isEmpty()) tables.add(spreads(published));
        for (String name : sheets.inOrder(figures.tables())) {
            List<Map<String, Object>> rows = figures.tables().getOrDefault(name, List.of());
            if (rows.isEmpty()) continue;
            tables.add(
                    name.equals(TrendTable.NAME)
                            ? TrendTable.of(sheets.of(name), figures, published)
                            : published.of(sheets.of(name), rows));
        }
        return tables;
    }

    private static PackTable symbols() {
        return new PackTable(
                "Symbols",
                "Symbols in place of a number",
                List.of(Column.text("Symbol", "symbol"), Column.text("Meaning", "meaning")),
                Stream.of(Symbol.values())
                        .map(symbol -> List.<Object>of(symbol.code(), symbol.meaning()))
                        .toList());
    }

    private PackTable definitions() {
        return new PackTable(
                "Definitions",
                "What each figure counts, and how",
                Stream.of(
                                "Figure",
                                "Outcome",
                                "Question",
                                "What is counted",
                                "Notes",
                                "Unit",
                                "Higher is",
                                "Why",
                                "Source",
                                "Interval",
                                "Reviewed",
                                "Version")
                        .map(heading -> Column.text(heading, heading))
                        .toList(),
                figures.definitions().stream().map(this::definition).toList());
    }

    private List<Object> definition(Definition one) {
        return List.of(
                one.title(),
                PackSheets.words(one.outcome()),
                one.question(),
                one.isShare() ? one.whatIsCounted() : "A score; the notes say how it is made.",
                one.notes(),
                one.unit(),
                one.higherIs(),
                one.why(),
                one.source(),
                sheets.intervals().getOrDefault(one.interval(), PackSheets.words(one.interval())),
                one.reviewed(),
                String.valueOf(one.version()));
    }

    private PackTable spreads(PublishedSheet published) {
        return new PackTable(
                "Network spread",
                "The range of the hubs' figures, without their names",
                List.of(
                        Column.text("Academic year", "time_period"),
                        Column.text("Figure", "indicator"),
                        Column.text("Phase", "education_phase"),
                        Column.text("Breakdown", "breakdown"),
                        Column.count("Hubs", "hubs"),
                        Column.value("Lowest", "lowest"),
                        Column.value("Lower quartile", "lower_quartile"),
                        Column.value("Median", "median"),
                        Column.value("Upper quartile", "upper_quartile"),
                        Column.value("Highest", "highest")),
                figures.spreads().stream().map(one -> spread(one, published)).toList());
    }

    private static List<Object> spread(Spread spread, PublishedSheet published) {
        return List.of(
                FigureTable.year(spread.timePeriod()),
                published.titles().getOrDefault(spread.indicator(), spread.indicator()),
                spread.educationPhase(),
                spread.breakdown(),
                spread.hubs(),
                spread.lowest(),
                spread.lowerQuartile(),
                spread.median(),
                spread.upperQuartile(),
                spread.highest());
    }
}
