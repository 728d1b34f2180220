package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.QuoteMode;

/// The intended data in plain tables, for the recomputation that shares no code with the engine.
final class IntendedTables {

    private final SampleYears years;

    IntendedTables(SampleYears years) {
        this.years = years;
    }

    void write(Path folder) throws IOException {
        for (ReturnSheet form : ReturnSheet.values())
            write(folder, form.name().toLowerCase(Locale.ROOT), rows((hub, year) -> years.rows(form, hub, year)));
        write(folder, "survey", rows(years::responses));
        PlainTable hubs = new PlainTable(List.of("network", "hub", "name"));
        for (SampleHub hub : SampleHub.values()) hubs.add(List.of(hub.network, hub.name(), hub.title));
        save(hubs, folder, "hubs");
        PlainTable areas = new PlainTable(List.of("hub", "la", "from", "to"));
        for (SampleHub.Area area : SampleHub.AREAS)
            areas.add(List.of(area.hub().name(), area.la(), area.from(), area.to() == 0 ? "" : area.to()));
        save(areas, folder, "areas");
    }

    private interface Source {
        List<ReturnRow> of(SampleHub hub, int year);
    }

    private static List<ReturnRow> rows(Source source) {
        List<ReturnRow> rows = new ArrayList<>();
        for (SampleHub hub : SampleHub.values()) for (int year : SampleYears.YEARS) rows.addAll(source.of(hub, year));
        return rows;
    }

    private static void write(Path folder, String name, List<ReturnRow> rows) throws IOException {
        PlainTable table = new PlainTable(rows.get(0).keys());
        rows.forEach(row -> table.add(row.values()));
        save(table, folder, name);
    }

    private static void save(PlainTable table, Path folder, String name) throws IOException {
        table.write(folder.resolve(name + ".csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
    }
}
