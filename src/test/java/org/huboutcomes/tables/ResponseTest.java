package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which responses count, and for which activity; and which targets were set.
class ResponseTest {

    private Workbench bench;

    @BeforeEach
    void aHub() throws SQLException {
        bench = new Workbench(Catalogue.packaged()).submit("hub_list", """
                | network | hub | hub_name |
                |---|
                | Maths Hubs | H1 | One |
                """).submit("activity", """
                | activity | time_period | title |
                |---|
                | MA22-01 | 202223 | Lesson study |
                | MA22-02 | 202223 | Number sense |
                | MA22-03 | 202223 | Number sense |
                """);
    }

    @AfterEach
    void close() throws SQLException {
        bench.close();
    }

    @Test
    void anActivityGoesByItsCodeOrByATitleThatMeansOneActivity() throws SQLException {
        bench.submit("survey_response", """
                | hub | time_period | activity | response_id | overall |
                |---|
                | H1 | 202223 | ma22-01 | r1 | 4 |
                | H1 | 202223 | Lesson Study | r2 | 4 |
                | H1 | 202223 | Number sense | r3 | 4 |
                """).build();
        assertThat(bench.rows("select activity from response order by all"))
                .containsExactly("MA22-01", "MA22-01", "Number sense");
    }

    @Test
    void aResponseAboutSeveralActivitiesCountsOnceInEach() throws SQLException {
        bench.submit("survey_response", """
                | hub | time_period | activity | response_id | overall |
                |---|
                | H1 | 202223 | MA22-01; | r1 | 4 |
                | H1 | 202223 | MA22-01;MA22-02 | r2 | 4 |
                | H1 | 202223 | MA22-02, ma22-03 | r3 | 4 |
                | H1 | 202223 | Lesson, study | r4 | 4 |
                """).build();
        assertThat(bench.rows("select row_number, activity from response_activity order by all"))
                .containsExactly(
                        "2 | MA22-01", "3 | MA22-01", "3 | MA22-02", "4 | MA22-02", "4 | MA22-03", "5 | Lesson, study");
        assertThat(bench.rows("select count(*) from response")).containsExactly("4");
        assertThat(bench.rows("select activity from response where row_number in (2, 3) order by row_number"))
                .containsExactly("MA22-01", "MA22-01;MA22-02");
    }

    @Test
    void everyVersionOfATargetIsKeptWithItsSource() throws SQLException {
        for (String target : new String[] {"60 | Letter of 2020", "60 | Letter of 2020", "75 | Letter of 2022"})
            bench.submit("target", """
                    | indicator | network | time_period | target | source |
                    |---|
                    | some_percent | Maths Hubs | 202223 | %s |
                    """.formatted(target));
        bench.submitNil("engagement", "H1", 202223).build();
        new SqlFolder(Catalogue.packaged(), "publish").run(bench.connection());
        assertThat(bench.rows("select version, target_value, source, in_force from target_version order by version"))
                .containsExactly("1 | 60.000 | Letter of 2020 | false", "2 | 75.000 | Letter of 2022 | true");
    }
}
