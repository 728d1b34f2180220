package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;

/// Invented hubs, `H0` and so on, with returns of three years, of the size that a test needs. Seemingly random
/// values are hashes of positions, so they are always the same.
///
/// @param hubs the number of hubs
/// @param schools the number of schools in all hubs together
/// @param engagements the number of rows in which a school took part in an activity
/// @param stages the number of rows in which a school reached a stage of a pathway
record Population(int hubs, int schools, int engagements, int stages) {

    /// Six hubs.
    Population(int schools, int engagements, int stages) {
        this(6, schools, engagements, stages);
    }

    /// Some forty schools a hub: many counts of 1 and 2.
    static Population small() {
        return new Population(260, 420, 200);
    }

    /// Publishes their figures, in the tables of a workbench and as public files in a folder.
    void publish(Workbench workbench, Path folder) throws SQLException, IOException {
        submitTo(workbench);
        workbench.build();
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
        new FigureFiles(workbench.connection()).write(folder, Profile.PUBLIC);
    }

    void submitTo(Workbench workbench) throws SQLException {
        workbench.execute("""
                insert into claim (claim, sheet, submission, return_name, hub, time_period, accepted, in_force)
                select 1, 1, 1, 'hub_list', null, null, 1, true
                union all
                select 2, 2, 1, 'hub_area', null, null, 1, true
                union all
                select 3, 3, 1, 'school_register', null, null, 1, true
                union all
                select 1000 * kind + 10 * hub + year, kind, 1, name, 'H' || hub, 202021 + 101 * year, 1, true
                from (values (1, 'engagement'), (2, 'pathway')) as k (kind, name)
                cross join range(0, %4$d) as h (hub)
                cross join range(0, 3) as y (year);

                insert into hub_list select 1, hub, 'Maths Hubs', 'H' || hub, 'Hub ' || hub, '', null, null
                from range(0, %4$d) as h (hub);

                insert into hub_area select 2, hub, 'H' || hub, (800 + hub)::varchar, null, null, null, null
                from range(0, %4$d) as h (hub);

                insert into school_register (claim, row_number, urn, la_code, status, type_group, phase, pupils)
                select
                    3, urn, urn, (800 + urn %% %4$d)::varchar, 'Open', 'Academies',
                    case when hash(urn, 1) %% 20 < 11 then 'Primary' when hash(urn, 1) %% 20 < 17 then 'Secondary'
                        when hash(urn, 1) %% 20 < 18 then '16 plus' else 'Nursery' end,
                    100
                from range(0, %1$d) as s (urn);

                insert into engagement
                select
                    1000 + 10 * (urn %% %4$d) + year, i, 'H' || urn %% %4$d, 202021 + 101 * year, urn, null,
                    'A' || hash(i, 1) %% 3, 'P' || i, 'Teacher', 4, (hash(i, 2) %% (2 + urn %% 4))::integer, 'Enrolled'
                from (
                    select i, (hash(i) %% %1$d)::integer as urn, (hash(i, 3) %% 3)::integer as year
                    from range(0, %2$d) as r (i)
                );

                insert into pathway
                select
                    2000 + 10 * (urn %% %4$d) + year, i, 'H' || urn %% %4$d, 202021 + 101 * year, urn, null,
                    ['Developing', 'Embedding', 'Sustaining'][1 + (hash(i, 4) %% 3)::integer],
                    ['Active', 'Paused', 'Left'][1 + (hash(i, 5) %% 3)::integer], null, null
                from (
                    select i, (hash(i, 9) %% %1$d)::integer as urn, (hash(i, 3) %% 3)::integer as year
                    from range(0, %3$d) as r (i)
                );
                """.formatted(schools, engagements, stages, hubs));
    }
}
