package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The same returns give the same figures to the last digit, with any number of threads.
@Tag("long")
class DeterminismTest {

    @Test
    void oneThreadAndFourThreadsPublishTheSameRows() throws SQLException {
        List<String> one = published(1);
        assertThat(published(4)).isEqualTo(one);
        assertThat(one).hasSizeGreaterThan(1000).anyMatch(row -> row.contains("similar"));
    }

    private static List<String> published(int threads) throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        try (Workbench workbench = new Workbench(catalogue).execute("set threads = " + threads)) {
            submitTo(workbench);
            workbench.build();
            new Indicators(catalogue).measure(workbench.connection());
            new Publication(catalogue).make(workbench.connection());
            List<String> rows = workbench.rows("select * replace (value::varchar as value, value_lower_ci::varchar as "
                    + "value_lower_ci, value_upper_ci::varchar as value_upper_ci) from result");
            rows.addAll(workbench.rows("from indicators_csv"));
            rows.addAll(workbench.rows("from public_indicators_csv"));
            rows.addAll(workbench.rows("from spread"));
            for (String table : workbench.rows("select table_name from report_table order by all"))
                rows.addAll(workbench.rows("from " + table));
            return rows;
        }
    }

    /// Adds every other kind of return, and enough rows for several threads.
    private static void submitTo(Workbench workbench) throws SQLException {
        new Population(6000, 140_000, 9000).submitTo(workbench);
        workbench.execute("""
                insert into claim (claim, sheet, submission, return_name, hub, time_period, accepted, in_force)
                select 4, 4, 1, 'target', null, null, 1, true
                union all
                select 1000 * kind + 10 * hub + year, kind, 1, name, 'H' || hub, 202021 + 101 * year, 1, true
                from (
                    values (3, 'delivery'), (4, 'survey_response'), (5, 'pd_lead'), (6, 'stated_total')
                ) as k (kind, name)
                cross join range(0, 6) as h (hub)
                cross join range(0, 3) as y (year);

                update school_register
                set
                    pupils = urn % 900,
                    fsm_percent = (hash(urn, 10) % 700)::integer / 10,
                    urban_rural = ['Urban', 'Rural', null][1 + (hash(urn, 11) % 3)::integer];

                insert into survey_response
                    (claim, row_number, hub, time_period, urn, activity, response_id, overall, aim1, aim2, aim3, aim4, trust,
                    recommend)
                select
                    4000 + 10 * (urn % 6) + year, i, 'H' || urn % 6, 202021 + 101 * year, urn, 'A', i::varchar,
                    1 + hash(i, 6) % 5, 1 + hash(i, 7) % 5, 1 + hash(i, 12) % 5, 1 + hash(i, 13) % 5,
                    nullif(hash(i, 14) % 6, 0), 1 + hash(i, 8) % 5, hash(i, 9) % 11
                from (
                    select i, (hash(i) % 6000)::integer as urn, (hash(i, 3) % 3)::integer as year
                    from range(0, 130000) as r (i)
                );

                insert into pd_lead (claim, row_number, hub, time_period, lead)
                select 5000 + 10 * hub + year, lead, 'H' || hub, 202021 + 101 * year, 'L' || lead
                from range(0, 6) as h (hub)
                cross join range(0, 3) as y (year)
                cross join range(0, 60) as l (lead)
                where hash(hub, year, lead) % 4 > 0;

                insert into stated_total (claim, row_number, hub, time_period, quantity, stated_value)
                select 6000 + 10 * hub + year, 1, 'H' || hub, 202021 + 101 * year, 'Developing', 60 + hub
                from range(0, 6) as h (hub)
                cross join range(0, 3) as y (year);

                insert into target (claim, row_number, indicator, network, education_phase, time_period, target)
                select 4, 1, 'schools_engaged_percent', 'Maths Hubs', 'Primary', 202122, 60;

                insert into delivery
                select
                    3000 + 10 * hub + year, activity, 'H' || hub, 202021 + 101 * year, 'A' || activity, null, null, 1,
                    100, (50 + hash(hub, activity) % 50)::integer, 40, (20 + hash(activity, year) % 20)::integer, 9, 4
                from range(0, 6) as h (hub)
                cross join range(0, 3) as y (year)
                cross join range(0, 7) as a (activity);
                """);
    }
}
