package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of returns take the returns due from `jobs/networks`, and their titles from `jobs/returns`.
class ReturnStatusTest {

    private static final String HUBS = """
            | network    | hub | hub_name |
            |------------|-----|----------|
            | %1$s       | H1  | One      |
            | %1$s       | H2  | Two      |
            """;

    @TempDir
    private Path folder;

    private EditedCatalogue edited;

    @BeforeEach
    void copy() throws IOException {
        edited = EditedCatalogue.in(folder.resolve("jobs"));
    }

    @Test
    void aNewReturnAppearsInEveryTableOfReturns() throws Exception {
        edited.write("returns/choir_visit.yaml", """
                        title: Choir visits
                        order: 3
                        claim: [hub, time_period]
                        fields:
                          - {name: hub, type: hub, title: Hub, constraints: {required: true}}
                          - {name: time_period, type: academic_year, title: Academic year, constraints: {required: true}}
                          - {name: visited, type: date, title: Visited on, constraints: {required: true}}
                        """)
                .write("tables/choir_visit.sql", """
                        -- One row per visit of a choir.
                        create table if not exists choir_visit (
                            claim bigint not null,
                            row_number integer not null,
                            hub varchar,
                            time_period integer,
                            visited date
                        );
                        """)
                .replace("networks/maths_hubs.yaml", "pathway,", "choir_visit, pathway,");
        Catalogue catalogue = edited.open();
        try (Workbench workbench = new Workbench(catalogue)) {
            workbench
                    .submit("hub_list", HUBS.formatted("Maths Hubs"))
                    .submitNil("choir_visit", "H1", 202223)
                    .build();
            new SqlFolder(catalogue, "publish").run(workbench.connection());
            assertThat(workbench.rows("select return_order, return_name, received from return_status where hub = 'H1'"))
                    .startsWith(
                            "1 | School engagement | false", "2 | Choir visits | true", "3 | Pathway stages | false")
                    .hasSize(7);
            assertThat(workbench.rows("select hubs, received from return_coverage where return_name = 'Choir visits'"))
                    .containsExactly("2 | 1");
            assertThat(workbench.rows("select array_to_string(returns, ', ') from return_owed where hub = 'H2'"))
                    .singleElement()
                    .asString()
                    .startsWith("School engagement, Choir visits, Pathway stages, ");
        }
    }

    @Test
    void aNewNetworkAppearsInEveryTableOfReturns() throws Exception {
        Catalogue catalogue = edited.write(
                        "networks/chess_hubs.yaml", "title: Chess Hubs\nreturns: [delivery, engagement]\n")
                .open();
        try (Workbench workbench = new Workbench(catalogue)) {
            workbench
                    .submit("hub_list", HUBS.formatted("Chess Hubs"))
                    .submitNil("delivery", "H1", 202122)
                    .submitNil("delivery", "H1", 202223)
                    .build();
            new SqlFolder(catalogue, "publish").run(workbench.connection());
            assertThat(workbench.rows(
                            "select hub, return_name, received from return_status where time_period = 202223"))
                    .containsExactly(
                            "H1 | Delivery | true",
                            "H1 | School engagement | false",
                            "H2 | Delivery | false",
                            "H2 | School engagement | false");
            assertThat(workbench.rows(
                            "select return_name, hubs, received from return_coverage where time_period = 202223"))
                    .containsExactly("Delivery | 2 | 1", "School engagement | 2 | 0");
            assertThat(workbench.rows(
                            "select hub, time_period, array_to_string(returns, ', ') from return_owed order by all"))
                    .as("of all years asked for")
                    .containsExactly(
                            "H1 | 202122 | School engagement",
                            "H1 | 202223 | School engagement",
                            "H2 | 202122 | Delivery, School engagement",
                            "H2 | 202223 | Delivery, School engagement");
            assertThat(workbench.rows("from unknown_network")).isEmpty();
        }
    }

    @Test
    void returnsAreDueOnTheirDayAfterTheYearAlsoOfANetworkThatSentNothing() throws Exception {
        Catalogue catalogue = edited.write(
                        "networks/chess_hubs.yaml", "title: Chess Hubs\nreturns: [delivery, engagement]\n")
                .open();
        try (Workbench workbench = new Workbench(catalogue)) {
            workbench.execute("insert into run_day values (date '2023-12-31')");
            workbench.execute("insert into return_due values ('delivery', 12, 31), ('engagement', 1, 15)");
            workbench.submit("hub_list", HUBS.formatted("Chess Hubs")).build();
            assertThat(workbench.rows("select hub, time_period, due_on, overdue, array_to_string(returns, ', ')"
                            + " from return_owed order by all"))
                    .containsExactly(
                            "H1 | 202223 | 2023-12-31 | false | Delivery",
                            "H1 | 202223 | 2024-01-15 | false | School engagement",
                            "H2 | 202223 | 2023-12-31 | false | Delivery",
                            "H2 | 202223 | 2024-01-15 | false | School engagement");
            workbench.execute("update run_day set as_of = date '2024-01-01'");
            workbench.submitNil("delivery", "H2", 202122).build();
            assertThat(workbench.rows("select hub, time_period, due_on, overdue from return_owed"
                            + " where array_to_string(returns, ', ') = 'Delivery' order by all"))
                    .as("every year from the first that was sent to the last that has ended")
                    .containsExactly(
                            "H1 | 202122 | 2022-12-31 | true",
                            "H1 | 202223 | 2023-12-31 | true",
                            "H2 | 202223 | 2023-12-31 | true");
        }
    }
}
