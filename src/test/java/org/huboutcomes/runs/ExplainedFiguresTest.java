package org.huboutcomes.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.explain.Explainer;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.indicators.FigureKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every figure of the sample years is what the units behind it add up to, down to the cells they stand in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedFiguresTest {

    private final Rehearsal rehearsal;

    ExplainedFiguresTest(@TempDir Path folder) {
        rehearsal = Rehearsal.in(folder);
    }

    @BeforeAll
    void theNight() throws IOException {
        rehearsal.dropSampleYears().runWithoutReports("nightly");
    }

    @Test
    void theUnitsOfEveryFigureAddUpToItsCounts() throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        Explainer explainer = new Explainer(catalogue);
        List<String> wrong = new ArrayList<>();
        TreeSet<String> explained = new TreeSet<>();
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(rehearsal.workspace()), catalogue)) {
            List<FigureKey> figures = JdbcClient.create(open.store().dataSource())
                    .sql("""
                            select indicator, network, hub, time_period, education_phase, breakdown
                            from result
                            where value_symbol is null or value_symbol <> 'z' and time_period = 202223
                            qualify row_number() over (
                                partition by indicator, hub = 'Total', network order by time_period desc, hub, breakdown
                            ) <= 2
                            order by all""")
                    .query((row, number) -> new FigureKey(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getString(5),
                            row.getString(6)))
                    .list();
            for (FigureKey figure : figures)
                new TransactionTemplate(open.store().transactions()).executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    Connection connection =
                            DataSourceUtils.getConnection(open.store().dataSource());
                    try {
                        Explanation explanation = explainer.explain(figure, connection);
                        explained.add(figure.indicator());
                        if (!explanation.addsUp()) wrong.add(figure + ": " + explanation.total());
                        for (String count : List.of("numerator", "denominator", "n"))
                            if (sum(explanation.sheets(), count) != sum(List.of(explanation.total()), count)
                                    && !explanation.isHidden())
                                wrong.add(figure + " by sheet: " + explanation.sheets());
                    } finally {
                        DataSourceUtils.releaseConnection(
                                connection, open.store().dataSource());
                    }
                });
        }
        assertThat(wrong).isEmpty();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(catalogue.list("indicators", "sql").stream()
                        .map(Catalogue.Entry::name)
                        .toList());
    }

    private static double sum(List<Map<String, Object>> rows, String count) {
        return rows.stream()
                .mapToDouble(row -> ((Number) row.get(count)).doubleValue())
                .sum();
    }

    @Test
    void aShareOfSchoolsIsToldBackToItsCells() {
        JsonNode told = json("schools_retained_percent", "--hub", "QS1", "--year", "2022/23");
        assertThat(told.get("figure").get("denominator").asInt())
                .isEqualTo(told.get("total").get("denominator").asInt());
        assertThat(told.get("sheets")
                        .valueStream()
                        .map(sheet -> sheet.get("file_name").asString("none")))
                .contains("QS1_2022-23_return.xlsx", "QS1_2021-22_return.xlsx");
        assertThat(told.get("key").get("time_period").intValue()).isEqualTo(202223);
        assertThat(told.get("figure").get("numerator").isIntegralNumber()).isTrue();
        assertThat(told.get("sheets").get(0).get("cells").asString()).matches("[A-Z]+\\d+:[A-Z]+\\d+(, .*)?");
        assertThat(told.get("fates").valueStream().map(fate -> fate.get("fate").asString()))
                .contains("Stayed");
    }

    @Test
    void theFiguresOfANetworkAreExplainedToo() {
        String page = page("schools_engaged_percent", "--hub", "Maths Hubs", "--year", "2022/23", "--phase", "primary");
        assertThat(page).contains("Schools engaged (schools_engaged_percent", "all hubs, 2022/23, Primary", "in all");
    }

    @Test
    void aPreviewHasTheScaleOfItsUnitAndShowsNoHubTwice() {
        JsonNode rows = new JsonMapper()
                .readTree(rehearsal.printed("preview", "participants_per_school", "--year", "2022/23", "--json"));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            JsonNode value = row.get("value");
            assertThat(value.isNumber() ? value.doubleValue() >= 1 && value.doubleValue() < 6 : isSymbol(value))
                    .isTrue();
            assertThat(row.get("hub").asString()).isIn("QS1", "HM1", "FV1", "Total");
        });
    }

    @Test
    void aPreviewShowsNoMoreThanTheHubMayRead() {
        JsonNode rows =
                new JsonMapper().readTree(rehearsal.printed("preview", "respondents_satisfied_percent", "--json"));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("value").isNumber() || isSymbol(row.get("value")))
                    .isTrue();
            assertThat(row.get("value").asString().equals("c"))
                    .isEqualTo(row.get("numerator").asString().equals("c"));
        });
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.get("symbol").asString()).isEqualTo("u"));
    }

    @Test
    void anUnknownFigureIsWrongUse() {
        assertThat(rehearsal.exitCode("explain", "schools_engaged", "--hub", "QS1", "--year", "2022/23"))
                .isEqualTo(2);
        assertThat(rehearsal.exitCode(
                        "explain", "schools_engaged_percent", "--hub", "QS1", "--year", "2022/23", "--phase", "Infant"))
                .isEqualTo(2);
    }

    private static boolean isSymbol(JsonNode value) {
        return value.asString().matches("[zxc]");
    }

    private JsonNode json(String... command) {
        return new JsonMapper().readTree(page(with("--json", command)));
    }

    private static String[] with(String last, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add(last);
        return all.toArray(new String[0]);
    }

    private String page(String... command) {
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(command));
        return rehearsal.printed(all.toArray(new String[0]));
    }
}
