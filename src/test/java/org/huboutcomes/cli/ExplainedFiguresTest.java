package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.explain.Explainer;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.indicators.FigureKey;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every figure of the sample years is the sum of the units behind it, down to their cells.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedFiguresTest {

    /// A figure of a hub and one of a network for each indicator.
    private static final String ONE_OF_EACH = """
            select indicator, network, hub, time_period, education_phase, breakdown
            from result
            where symbol is null or symbol <> 'z'
            qualify row_number() over (
                partition by indicator, hub = 'Total'
                order by time_period desc, network, education_phase <> 'Total', breakdown <> 'Total', hub, breakdown
            ) = 1
            order by all""";

    private final TestWorkspace workspace;

    ExplainedFiguresTest(@TempDir Path folder) {
        workspace = TestWorkspace.afterTheNight(folder);
    }

    @Test
    void theUnitsOfAFigureAddUpToItsCounts() throws Exception {
        assertThatUnitsAddUp(workspace, ONE_OF_EACH);
    }

    @Test
    @Tag("long")
    void theUnitsOfManyFiguresAddUpToTheirCounts() throws Exception {
        assertThatUnitsAddUp(workspace, """
                select indicator, network, hub, time_period, education_phase, breakdown
                from result
                where value_symbol is null or value_symbol <> 'z' and time_period = 202223
                qualify row_number() over (
                    partition by indicator, hub = 'Total', network order by time_period desc, hub, breakdown
                ) <= 2
                order by all""");
    }

    @Test
    void aYearWithoutFiguresIsAnsweredWithTheNearest() {
        for (String[] command : new String[][] {
            {"explain", "schools_engaged_percent", "--hub", "QS1", "--year", "2035/36"},
            {"preview", "schools_engaged_percent", "--year", "2035/36"}
        }) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream err = System.err;
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            try {
                assertThat(workspace.exitCode(command)).isEqualTo(2);
            } finally {
                System.setErr(err);
            }
            assertThat(said.toString(StandardCharsets.UTF_8)).contains(" in 2035/36; the nearest year is 2022/23.");
        }
    }

    @Test
    void eachSchoolIsListedWithItsCellAndWhatItCountedAs() {
        String[] figure = {"schools_retained_percent", "--hub", "QS1", "--year", "2022/23"};
        JsonNode explained = new JsonMapper().readTree(workspace.printed(command("--json", figure, "--rows")));
        JsonNode total = explained.get("explanation").get("total");
        assertThat(sum(explained.get("rows"), "numerator"))
                .isEqualTo(total.get("numerator").asDouble())
                .isPositive();
        assertThat(sum(explained.get("rows"), "denominator"))
                .isEqualTo(total.get("denominator").asDouble());
        assertThat(workspace.printed(command(null, figure, "--rows")))
                .containsPattern("\n +1 +1  9\\d{5} [^:]+: QS1_2022-23_return.xlsx > [^>]+ > [A-Z]+\\d+:[A-Z]+\\d+");
    }

    @Test
    void thePartsOfAChangeAddUp() {
        String[] figure = {"schools_engaged_percent", "--hub", "QS1", "--year", "2022/23"};
        JsonNode explained = new JsonMapper().readTree(workspace.printed(command("--json", figure, "--change")));
        for (String count : List.of("numerator_change", "denominator_change")) {
            JsonNode change = explained.get(count);
            assertThat(sum(change.get("parts"), "change"))
                    .as(count)
                    .isEqualTo(
                            change.get("now").asDouble() - change.get("before").asDouble());
        }
        assertThat(explained.get("numerator_change").get("parts").size()).isPositive();
        assertThat(workspace.printed(command(null, figure, "--change")))
                .contains("Change from 2021/22 to 2022/23")
                .containsPattern("\\+\\d+  counted this year and not last year:\n +9\\d{5} ");
    }

    @Test
    void whileAnotherRunWorksCommandsReadTheLastFinishedNight() throws IOException {
        String[] explain = {"explain", "schools_engaged_percent", "--hub", "QS1", "--year", "2022/23"};
        String before = workspace.printed(explain);
        Path file = TestWorkspace.SAMPLES.resolve("2022-23/QS1_2022-23_survey.csv");
        Path template = workspace.root().resolve("logs/template.xlsx");
        try (WorkspaceLock run = WorkspaceLock.acquire(new Workspace(workspace.root()))) {
            assertThat(run).isNotNull();
            assertThat(workspace.exitCode("nightly")).isEqualTo(4);
            assertThat(workspace.printed(explain)).isEqualTo(before);
            assertThat(workspace.exitCode("check", file.toString())).isLessThan(2);
            workspace.run("preview", "schools_engaged_percent");
            workspace.run("template", "pathway", "--hub", "QS1", "--year", "2023/24", "-o", template.toString());
        }
        assertThat(template).isNotEmptyFile();
    }

    private static double sum(JsonNode rows, String name) {
        return rows.valueStream().mapToDouble(row -> row.get(name).asDouble()).sum();
    }

    private static String[] command(String json, String[] figure, String option) {
        List<String> words = new ArrayList<>(json == null ? List.of() : List.of(json));
        words.add("explain");
        words.addAll(List.of(figure));
        words.add(option);
        return words.toArray(String[]::new);
    }

    /// One hub sent nothing for a year, and in the next it delivered an activity missing from its engagement return.
    private static TestWorkspace withMissingReturns(Path folder) throws IOException {
        TestWorkspace other = TestWorkspace.in(folder).dropSampleYears();
        Path imports = other.root().resolve("import");
        Files.delete(imports.resolve("HM1_2021-22_return.xlsx"));
        Files.delete(imports.resolve("HM1_2021-22_survey.csv"));
        Files.writeString(
                imports.resolve("hubs.csv"),
                "Maths Hubs,OL1,Oldacre Maths Hub,,2015/16,2019/20\r\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                imports.resolve("HM1_2022-23_delivery.csv"),
                "Hub,Academic year,Activity code,Places offered,Places filled\r\nHM1,2022/23,MA22-09,20,12\r\n");
        other.runWithoutReports("nightly");
        return other;
    }

    @Test
    @Tag("long")
    void theUnitsOfManyFiguresAddUpIfReturnsAreMissing(@TempDir Path folder) throws Exception {
        assertThatUnitsAddUp(withMissingReturns(folder), """
                select indicator, network, hub, time_period, education_phase, breakdown
                from result
                where symbol is null or symbol <> 'z'
                qualify row_number() over (
                    partition by indicator, network, hub, time_period
                    order by education_phase <> 'Total', breakdown <> 'Total', breakdown
                ) = 1
                order by all""");
    }

    @Test
    @Tag("long")
    void theUnitsAddUpIfReturnsAreMissing(@TempDir Path folder) throws Exception {
        TestWorkspace other = withMissingReturns(folder);
        assertThatUnitsAddUp(other, ONE_OF_EACH);
        assertThat(other.printed("explain", "schools_engaged_percent", "--hub", "Maths Hubs", "--year", "2022/23"))
                .contains("Contributing hubs: QS1.")
                .contains("Left out: HM1 (incomplete: no engagement rows for 2022/23: MA22-09), OL1 (not open).");
        assertThat(other.printed("explain", "leads_retained_percent", "--hub", "Maths Hubs", "--year", "2022/23"))
                .contains("Contributing hubs: QS1.")
                .contains("Left out: HM1 (not received: PD leads 2021/22), OL1 (not open).");
        assertThat(other.printed(
                        "explain", "schools_engaged_cumulative_percent", "--hub", "Maths Hubs", "--year", "2021/22"))
                .contains("Contributing hubs: QS1.")
                .contains("Left out: HM1 (not received: School engagement 2021/22), OL1 (not open).");
        assertThat(other.printed("explain", "schools_retained_percent", "--hub", "Maths Hubs", "--year", "2022/23"))
                .containsPattern("count as \"Schools retained\": Stayed \\d+");
    }

    private static void assertThatUnitsAddUp(TestWorkspace workspace, String figuresOf) throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        Explainer explainer = new Explainer(catalogue);
        List<String> wrong = new ArrayList<>();
        TreeSet<String> explained = new TreeSet<>();
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), catalogue)) {
            List<FigureKey> figures = JdbcClient.create(open.store().dataSource())
                    .sql(figuresOf)
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
                        wrong.addAll(wrong(figure, explanation));
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

    private static List<String> wrong(FigureKey figure, Explanation explanation) {
        List<String> wrong = new ArrayList<>();
        if (explanation.isHidden()) return wrong;
        if (!explanation.addsUp()) wrong.add(figure + ": " + explanation.total());
        for (String count : List.of("numerator", "denominator", "n"))
            if (sum(explanation.sheets(), count) != sum(List.of(explanation.total()), count))
                wrong.add(figure + " by sheet: " + explanation.sheets());
        for (String count : List.of("numerator", "denominator")) {
            Object printed = explanation.figure().get(count);
            if (printed != null && ((Number) printed).doubleValue() != sum(List.of(explanation.total()), count))
                wrong.add(figure + " printed " + count + " " + printed + ": " + explanation.total());
            if (!explanation.fates().isEmpty()
                    && sum(explanation.fates(), count) != sum(List.of(explanation.total()), count))
                wrong.add(figure + " by fate: " + explanation.fates());
        }
        return wrong;
    }

    private static double sum(List<Map<String, Object>> rows, String count) {
        return rows.stream()
                .mapToDouble(row -> ((Number) row.get(count)).doubleValue())
                .sum();
    }

    @Test
    void aShareOfSchoolsIsTracedToItsCells() {
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
        assertThat(page).contains("Schools engaged (schools_engaged_percent", "all hubs, 2022/23, Primary", "total");
    }

    @Test
    void aPreviewHasTheScaleOfItsUnitAndShowsNoHubTwice() {
        JsonNode rows = new JsonMapper()
                .readTree(workspace.printed("preview", "participants_per_school", "--year", "2022/23", "--json"));
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
                new JsonMapper().readTree(workspace.printed("preview", "respondents_satisfied_percent", "--json"));
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
        assertThat(workspace.exitCode("explain", "schools_engaged", "--hub", "QS1", "--year", "2022/23"))
                .isEqualTo(2);
        assertThat(workspace.exitCode(
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
        return workspace.printed(all.toArray(new String[0]));
    }
}
