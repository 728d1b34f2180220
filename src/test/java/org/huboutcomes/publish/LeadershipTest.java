package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How hubs are led, who leads, what is offered, what two networks share, and the definitions of a headline, from
/// rows that can be followed by hand.
class LeadershipTest {

    private static Workbench workbench;

    @BeforeAll
    static void publish() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        workbench = new Workbench(catalogue)
                .submit("hub_list", """
                        | network                       | hub | hub_name |
                        |-------------------------------|-----|----------|
                        | Maths Hubs                    | H1  | One      |
                        | Maths Hubs                    | H2  | Two      |
                        | Science Learning Partnerships | S1  | Three    |
                        """)
                .submit("hub_area", """
                        | hub | la_code | from_period |
                        |-----|---------|-------------|
                        | H1  | 801     |             |
                        | H2  | 802     |             |
                        | S1  | 801     |             |
                        """)
                .submit("hub_leadership", """
                        | hub | organisation  | from_period | to_period |
                        |-----|---------------|-------------|-----------|
                        | H1  | Old School    | 201819      | 202122    |
                        | H1  | Arden Trust   | 202223      |           |
                        | S1  | ARDEN  Trust  | 202021      |           |
                        """)
                .submit("school_register", """
                        | urn | la_code | la_name | status | type_group | phase     | urban_rural   | region |
                        |-----|---------|---------|--------|------------|-----------|---------------|--------|
                        | 1   | 801     | Arden   | Open   | Academies  | Primary   | Rural village | West   |
                        | 2   | 801     | Arden   | Open   | Academies  | Primary   | Urban city    | West   |
                        | 3   | 801     | Arden   | Open   | Academies  | Secondary | Urban city    | West   |
                        | 4   | 801     | Arden   | Open   | Colleges   | 16 plus   | Urban city    | West   |
                        | 5   | 802     | Cole    | Open   | Academies  | Primary   | Urban city    | East   |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | role       | sessions_offered | sessions_attended |
                        |-----|-------------|-----|----------|-------------|------------|------------------|-------------------|
                        | H1  | 202122      | 1   | NCP21-01 | a1          | Teacher    | 4                | 4                 |
                        | H1  | 202223      | 2   | NCP22-01 | b1          | Headteacher | 4               | 4                 |
                        | H1  | 202223      | 3   | NCP22-01 | c1          | Technician | 4                | 1                 |
                        | H1  | 202223      | 4   | NCP22-01 | d1          | Teacher    | 4                | 0                 |
                        | S1  | 202223      | 2   | SP22-01  | e1          | Teacher    | 4                | 4                 |
                        | S1  | 202223      | 1   | SP22-01  | f1          | Teacher    | 4                | 2                 |
                        """)
                .submit("activity", """
                        | activity | time_period | title  | type       | phase   | designed | origin_hub | continues |
                        |----------|-------------|--------|------------|---------|----------|------------|-----------|
                        | NCP22-01 | 202223      | Number | Work Group | Primary | Local    | H2         |           |
                        """)
                .submit("delivery", """
                        | hub | time_period | activity | activity_type | groups | places_offered | places_filled |
                        |-----|-------------|----------|---------------|--------|----------------|---------------|
                        | H1  | 202223      | NCP22-01 | Workgroups    | 2      | 20             | 3             |
                        | H1  | 202223      | NCP22-09 | programme     | 1      | 10             | 0             |
                        """)
                .submit("pd_lead", """
                        | hub | time_period | lead | role        | cohort | accreditation | fte | shared_post | organisation | title |
                        |-----|-------------|------|-------------|--------|---------------|-----|-------------|--------------|-------|
                        | H1  | 202223      | l1   | Coordinator |        |               | 0.5 | Yes         | School A     |       |
                        | H1  | 202223      | l2   | Facilitator | c6     | Accredited    | 0.2 | No          | School A     | Guide |
                        | H1  | 202223      | l3   | Facilitator | C6     | In training   | 0.1 | No          | school a     | guide |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status | reason            | expected_return |
                        |-----|-------------|-----|------------|--------|-------------------|-----------------|
                        | H1  | 202122      | 1   | Developing | Paused | Lead teacher left | September 2022  |
                        | H1  | 202122      | 2   | Developing | Paused | maternity leave   |                 |
                        | H1  | 202122      | 3   | Embedding  | Paused | budget cuts       | 2023/24         |
                        | H1  | 202223      | 1   | Developing | Active |                   |                 |
                        | H1  | 202223      | 2   | Developing | Paused | Sickness          | Easter 2024     |
                        """)
                .submit("evidence_source", """
                        | source | kind      | level    | interviewed_role | held       | consent    |
                        |--------|-----------|----------|------------------|------------|------------|
                        | I1     | Interview | Area     | Hub lead         | 2022-11-14 | Given      |
                        | I2     | Interview | Area     | Facilitator      | 2022-11-15 | Withdrawn  |
                        | D1     | Document  | National |                  | 2022-09-01 | Not needed |
                        """)
                .submit("mechanism", """
                        | hub        | time_period | level    | mechanism                                  | role        | leadership_function | strength  | source | coder |
                        |------------|-------------|----------|--------------------------------------------|-------------|---------------------|-----------|--------|-------|
                        | H1         | 202223      | Area     | Finding and recruiting leads               | Coordinator | Administrative      | Mentioned | I1     | R1    |
                        | H1         | 202223      | Area     | Finding and recruiting leads               | Coordinator | Administrative      | Evidenced | D1     | R1    |
                        | H1         | 202223      | Area     | Helping to train leads                     | Facilitator | Enabling            | Described | I1     | R1    |
                        | H1         | 202223      | Area     | Offering steps to more responsibility      | Coordinator |                     | Described | I1     | R1    |
                        | H1         | 202223      | Area     | Keeping feedback flowing                   | Coordinator | Adaptive            | Described | I1     | R2    |
                        | H1         | 202223      | Area     | Finding and recruiting leads               | Coordinator | Administrative      | Evidenced | I1     | R2    |
                        | H1         | 202223      | Area     | Building a community and a shared culture  |             |                     | Evidenced | I2     | R1    |
                        | H1         | 202223      | Area     | Contracting and funding                    |             |                     | Evidenced | I1     | R1    |
                        | Maths Hubs | 202223      | National | Managing the network                       | Coordinator | Administrative      | Evidenced | D1     | R1    |
                        """)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new SqlFolder(catalogue, "publish").run(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    /// The first is an example in general use, 35 of 50 agreed; the others are worked out by hand: full agreement, that
    /// of chance, and complete disagreement.
    @ParameterizedTest
    @CsvSource({"20, 5, 10, 15, 0.4", "6, 0, 0, 29, 1", "4, 4, 4, 4, 0", "0, 5, 5, 0, -1", "5, 1, 1, 28, 0.7989"})
    void kappaIsTheAgreementBeyondChance(int both, int first, int second, int neither, String kappa)
            throws SQLException {
        assertThat(workbench.rows("select cohen_kappa(%d, %d, %d, %d)::double".formatted(both, first, second, neither)))
                .containsExactly(kappa);
    }

    @Test
    void kappaIsNotKnownWhereNothingIsLeftToChance() throws SQLException {
        assertThat(workbench.rows("select cohen_kappa(0, 0, 0, 35)")).containsExactly("");
    }

    /// In source I1 one coder has three mechanisms of the list, the other two, one of them the same; of 35 in all:
    /// agreed 32/35, by chance (3*2 + 32*33) / 35^2, kappa = (1120 - 1062) / (1225 - 1062) = 58/163.
    @Test
    void twoCodersOfASourceAreComparedOverTheWholeList() throws SQLException {
        assertThat(workbench.rows(
                        "select hub, source, first_coder, second_coder, coded_by_both, by_first_only, by_second_only, by_neither,"
                                + " kappa::double, shown from coder_agreement"))
                .containsExactly("H1 | I1 | R1 | R2 | 1 | 2 | 1 | 31 | 0.3558 | 0.36");
    }

    @Test
    void aCellHasTheStrongestEvidenceAndAnEmptyOneIsShown() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select hub, level, mechanism_group, formal, informal from leadership_grid order by hub, level_order, group_order"))
                .containsExactly(
                        "H1 | Area | Local leaders | Evidenced: 2 of 3 mechanisms, 2 sources | Described: 1 of 3 mechanisms, 1 source",
                        "H1 | Area | Local provision | No evidence | No evidence",
                        "H1 | Area | Coordination | No evidence | Described: 1 of 3 mechanisms, 1 source",
                        "H1 | Activity | Coordination | No evidence | No evidence",
                        "Total | National | Coordination | Evidenced: 1 of 5 mechanisms, 1 source | No evidence");
    }

