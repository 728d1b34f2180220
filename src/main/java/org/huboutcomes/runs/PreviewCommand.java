package org.huboutcomes.runs;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.indicators.Indicators;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Measures in a transaction that is rolled back, so that trying an edited catalogue changes nothing.
@Command(name = "preview", description = "One indicator as it stands in the catalogue, hub by hub.")
final class PreviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INDICATOR", description = "the name of its file, without .sql")
    private String indicator = "";

    @Option(names = "--year", paramLabel = "YEAR", description = "only this academic year, such as 2022/23")
    private @Nullable String year;

    private final Commands door;

    PreviewCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            List<Map<String, Object>> rows = new ArrayList<>();
            new TransactionTemplate(open.store().transactions()).executeWithoutResult(status -> {
                status.setRollbackOnly();
                rows.addAll(measured(open));
            });
            if (rows.isEmpty())
                throw new Fault(
                        ExitCode.NOT_IN_ORDER,
                        "There are no figures of \"" + indicator
                                + "\" to show; see jobs/indicators for the names, and run `nightly` first.");
            if (door.json()) door.out().println(new JsonMapper().writeValueAsString(rows));
            else rows.forEach(this::tell);
        }
        return ExitCode.DONE.number();
    }

    private List<Map<String, Object>> measured(OpenWorkspace open) {
        Connection connection = DataSourceUtils.getConnection(open.store().dataSource());
        try {
            new Indicators(open.catalogue()).measure(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, open.store().dataSource());
        }
        Integer period = year == null ? null : AnnualCommand.year(year).timePeriod();
        return JdbcClient.create(open.store().dataSource())
                .sql("""
                        select
                            measured.time_period, measured.network, measured.hub, measured.education_phase,
                            measured.breakdown, measured.numerator, measured.denominator,
                            coalesce(
                                measured.value,
                                case definition.unit when 'percent' then 100 else 1 end
                                    * measured.numerator / nullif(measured.denominator, 0)
                            ) as value,
                            result.value as published
                        from measured
                        join definition using (indicator)
                        -- A hub whose area changed is measured once more under another name; that is not shown here.
                        semi join figure_hub using (network, hub)
                        left join result using (indicator, network, hub, time_period, education_phase, breakdown)
                        where indicator = :indicator and time_period = coalesce(:period, time_period)
                        order by all""")
                .param("indicator", indicator)
                .param("period", period)
                .query()
                .listOfRows();
    }

    private void tell(Map<String, Object> row) {
        door.out()
                .println(String.format(
                        Locale.UK,
                        "%s  %-32s %-6s %-10s %-12s %10s of %-10s %8.1f  %s",
                        row.get("time_period"),
                        row.get("network"),
                        row.get("hub"),
                        row.get("education_phase"),
                        row.get("breakdown"),
                        shown(row.get("numerator")),
                        shown(row.get("denominator")),
                        decimal(row.get("value")),
                        moved(row)));
    }

    /// What trying an edited definition is for: where it differs from what the last night published.
    private static String moved(Map<String, Object> row) {
        Double now = decimal(row.get("value"));
        Double published = decimal(row.get("published"));
        if (now == null || published == null || Math.abs(now - published) < 0.0000005) return "";
        return String.format(Locale.UK, "published %.1f", published);
    }

    private static @Nullable Double decimal(@Nullable Object value) {
        return value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    private static Object shown(@Nullable Object count) {
        return count instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : "-";
    }
}
