package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an evaluator's summary says, held against the register and the records.
class EvidenceTest {

    private static final String CONTEXT =
            "School A is a selective secondary school in Northtown of about 1,000 pupils. It has worked with the hub since"
                    + " 2016/17. School B is a rural primary, involved for two years.";

    private static Workbench bench;

    @BeforeAll
    static void given() throws SQLException {
        bench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network | hub | hub_name | opened |
                        |---|
                        | Maths Hubs | H1 | One | 201920 |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |---|
                        | H1 | 101 |
                        """)
                .submit("school_register", """
                        | urn | la_code | la_name | name | type_group | status | phase | admissions_policy | pupils | urban_rural |
                        |---|
                        | 100001 | 101 | Northtown | A | Academies | Open | Secondary | Selective | 950 | Urban |
                        | 100002 | 101 | Northtown | B | Academies | Open | Secondary | Selective | 1080 | Urban |
                        | 100003 | 101 | Northtown | C | Academies | Open | Secondary | Selective | 1200 | Urban |
                        | 100004 | 101 | Northtown | D | Academies | Open | Primary | | 200 | Rural village |
                        | 100005 | 101 | Northtown | E | Academies | Open | Primary | | 200 | Urban |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | sessions_offered | sessions_attended | status |
                        |---|
                        | H1 | 202122 | 100004 | A1 | p1 | 4 | 4 | Completed |
                        | H1 | 202223 | 100004 | A1 | p1 | 4 | 4 | Completed |
                        """)
                .submit("evaluator_evidence", """
                        | hub | time_period | the_case | context | conclusion |
                        |---|
                        | H1 | 202223 | Two schools | %s | Most schools have been with us for at least three years. |
                        """.formatted(CONTEXT))
                .build();
        new SqlFolder(Catalogue.packaged(), "publish").run(bench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        bench.close();
    }

    @Test
    void aDescribedSchoolIsCountedAmongThoseThatAnswerToIt() throws SQLException {
        assertThat(bench.rows("select school, schools_alike, risk from evidence_case order by school"))
                .containsExactly(
                        "School A | 2 | May be known from the description",
                        "School B | 1 | May be known from the description");
    }

    @Test
    void aSentenceThatSaysSinceWhenIsHeldAgainstTheRecords() throws SQLException {
        assertThat(bench.rows("select school, since, records_from, schools_alike, schools_by_then, finding"
                        + " from evidence_claim order by school, since"))
                .containsExactly(
                        "School A | 2016/17 | 2021/22 | 2 |  | Before the records begin",
                        "School B | 2021/22 | 2021/22 | 1 | 1 | Agrees with the records",
                        " | 2020/21 | 2021/22 | 5 |  | Before the records begin");
    }
}