    @Test
    void aSourceWithoutConsentAndAMechanismAtAnotherLevelAreNotCounted() throws SQLException {
        assertThat(workbench.rows("select code from mechanism_coded where code in ('A19', 'N02')"))
                .isEmpty();
    }

    @Test
    void noFigureNamesASourceACoderOrWhoWasInterviewedButInItsOwnTable() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select interviewed_role, sources from evidence_kind where hub = 'Total' and kind = 'Interview'"))
                .containsExactly("Hub lead | c");
        assertThat(workbench.rows("select distinct interviewed_role from evidence_kind where hub = 'H1'"))
                .containsExactly("");
    }

    @Test
    void aCombinationStandsBesideItsFigures() throws SQLException {
        assertThat(workbench.rows("select hub, formal, informal, indicator from leadership_combination"
                        + " where combination_order = 3 and indicator_order = 1 order by hub"))
                .containsExactly(
                        "H1 | Described, 1 source | Described, 1 source | leads_retained_percent",
                        "Total | 1 of 1 hubs | 1 of 1 hubs | leads_retained_percent");
    }

    @Test
    void theNetworkCountsHubsWithBothModes() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select mechanism_group, level, both_modes, formal_only, informal_only, neither, hubs from mode_spread"))
                .containsExactly(
                        "Local leaders | Area | 1 | 0 | 0 | 0 | 1",
                        "Local provision | Area | 0 | 0 | 0 | 1 | 1",
                        "Coordination | Area | 0 | 0 | 1 | 0 | 1",
                        "Coordination | Activity | 0 | 0 | 0 | 1 | 1");
        assertThat(
                        workbench.rows(
                                "select mechanism, hubs_evidenced, hubs_coded from mechanism_spread where hubs_coded > 0 order by code limit 2"))
                .containsExactly("Finding and recruiting leads | 1 | 1", "Helping to train leads | 0 | 1");
    }

    @Test
    void leadsAreToldByRoleCohortAndAccreditation() throws SQLException {
        assertThat(workbench.rows(
                        "select hub, role, leads, fte, shared_posts, organisations from lead_role order by all"))
                .containsExactly(
                        "H1 | Coordinator | 1 | 0.5 | 1 | 1",
                        "H1 | Facilitator | 2 | 0.3 | 0 | 1",
                        "Total | Coordinator | c | c | c | c",
                        "Total | Facilitator | c | c | 0 | c");
        assertThat(workbench.rows(
                        "select role, cohort, accreditation, leads from lead_cohort where hub = 'H1' order by all"))
                .containsExactly(
                        "Coordinator | No cohort | Not stated | 1",
                        "Facilitator | C6 | Accredited | 1",
                        "Facilitator | C6 | In training | 1");
        assertThat(workbench.rows("select hub, title, leads from lead_title order by all"))
                .containsExactly("H1 | Guide | 2", "Total | Guide | c");
    }

    @Test
    void theOfferIsToldByTypeAndParticipantsByRole() throws SQLException {
        assertThat(workbench.rows(
                        "select type, activities, local, from_another_hub, groups, places_offered, places_filled, participants, completed"
                                + " from offer where hub = 'H1' order by all"))
                .containsExactly(
                        "Programme | 1 | 0 | 0 | 1 | 10 | 0 | 0 | 0", "Work group | 1 | 1 | 1 | 2 | 20 | 3 | 3 | 1");
        assertThat(workbench.rows("select phase, activities from offer_phase where hub = 'H1' order by all"))
                .containsExactly("Phase not stated | 1", "Primary | 1");
        assertThat(
                        workbench.rows(
                                "select role, participants, completed from participant_role where hub = 'H1' and time_period = 202223 order by all"))
                .containsExactly("Leaders | 1 | 1", "Technicians | 1 | 0");
        assertThat(
                        workbench.rows(
                                "select role, participants from participant_role where hub = 'Total' and time_period = 202223 order by all"))
                .containsExactly("Leaders | c", "Teachers | c", "Technicians | c");
    }

    @Test
    void reasonsAreGroupedAndExpectedReturnsAreFollowed() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select reason, schools, expected_back from rejoining where hub = 'H1' and time_period = 202122 order by all"))
                .containsExactly("Budget | 1 | 1", "Long-term absence | 1 | 0", "Staff turnover | 1 | 1");
        assertThat(workbench.rows(
                        "select expectation, schools, active_again, still_paused, left_pathway, not_listed from rejoined"
                                + " where hub = 'H1' order by expectation_order"))
                .containsExactly(
                        "Expected back this year or earlier | 1 | 1 | 0 | 0 | 0",
                        "Expected back later | 1 | 0 | 0 | 0 | 1",
                        "No date given | 1 | 0 | 1 | 0 | 0");
    }

    @ParameterizedTest
    @CsvSource({
        "2023/24, 202324",
        "September 2023, 202324",
        "Easter 2024, 202324",
        "Jan 2024, 202324",
        "2023, 202324",
        "2023-24, 202324",
        "soon, ''"
    })
    void anExpectedReturnIsAnAcademicYear(String written, String period) throws SQLException {
        assertThat(workbench.rows("select expected_period('" + written + "')")).containsExactly(period);
    }

    @Test
    void aHubKnowsForHowLongItsOrganisationHasLedIt() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select hub, organisation, years_led, other_hubs, hubs_of_other_networks from hub_led where time_period = 202223 order by all"))
                .containsExactly("H1 | Arden Trust | 1 | 0 | 1", "S1 | ARDEN  Trust | 3 | 0 | 1");
    }

    @Test
    void schoolsOfTwoNetworksAreReachedByBothByOneOrByNeither() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select network, item, eligible, reached_by_both, reached_by_this_only, reached_by_other_only,"
                                        + " reached_by_neither from joint_reach where topic_order < 3 and time_period = 202223 order by network, topic_order, item"))
                .containsExactly(
                        "Maths Hubs | All schools | 4 | 1 | 1 | 1 | 1",
                        "Maths Hubs | Post-16 | 1 | 0 | 0 | 0 | 1",
                        "Maths Hubs | Primary | 2 | 1 | 0 | 1 | 0",
                        "Maths Hubs | Secondary | 1 | 0 | 1 | 0 | 0",
                        "Science Learning Partnerships | All schools | 4 | 1 | 1 | 1 | 1",
                        "Science Learning Partnerships | Post-16 | 1 | 0 | 0 | 0 | 1",
                        "Science Learning Partnerships | Primary | 2 | 1 | 1 | 0 | 0",
                        "Science Learning Partnerships | Secondary | 1 | 0 | 0 | 1 | 0");
        assertThat(
                        workbench.rows(
                                "select topic, hub, other_hub, schools, item from joint_csv where hub <> '' and time_period = 202223"))
                .containsExactly("Hubs with overlapping areas | H1 | S1 | 4 | Arden Trust");
    }

    /// H2 sent nothing: of the hubs that returned there are four schools, of all hubs open five.
    @Test
    void aHeadlineDependsOnItsDefinition() throws SQLException {
        assertThat(headlines("Attended"))
                .containsExactly(
                        "Schools and colleges | This year | Hubs that returned | 2 | 4 | schools_engaged_percent",
                        "Schools and colleges | This year | All hubs open | 2 | 5 | ",
                        "Schools and colleges | Any year so far | Hubs that returned | 3 | 4 | schools_engaged_cumulative_percent",
                        "Schools and colleges | Any year so far | All hubs open | 3 | 5 | ",
                        "Schools without colleges | This year | Hubs that returned | 2 | 3 | ",
                        "Schools without colleges | This year | All hubs open | 2 | 4 | ",
                        "Schools without colleges | Any year so far | Hubs that returned | 3 | 3 | ",
                        "Schools without colleges | Any year so far | All hubs open | 3 | 4 | ");
        assertThat(headlines("Enrolled")).first().asString().contains("| 3 | 4 |");
        assertThat(headlines("Completed")).first().asString().contains("| 1 | 4 |");
    }

    @Test
    void aHeadlineIsTheIndicatorOfItsDefinition() throws SQLException {
        assertThat(workbench.rows("""
                select headline.same_as
                from headline
                join result
                    on result.network = headline.network
                    and result.hub = 'Total'
                    and result.time_period = headline.time_period
                    and result.education_phase = 'Total'
                    and result.indicator || case result.breakdown when 'Total' then '' else ', ' || result.breakdown end
                        = headline.same_as
                where
                    result.numerator is distinct from headline.numerator
                    or result.denominator is distinct from headline.denominator""")).isEmpty();
    }

    private static List<String> headlines(String step) throws SQLException {
        return workbench.rows("select base, reach_window, scope, numerator, denominator, same_as from headline"
                + " where network = 'Maths Hubs' and time_period = 202223 and step = '" + step
                + "' order by base_order, window_order, scope_order");
    }
}
