package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A hub sees its own small counts of people; its network and the other hubs do not. Three of the first hub's eleven
/// leads came back, and all twelve of the second's. Two people answered the first hub's survey.
class OwnCountsTest {

    private static Workbench workbench;

    @BeforeAll
    static void twoYears() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        workbench = new Workbench(catalogue);
        new Indicators(catalogue).describe(workbench.connection());
        workbench
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        | Maths Hubs | H2  | Two      |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |-----|---------|
                        | H1  | 801     |
                        | H2  | 802     |
                        """)
                .submit("school_register", """
                        | urn | name | la_code | la_name | status | type_group | phase   |
                        |-----|------|---------|---------|--------|------------|---------|
                        | 1   | Ash  | 801     | Arden   | Open   | Academies  | Primary |
                        | 2   | Elm  | 802     | Cole    | Open   | Academies  | Primary |
                        """)
                .submit("pd_lead", leads("H1", 202122, 0, 11))
                .submit("pd_lead", leads("H1", 202223, 8, 19))
                .submit("pd_lead", leads("H2", 202122, 0, 12))
                .submit("pd_lead", leads("H2", 202223, 0, 12))
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | status    |
                        |-----|-------------|-----|----------|-------------|-----------|
                        | H1  | 202223      | 1   | A        | P1          | Attending |
                        | H1  | 202223      | 1   | A        | P2          | Attending |
                        """)
                .submit("survey_response", """
                        | hub | time_period | urn | activity | response_id | overall |
                        |-----|-------------|-----|----------|-------------|---------|
                        | H1  | 202223      | 1   | A        | 1           | 5       |
                        | H1  | 202223      | 1   | A        | 2           | 4       |
                        """)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new Publication(catalogue).make(workbench.connection());
    }

    private static String leads(String hub, int timePeriod, int from, int to) {
        StringBuilder table = new StringBuilder("| hub | time_period | lead | role |\n|---|---|---|---|\n");
        IntStream.range(from, to)
                .forEach(lead -> table.append("| %s | %d | %s-%d | %s |\n"
                        .formatted(hub, timePeriod, hub, lead, lead % 5 == 0 ? "Coordinator" : "Facilitator")));
        return table.toString();
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aHubSeesItsOwnCountOfThreeLeads() {
        Result own = of(published().figuresFor("H1", 202223), "leads_retained_percent", "H1");
        assertThat(own.numerator()).isEqualTo(new Quantity.Amount(new BigDecimal(3)));
        assertThat(own.value().isAmount()).isTrue();
        assertThat(own.symbol()).isNull();
    }

    @Test
    void itsNetworkAndOtherHubsDoNotSeeIt() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, numerator, denominator, value, symbol
                        from indicators_csv
                        where indicator = 'leads_retained_percent' and time_period = 202223 and hub <> 'Total'
                        order by hub""")).containsExactly("H1 | c | 11 | c | c", "H2 | 12 | 12 | 100.000000 | ");
        assertThat(published().figuresFor("H2", 202223).results())
                .noneMatch(result -> result.hub().equals("H1"));
    }

    @Test
    void itsOwnReportShowsItsLeadsByRole() {
        assertThat(leadsByRole(published().figuresFor("H1", 202122))).containsExactly("Coordinator 3", "Facilitator 8");
        HubFigures network = published().figuresFor(new Published.Edition("Maths Hubs", "Total", 202122));
        assertThat(leadsByRole(network)).containsExactly("Coordinator 6", "Facilitator 17");
    }

    @Test
    void surveyThresholdsApplyToTheHubToo() {
        HubFigures own = published().figuresFor("H1", 202223);
        for (String indicator : List.of("respondents_satisfied_percent", "survey_response_percent"))
            assertThat(of(own, indicator, "H1").numerator()).as(indicator).isEqualTo(new Quantity.SymbolOnly(Symbol.C));
    }

    @Test
    void aPublicReportShowsRoundedCountsOnly() {
        HubFigures open = new Published(workbench.connection(), Profile.PUBLIC).figuresFor("H1", 202223);
        if (of(open, "leads_retained_percent", "H1").numerator() instanceof Quantity.Amount leads)
            assertThat(leads.value().intValueExact() % 5).isZero();
        assertThat(open.tables().get("lead_role")).isEmpty();
    }

    @Test
    void noFigureOfAHubIsDuplicated() {
        List<Result> results = published().figuresFor("H1", 202223).results();
        assertThat(results.stream()
                        .map(one -> List.of(
                                one.timePeriod(), one.hub(), one.indicator(), one.educationPhase(), one.breakdown())))
                .doesNotHaveDuplicates();
    }

    @Test
    void noPublishedFileHasAHubsOwnProfile() throws SQLException {
        for (String table : List.of("profile_indicators", "spread", "spread_point"))
            assertThat(workbench.rows(
                            "select distinct profile from " + table + " where profile not in ('restricted', 'public')"))
                    .as(table)
                    .isEmpty();
        assertThat(workbench.rows(
                        "from result where hub = 'H1' and numerator between 1 and 4 and numerator_symbol is null"
                                + " and indicator like 'leads%'"))
                .isEmpty();
        assertThat(workbench.rows("from invalid_result")).isEmpty();
    }

    private static Published published() {
        return new Published(workbench.connection());
    }

    private static Result of(HubFigures figures, String indicator, String hub) {
        return figures.results().stream()
                .filter(one -> one.timePeriod() == figures.timePeriod()
                        && one.hub().equals(hub)
                        && one.indicator().equals(indicator)
                        && one.educationPhase().equals("Total")
                        && one.breakdown().equals("Total"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> leadsByRole(HubFigures figures) {
        List<Map<String, Object>> rows = figures.tables().getOrDefault("lead_role", List.of());
        return rows.stream()
                .map(row -> row.get("role") + " " + row.get("leads"))
                .toList();
    }
}
