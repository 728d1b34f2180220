package org.huboutcomes.explain;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.FigureKey;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.SqlFolder;

/// Explains published figures, using the catalogue that computed them.
public final class Explainer {

    private final Indicators indicators;
    private final SqlFolder sql;

    public Explainer(Catalogue catalogue) {
        indicators = new Indicators(catalogue);
        sql = new SqlFolder(catalogue, "explain");
    }

    /// Finds the figures of an indicator in all years. The hub is given by code, name or alias, or as a network by its
    /// name.
    public List<FigureKey> find(String indicator, String hub, Connection connection) {
        ExplainedRows rows = new ExplainedRows(connection);
        // There are no figures before the first nightly run.
        if (rows.of("from duckdb_tables() where table_name = 'result'").isEmpty()) return List.of();
        return rows.of("""
                        with asked as (
                            select network, hub
                            from hub
                            where hub in (select hub from known_hub where lower(spelling) = lower(?))
                            union
                            select network, 'Total' from hub where lower(network) = lower(?)
                        )
                        select result.*
                        from result
                        semi join asked using (network, hub)
                        where indicator = ?
                        order by time_period, education_phase <> 'Total', education_phase, breakdown <> 'Total', breakdown
                        """, hub, hub, indicator).stream()
                .map(row -> new FigureKey(
                        indicator,
                        String.valueOf(row.get("network")),
                        String.valueOf(row.get("hub")),
                        Integer.parseInt(String.valueOf(row.get("time_period"))),
                        String.valueOf(row.get("education_phase")),
                        String.valueOf(row.get("breakdown"))))
                .toList();
    }

    /// Explains one figure. It writes to `explained` and `explained_unit`; the caller rolls the transaction back.
    public Explanation explain(FigureKey key, Connection connection) {
        ExplainedRows rows = new ExplainedRows(connection);
        rows.change(
                "insert into explained (indicator, network, hub, time_period, education_phase, breakdown)"
                        + " values (?, ?, ?, ?, ?, ?)",
                key.indicator(),
                key.network(),
                key.hub(),
                key.timePeriod(),
                key.educationPhase(),
                key.breakdown());
        Map<String, Object> figure = result(rows, key, key.hub());
        sql.runFor("explained_standing", connection);
        // A suppressed figure does not show its rows either.
        if (!Explanation.isHidden(figure)) indicators.listUnits(unitsKey(key, rows), connection);
        sql.run(connection);
        return new Explanation(
                key,
                figure,
                key.hub().equals("Total") ? Map.of() : result(rows, key, "Total"),
                rows.of("select * from definition where indicator = ?", key.indicator())
                        .get(0),
                rows.of("from explained_sheet order by place"),
                rows.of("from explained_part order by part"),
                rows.of(
                        "from explained_fate order by counts_in = 'neither', counts_in = 'denominator alone', schools desc, fate"),
                rows.of("from explained_lost order by fate, name, urn"),
                rows.of("from explained_hub order by hub"),
                rows.of("from explained_missing order by time_period, hub, return_name"),
                rows.of("from explained_total").get(0));
    }

    /// The units that the explained figure counts, by name, in the same transaction.
    public List<ExplainedUnit> units(Connection connection) {
        return new ExplainedRows(connection)
                .of("from explained_counted order by what, unit").stream()
                        .map(ExplainedUnit::of)
                        .toList();
    }

    /// The figure to list units of: a network's figure is computed from its contributing hubs.
    private static FigureKey unitsKey(FigureKey key, ExplainedRows rows) {
        String hub = String.valueOf(rows.of("from explained_standing").get(0).get("counted_as"));
        return new FigureKey(
                key.indicator(), key.network(), hub, key.timePeriod(), key.educationPhase(), key.breakdown());
    }

    private static Map<String, Object> result(ExplainedRows rows, FigureKey key, String hub) {
        List<Map<String, Object>> found = rows.of(
                """
                from result
                where indicator = ? and network = ? and hub = ? and time_period = ? and education_phase = ?
                    and breakdown = ?
                """, key.indicator(), key.network(), hub, key.timePeriod(), key.educationPhase(), key.breakdown());
        return found.isEmpty() ? Map.of() : found.get(0);
    }
}
