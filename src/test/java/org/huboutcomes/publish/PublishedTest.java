package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The figures and tables of one hub's report, from two hubs' returns.
class PublishedTest {

    private static Workbench made;

    private Workbench workbench;
    private Published published;

    @BeforeAll
    static void publish() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        made = new Workbench(catalogue)
                .submit("hub_list", """
                        | network    | hub | hub_name | aliases       |
                        |------------|-----|----------|---------------|
                        | Maths Hubs | H1  | One      | Uno; The One; |
                        | Maths Hubs | H2  | Two      |               |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |-----|---------|
                        | H1  | 801     |
                        | H2  | 802     |
                        """)
                .submit("school_register", """
                        | urn | la_code | status | close_date | type_group |
                        |-----|---------|--------|------------|------------|
                        | 1   | 801     | Open   |            | Academies  |
                        | 2   | 801     | Open   |            | Academies  |
                        | 3   | 801     | Closed | 2022-08-31 | Academies  |
                        | 4   | 802     | Open   |            | Academies  |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H1  | 202122      | 1   | Developing | Active |
                        | H1  | 202122      | 2   | Sustaining | Paused |
                        | H1  | 202122      | 3   | Embedding  | Active |
                        | H1  | 202223      | 1   | Developing | Active |
                        | H1  | 202223      | 1   | Embedding  | Active |
                        | H1  | 202223      | 4   | Embedding  | Active |
                        | H2  | 202223      | 4   | Embedding  | Left   |
                        """)
                .submit("stated_total", """
                        | hub | time_period | quantity                      | stated_value |
                        |-----|-------------|-------------------------------|--------------|
                        | H1  | 202223      | Schools active on the pathway | 3            |
                        | H1  | 202223      | Clusters                      | 7            |
                        """)
                .submit("delivery", """
                        | hub | time_period | activity | places_offered | places_filled |
                        |-----|-------------|----------|----------------|---------------|
                        | H1  | 202223      | A        | 30             | 20            |
                        """)
                .build();
        new Indicators(catalogue).measure(made.connection());
        new Publication(catalogue).make(made.connection());
    }

    @AfterAll
    static void closeMade() throws SQLException {
        made.close();
    }

    @BeforeEach
    void copy() throws SQLException {
        workbench = made.copy();
        published = new Published(workbench.connection());
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aReportIsForAHubAndAYearInWhichItWasOpen() {
        assertThat(published.editions())
                .containsExactly(
                        new Published.Edition("Maths Hubs", "H1", 202122),
                        new Published.Edition("Maths Hubs", "H2", 202122),
                        new Published.Edition("Maths Hubs", "H1", 202223),
                        new Published.Edition("Maths Hubs", "H2", 202223));
    }

    @Test
    void aHubSeesOnlyItselfAndItsNetwork() {
        HubFigures figures = published.figuresFor("H1", 202223);
        assertThat(figures.hubName()).isEqualTo("One");
        assertThat(figures.aliases()).containsExactly("Uno", "The One");
        assertThat(figures.results()).extracting(Result::hub).containsOnly("H1", "Total");
        assertThat(figures.tables().values())
                .allSatisfy(rows ->
                        assertThat(rows).extracting(row -> row.get("hub")).allMatch("H1"::equals));
    }

    @Test
    void aReportHasNoLaterYears() {
        HubFigures figures = published.figuresFor("H1", 202122);
        assertThat(figures.results()).extracting(Result::timePeriod).containsOnly(202122);
    }

    @Test
    void aValueHasSixDecimalsAsPublished() {
        Result filled = published.figuresFor("H1", 202223).results().stream()
                .filter(result -> result.indicator().equals("places_filled_percent"))
                .filter(result -> result.hub().equals("H1") && result.timePeriod() == 202223)
                .findFirst()
                .orElseThrow();
        assertThat(filled.numerator()).isEqualTo(new Quantity.Amount(new BigDecimal("20")));
        assertThat(filled.value()).isEqualTo(new Quantity.Amount(new BigDecimal("66.666667")));
        assertThat(filled.symbol()).isNull();
        assertThat(filled.comparison()).isEqualTo("not compared");
    }

    @Test
    void theHashOfAReportChangesWithWhatItPrintsAndWithNothingElse() throws SQLException {
        Map<Published.Edition, String> before = hashes();
        assertThat(before.values()).doesNotHaveDuplicates();
        workbench.execute(
                "update stage_transition set schools = schools + 1 where hub = 'H1' and time_period = 202223");
        assertThat(changedSince(before)).containsExactly("H1 202223");
        before = hashes();
        String another = "update profile_result set definition_version = definition_version + 1 where hub = '%s'";
        workbench.execute(another.formatted("H2"));
        assertThat(changedSince(before)).containsExactly("H2 202122", "H2 202223");
        before = hashes();
        workbench.execute("update hub set hub_name = 'Another' where hub = 'H1'");
        assertThat(changedSince(before)).containsExactly("H1 202122", "H1 202223");
        before = hashes();
        workbench.execute("update profile_result set value = value + 1e-12");
        assertThat(changedSince(before)).isEmpty();
        workbench.execute(another.formatted("Total") + " and time_period = 202223");
        assertThat(changedSince(before)).containsExactly("H1 202223", "H2 202223");
        before = hashes();
        workbench.execute("update definition set why = 'Another reason.'");
        assertThat(changedSince(before)).hasSize(4);
    }

    private Map<Published.Edition, String> hashes() {
        FigureHashes hashes = new FigureHashes(workbench.connection());
        Map<Published.Edition, String> all = new LinkedHashMap<>();
        published.editions().forEach(edition -> all.put(edition, hashes.of(edition, Profile.RESTRICTED, "looks")));
        return all;
    }

    private List<String> changedSince(Map<Published.Edition, String> before) {
        return hashes().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> entry.getKey().hub() + " " + entry.getKey().timePeriod())
                .toList();
    }

    @Test
    void aHubThatIsNotListedHasNoFigures() {
        assertThatThrownBy(() -> published.figuresFor("H9", 202223))
                .hasMessage("There is no hub H9 in the list in force.");
    }

    @Test
    void schoolsMoveBetweenStagesOrLeaveTheList() {
        assertThat(of("stage_transition", "from_stage", "to_stage", "schools"))
                .containsExactlyInAnyOrder(
                        "Developing > Embedding > 1",
                        "Paused > Absent > 1",
                        "Embedding > Closed > 1",
                        "Absent > Embedding > 1");
    }

    @Test
    void aSchoolOutsideTheAreaHasAPlaceButIsNotCounted() {
        assertThat(of("pathway_stage", "time_period", "stage", "schools", "places"))
                .containsExactly(
                        "202122 > Developing > 1 > 1",
                        "202122 > Embedding > 1 > 1",
                        "202122 > Sustaining > 0 > 0",
                        "202122 > Schools > 2 > 2",
                        "202223 > Developing > 1 > 1",
                        "202223 > Embedding > 1 > 2",
                        "202223 > Sustaining > 0 > 0",
                        "202223 > Schools > 1 > 3");
    }

    @Test
    void aSchoolAtTwoStagesIsOneSchoolWithTwoMemberships() {
        assertThat(of("overlap", "kind", "places", "schools", "memberships")).containsExactly("Pathway > 2 > 1 > 2");
    }

    @Test
    void statedTotalsAreShownWithCalculatedTotals() {
        assertThat(of("school_counts", "quantity", "stated", "computed"))
                .contains(
                        "Schools active on the pathway > 3 > 2",
                        "Clusters > 7 > null",
                        "Memberships on the pathway > null > 3",
                        "Embedding > null > 2");
    }

    @Test
    void aReturnNotReceivedIsShownAsMissing() {
        assertThat(of("return_status", "return_name", "received"))
                .contains("Pathway stages > true", "Delivery > true", "School engagement > false");
    }

    @Test
    void openQueriesAndRowsLeftOutAreListedOncePerRule() throws SQLException {
        workbench.execute("""
                insert into finding (submission, sheet, row_number, cell, rule, severity, field, value, found, words)
                select
                    1, sheet, number, 'C' || number, if(number = 5, 'not_a_urn', 'outside_area'),
                    if(number = 5, 'error', 'query'), 'urn', '4', 'Row {row}', map {'row': number::varchar}
                from claim
                cross join range(2, 6) as rows (number)
                where return_name = 'pathway' and hub = 'H1' and time_period = 202223
                """);
        new Publication(Catalogue.packaged()).make(workbench.connection());
        assertThat(of("open_finding", "rule", "kind", "message", "rows"))
                .containsExactlyInAnyOrder("outside_area > Query > Row 2 > 3", "not_a_urn > Left out > Row 5 > 1");
    }

    @Test
    void aTargetOfTheNetworkAppliesToItsHubs() throws SQLException {
        workbench.submit("target", """
                        | indicator               | network    | education_phase | time_period | target |
                        |-------------------------|------------|-----------------|-------------|--------|
                        | pathway_schools_percent | Maths Hubs | Primary         | 202223      | 60     |
                        | pathway_schools_percent | Others     | Primary         | 202223      | 70     |
                        """).build();
        new Publication(Catalogue.packaged()).make(workbench.connection());
        assertThat(of("hub_target", "indicator", "target_value", "value", "still_needed", "standing"))
                .containsExactly("pathway_schools_percent > 60.000 > null > 0 > Met");
    }

    private List<String> of(String table, String... columns) {
        return published.figuresFor("H1", 202223).tables().get(table).stream()
                .filter((Map<String, Object> row) -> row.get("hub").equals("H1"))
                .map(row -> String.join(
                        " > ",
                        java.util.Arrays.stream(columns)
                                .map(column -> String.valueOf(row.get(column)))
                                .toList()))
                .toList();
    }
}
