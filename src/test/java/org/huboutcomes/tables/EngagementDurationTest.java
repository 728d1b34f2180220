package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class EngagementDurationTest {

    /// One lost after a year, one that closed after a year, one still there; seen before and after it is known.
    @Test
    void aSpellLastsToItsLossOrToTheLastYearThatIsKnown() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        try (Workbench workbench = new Workbench(catalogue).build()) {
            workbench.put("network_year", """
                    | network    | time_period |
                    |------------|-------------|
                    | Maths Hubs | 201617      |
                    | Maths Hubs | 201718      |
                    """);
            workbench.put("engagement_spell", """
                    | network    | hub   | lineage | first_year | end_year | is_lost |
                    |------------|-------|---------|------------|----------|---------|
                    | Maths Hubs | Total | 1       | 2015       | 2016     | true    |
                    | Maths Hubs | Total | 2       | 2015       | 2016     | false   |
                    | Maths Hubs | Total | 3       | 2015       |          | false   |
                    """);
            workbench.put("school_engagement", """
                    | network    | hub   | time_period | lineage | rung |
                    |------------|-------|-------------|---------|------|
                    | Maths Hubs | Total | 201516      | 1       | 2    |
                    | Maths Hubs | Total | 201516      | 2       | 2    |
                    | Maths Hubs | Total | 201516      | 3       | 2    |
                    | Maths Hubs | Total | 201617      | 3       | 2    |
                    | Maths Hubs | Total | 201718      | 3       | 2    |
                    """);
            for (Catalogue.Entry file : catalogue.list("tables", "sql"))
                if (file.name().equals("engagement_duration")) workbench.execute(file.text());
            assertThat(workbench.rows(
                            "select time_period, lineage, is_event, years from engagement_duration order by all"))
                    .containsExactly(
                            "201617 | 1 | false | 0",
                            "201617 | 2 | false | 0",
                            "201617 | 3 | false | 1",
                            "201718 | 1 | true | 1",
                            "201718 | 2 | false | 0",
                            "201718 | 3 | false | 2");
        }
    }
}
