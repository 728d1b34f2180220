package org.huboutcomes.cli;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Computes an indicator in a transaction that is rolled back, so trying out an edited catalogue changes nothing.
/// Suppressed figures stay suppressed.
@Command(
        name = "preview",
        description = "Shows an indicator for each hub, as the catalogue now defines it.",
        footer = "Example: hub-outcomes -w workspace preview INDICATOR --year 2022/23")
final class PreviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INDICATOR", description = "the name of its file, without .sql")
    private String indicator = "";

    @Option(names = "--year", paramLabel = "YEAR", description = "only this academic year, such as 2022/23")
    private @Nullable String year;

    private final GlobalOptions options;

    PreviewCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace open =
                OpenWorkspace.openToRead(options.workspace(), options.catalogue(), options.err()::println)) {
            requireIndicator(indicator, open.catalogue());
            AcademicYear asked = year == null ? null : AcademicYearOption.parse(year);
            List<Map<String, Object>> all =
                    open.store().inRolledBackTransaction(connection -> computed(open, connection));
            if (all.isEmpty())
                throw new Fault(
                        ExitCode.INVALID_SETUP,
                        "There are no figures of \"" + indicator + "\" to show; run `nightly` first.");
            List<Map<String, Object>> rows = all.stream()
                    .filter(row -> asked == null || period(row) == asked.timePeriod())
                    .toList();
            if (asked != null && rows.isEmpty())
                throw Nearest.fault(
                        "There are no figures of \"" + indicator + "\" in " + asked.label(),
                        asked,
                        all.stream().map(PreviewCommand::period).toList());
            if (options.json())
                options.out()
                        .println(JsonOutput.of(
                                rows.stream().map(PreviewCommand::typed).toList()));
            else rows.forEach(this::print);
        }
        return ExitCode.DONE.number();
    }

    /// @throws Fault with exit code 2 if the catalogue has no indicator of this name
    static void requireIndicator(String indicator, Catalogue catalogue) {
        List<String> names = catalogue.list("indicators", "sql").stream()
                .map(Catalogue.Entry::name)
                .toList();
        if (!names.contains(indicator))
            throw Nearest.fault(
                    "There is no indicator \"" + indicator + "\"",
                    indicator,
                    names,
                    "the names are in jobs/indicators");
    }

    private static int period(Map<String, Object> row) {
        return Integer.parseInt(String.valueOf(row.get("time_period")));
    }

    private List<Map<String, Object>> computed(OpenWorkspace open, Connection connection) {
        new Indicators(open.catalogue()).measure(connection);
        new Publication(open.catalogue()).makeForPreview(connection);
        return JdbcClient.create(open.store().dataSource())
                .sql("""
                        select
                            figure.time_period, figure.network, figure.hub, figure.education_phase, figure.breakdown,
                            printed_count(figure.numerator, withheld.numerator_symbol) as numerator,
                            printed_count(figure.denominator, withheld.denominator_symbol) as denominator,
                            printed_count(figure.n, withheld.n_symbol) as n,
                            printed_value(figure.value, withheld.value_symbol) as value,
                            coalesce(withheld.symbol, '') as symbol,
                            result.value::decimal(18, 6)::varchar as published
                        from figure
                        join withheld using (profile, indicator, network, hub, time_period, education_phase, breakdown)
                        left join result using (indicator, network, hub, time_period, education_phase, breakdown)
                        where figure.profile = 'restricted' and figure.indicator = :indicator
                        order by all""")
                .param("indicator", indicator)
                .query()
                .listOfRows();
    }

    /// The row with counts and values as numbers or symbols.
    private static Map<String, Object> typed(Map<String, Object> row) {
        Map<String, Object> typed = new LinkedHashMap<>(row);
        for (String column : List.of("numerator", "denominator", "n", "value", "published"))
            typed.computeIfPresent(column, (key, printed) -> JsonOutput.cell(printed.toString()));
        return typed;
    }

    private void print(Map<String, Object> row) {
        options.out()
                .println(String.format(
                        Locale.UK,
                        "%s  %-32s %-6s %-10s %-12s %10s of %-10s %12s %-3s %s",
                        row.get("time_period"),
                        row.get("network"),
                        row.get("hub"),
                        row.get("education_phase"),
                        row.get("breakdown"),
                        row.get("numerator"),
                        row.get("denominator"),
                        row.get("value"),
                        row.get("symbol"),
                        publishedValue(row)));
    }

    /// The value that the last nightly run published, if it differs.
    private static String publishedValue(Map<String, Object> row) {
        Object published = row.get("published");
        return published == null || published.equals(row.get("value")) ? "" : "published " + published;
    }
}
