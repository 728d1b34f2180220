package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.reports.paper.Glyphs;

/// A hub's figures with printable letters only, and the texts that had to be changed.
final class FontCoverage {

    private final Glyphs glyphs;
    private final List<String> changed = new ArrayList<>();

    FontCoverage(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    HubFigures of(HubFigures hub) {
        return new HubFigures(
                text(hub.network()),
                hub.hub(),
                text(hub.hubName()),
                hub.aliases().stream().map(this::text).toList(),
                hub.timePeriod(),
                hub.results(),
                hub.spreads(),
                hub.definitions().stream().map(this::definition).toList(),
                tables(hub.tables()));
    }

    /// One sentence for each text with a letter that the font lacks.
    List<String> changed() {
        return changed;
    }

    private Map<String, List<Map<String, Object>>> tables(Map<String, List<Map<String, Object>>> tables) {
        Map<String, List<Map<String, Object>>> legible = new HashMap<>();
        tables.forEach(
                (name, rows) -> legible.put(name, rows.stream().map(this::row).toList()));
        return legible;
    }

    private Map<String, Object> row(Map<String, Object> row) {
        Map<String, Object> legible = new LinkedHashMap<>();
        row.forEach((column, value) -> legible.put(column, value instanceof String text ? text(text) : value));
        return legible;
    }

    private Definition definition(Definition d) {
        return new Definition(
                d.indicator(),
                d.outcome(),
                text(d.title()),
                text(d.question()),
                text(d.numerator()),
                text(d.denominator()),
                d.counts(),
                d.unit(),
                d.higherIs(),
                text(d.why()),
                text(d.source()),
                text(d.interval()),
                d.reviewed(),
                d.version(),
                text(d.notes()));
    }

    private String text(String text) {
        if (glyphs.has(text)) return text;
        String printable = glyphs.printable(text);
        changed.add(
                "A text is printed as \"" + printable + "\", because the typeface lacks " + glyphs.missing(text) + ".");
        return printable;
    }
}
