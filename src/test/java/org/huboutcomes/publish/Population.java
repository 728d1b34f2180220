package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;

/// Six invented hubs, `H0` to `H5`, and their returns of three years, as large as a test asks for. What looks random is
/// a hash of its place, so that it is the same each time.
///
/// @param schools in all hubs together
/// @param engagements rows in which a school took part in an activity
/// @param stages rows in which a school reached a stage of a pathway
record Population(int schools, int engagements, int stages) {

    /// Some forty schools a hub: many counts of 1 and 2.
    static Population small() {
        return new Population(260, 420, 200);
    }

    /// Their figures, in the tables of a workbench and in the public files of a folder.
    void publish(Workbench workbench, Path folder) throws SQLException, IOException {
        submitTo(workbench);
        workbench.build();
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
        new FigureFiles(workbench.connection()).write(folder, Profile.PUBLIC);
    }

    void submitTo(Workbench workbench) throws SQLException {
        workbench.execute("""
                insert into claim
                select 1, 1, 1, 'hub_list', null, null, 1, true
                union all
                select 2, 2, 1, 'hub_area', null, null, 1, true
                union all
                select 3, 3, 1, 'school_register', null, null, 1, true
                union all
                select 1000 * kind + 10 * hub + year, kind, 1, name, 'H' || hub, 202021 + 101 * year, 1, true
                from (values (1, 'engagement'), (2, 'pathway')) as k (kind, name)
                cross join range(0, 6) as h (hub)
                cross join range(0, 3) as y (year);

                insert into hub_list select 1, hub, 'Maths Hubs', 'H' || hub, 'Hub ' || hub, '', null, null
                from range(0, 6) as h (hub);

                insert into hub_area select 2, hub, 'H' || hub, (800 + hub)::varchar, null, null, null
                from range(0, 6) as h (hub);

                insert into school_register (claim, row_number, urn, la_code, status, type_group, phase, pupils)
                select
                    3, urn, urn, (800 + urn %% 6)::varchar, 'Open', 'Academies',
                    case when hash(urn, 1) %% 20 < 11 then 'Primary' when hash(urn, 1) %% 20 < 17 then 'Secondary'
                        when hash(urn, 1) %% 20 < 18 then '16 plus' else 'Nursery' end,
                    100
                from range(0, %1$d) as s (urn);

                insert into engagement
                select
                    1000 + 10 * (urn %% 6) + year, i, 'H' || urn %% 6, 202021 + 101 * year, urn, null,
                    'A' || hash(i, 1) %% 3, 'P' || i, 'Teacher', 4, (hash(i, 2) %% (2 + urn %% 4))::integer, 'Enrolled'
                from (
                    select i, (hash(i) %% %1$d)::integer as urn, (hash(i, 3) %% 3)::integer as year
                    from range(0, %2$d) as r (i)
                );

                insert into pathway
                select
                    2000 + 10 * (urn %% 6) + year, i, 'H' || urn %% 6, 202021 + 101 * year, urn, null,
                    ['Developing', 'Embedding', 'Sustaining'][1 + (hash(i, 4) %% 3)::integer],
                    ['Active', 'Paused', 'Left'][1 + (hash(i, 5) %% 3)::integer], null, null
                from (
                    select i, (hash(i, 9) %% %1$d)::integer as urn, (hash(i, 3) %% 3)::integer as year
                    from range(0, %3$d) as r (i)
                );
                """.formatted(schools, engagements, stages));
    }
}
