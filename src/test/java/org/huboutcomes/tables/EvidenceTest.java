package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Statements of an evaluator's summary, compared with the register and the records.
class EvidenceTest {

    private static final String CONTEXT =
            "School A is a selective secondary school in Northtown of about 1,000 pupils. It has worked with the hub since"
                    + " 2016/17. School B is a rural primary, involved for two years.";

    /// Statements about years that are right, wrong, unclear, in other words, without a number, and repeated.
    private static final List<String> ATTACKS = List.of(
            "One has taken part since 2020/21.",
            "All have taken part since 2021-22.",
            "All have taken part since 2021-22.",
            "They have been members since March 2021.",
            "The first joined the hub in 2021.",
            "They have worked with us since 2018 and for two years.",
            "Schools have been active for the last three academic years.",
            "They will have been here since 2024/25.",
            "One began with us in 1998.",
            "It has been so for almost a decade.",
            "They have come for many years, and since the start.",
            "School Z is a grammar school, involved for two years.");

    private static Workbench bench;

    @BeforeAll
    static void given() throws SQLException {
        bench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network | hub | hub_name | opened |
                        |---|
                        | Maths Hubs | H1 | One | 201920 |
                        | Maths Hubs | H2 | Two | 201920 |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |---|
                        | H1 | 101 |
                        | H2 | 102 |
                        """)
                .submit("school_register", """
                        | urn | la_code | la_name | name | type_group | status | phase | admissions_policy | pupils | urban_rural |
                        |---|
                        | 100001 | 101 | Northtown | A | Academies | Open | Secondary | Selective | 950 | Urban |
                        | 100002 | 101 | Northtown | B | Academies | Open | Secondary | Selective | 1080 | Urban |
                        | 100003 | 101 | Northtown | C | Academies | Open | Secondary | Selective | 1200 | Urban |
                        | 100004 | 101 | Northtown | D | Academies | Open | Primary | | 200 | Rural village |
                        | 100005 | 101 | Northtown | E | Academies | Open | Primary | | 200 | Urban |
                        | 200001 | 102 | Southtown | F | Academies | Open | Primary | | 200 | Urban |
                        | 200002 | 102 | Southtown | G | Academies | Open | Primary | | 200 | Urban |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | sessions_offered | sessions_attended | status |
                        |---|
                        | H1 | 202122 | 100004 | A1 | p1 | 4 | 4 | Completed |
                        | H1 | 202223 | 100004 | A1 | p1 | 4 | 4 | Completed |
                        | H2 | 202021 | 200001 | A1 | p1 | 4 | 4 | Completed |
                        | H2 | 202122 | 200002 | A1 | p1 | 4 | 4 | Completed |
                        """)
                .submit("evaluator_evidence", """
                        | hub | time_period | the_case | context | conclusion |
                        |---|
                        | H1 | 202223 | Two schools | %s | Most schools have been with us for at least three years. |
                        | H2 | 202223 | %s | | |
                        """.formatted(CONTEXT, String.join(" ", ATTACKS)))
                .build();
        new SqlFolder(Catalogue.packaged(), "publish").run(bench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        bench.close();
    }

    @Test
    void aDescribedSchoolIsCountedAmongThoseThatAnswerToIt() throws SQLException {
        assertThat(bench.rows("select school, schools_alike, risk from evidence_case where hub = 'H1' order by school"))
                .containsExactly("School A | 2 | Could be identified", "School B | 1 | Could be identified");
    }

    @Test
    void aSentenceThatSaysSinceWhenIsHeldAgainstTheRecords() throws SQLException {
        assertThat(bench.rows("select school, since, records_from, schools_alike, schools_by_then, finding"
                        + " from evidence_since where hub = 'H1' order by school, since"))
                .containsExactly(
                        "School A | 2016/17 | 2021/22 | 2 |  | Cannot be checked",
                        "School B | 2021/22 | 2021/22 | 1 | 1 | Agrees with the records",
                        " | 2020/21 | 2021/22 | 5 |  | Cannot be checked");
    }

    @Test
    void aClaimIsReadInManyWordsAndAgreesOnlyWhereNothingElseCanBeMeant() throws SQLException {
        assertThat(bench.rows("select sentence, since, schools_by_then, schools_alike, finding"
                        + " from evidence_since where hub = 'H2' order by sentence, since"))
                .containsExactlyInAnyOrder(
                        "One has taken part since 2020/21. | 2020/21 | 1 | 2 | Consistent with records",
                        "All have taken part since 2021-22. | 2021/22 | 2 | 2 | Agrees with the records",
                        "They have been members since March 2021. | 2020/21 | 1 | 2 | Consistent with records",
                        "The first joined the hub in 2021. | 2021/22 | 2 | 2 | Agrees with the records",
                        "They have worked with us since 2018 and for two years. | 2018/19 |  | 2 | Cannot be checked",
                        "They have worked with us since 2018 and for two years. | 2021/22 | 2 | 2 | Agrees with the records",
                        "Schools have been active for the last three academic years. | 2020/21 | 1 | 2 | Consistent with records",
                        "They will have been here since 2024/25. | 2024/25 | 2 | 2 | After the year of this report",
                        "One began with us in 1998. | 1998/99 |  | 2 | Cannot be checked",
                        "It has been so for almost a decade. | 2013/14 |  | 2 | Cannot be checked",
                        "School Z is a grammar school, involved for two years. | 2021/22 | 0 | 0"
                                + " | No school answers to the description");
    }

    /// What a theme points to, how the figure compares or has changed, and the result, for each direction in which
    /// a figure can be better.
    @Test
    void aStrengthAgreesWithABetterFigureAndAWeaknessWithAWorse() throws SQLException {
        bench.execute("create or replace table beside_case as from (values"
                + " (1, 'Strength', 'higher', null), (2, 'Strength', 'lower', null), (3, 'Weakness', 'lower', null),"
                + " (4, 'Mixed', 'higher', null), (5, 'Strength', 'similar', null), (6, 'Strength', null, 'rise'),"
                + " (7, 'Weakness', null, 'rise'), (8, 'Strength', null, 'no clear change'), (9, 'Strength', 'lower', 'rise'))"
                + " as one (n, points_to, comparison, change_word)");
        for (String higher : List.of("better", "worse", "neither")) {
            bench.execute(
                            "create or replace table evidence_theme as select 'Maths Hubs' as network, 'H' || n as hub, 202223 as"
                                    + " time_period, 1 as theme_order, 'Theme' as theme, null::varchar as implications, (select"
                                    + " min(title) from definition where higher_is = '" + higher
                                    + "') as code, points_to from beside_case")
                    .execute(
                            "create or replace table result as select 'Maths Hubs' as network, 'H' || n as hub, 202223 as"
                                    + " time_period, indicator, 'Total' as education_phase, 'Total' as breakdown, 0.5 as value, 0.4 as"
                                    + " value_lower_ci, 0.6 as value_upper_ci, 20 as n, comparison, change_word from beside_case cross"
                                    + " join (select indicator from definition where title = (select min(title) from definition where"
                                    + " higher_is = '" + higher + "'))");
            for (Catalogue.Entry entry : Catalogue.packaged().list("publish", "sql"))
                if (entry.name().equals("evidence_beside")) bench.execute(entry.text());
            String agrees = higher.equals("worse") ? "Differs" : "Agrees";
            String differs = higher.equals("worse") ? "Agrees" : "Differs";
            String none = "No clear figure";
            assertThat(bench.rows("select finding from evidence_beside order by hub"))
                    .as(higher)
                    .containsExactlyElementsOf(
                            higher.equals("neither")
                                    ? Collections.nCopies(9, none)
                                    : List.of(agrees, differs, agrees, none, none, agrees, differs, none, differs));
        }
    }
}
