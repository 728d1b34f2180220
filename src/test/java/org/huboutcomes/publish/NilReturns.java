package org.huboutcomes.publish;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Workbench;

/// Six Maths Hubs, of which five sent nil returns for a year, and a partnership that did.
final class NilReturns {

    private NilReturns() {}

    static Workbench open() throws SQLException {
        Workbench workbench = new Workbench(Catalogue.packaged()).submit("hub_list", """
                        | network                       | hub | hub_name |
                        |-------------------------------|-----|----------|
                        | Maths Hubs                    | H1  | One      |
                        | Maths Hubs                    | H2  | Two      |
                        | Maths Hubs                    | H3  | Three    |
                        | Maths Hubs                    | H4  | Four     |
                        | Maths Hubs                    | H5  | Five     |
                        | Maths Hubs                    | H6  | Six      |
                        | Science Learning Partnerships | S1  | Science  |
                        """);
        for (String hub : List.of("H1", "H2", "H3", "H4", "H5", "S1"))
            for (String returned : List.of("engagement", "pathway", "delivery", "survey_response"))
                workbench.submitNil(returned, hub, 202223);
        workbench.submitNil("stated_total", "H6", 202122);
        return workbench.build();
    }

    /// A row of the published file, of all phases.
    static String published(Workbench workbench, String indicator, String hub) throws SQLException {
        List<String> rows = workbench.rows("""
                select numerator, denominator, n, value, value_lower_ci, value_upper_ci, symbol, comparison
                from indicators_csv
                where
                    time_period = 202223 and indicator = '%s' and hub = '%s'
                    and education_phase = 'Total' and breakdown = 'Total'
                order by network
                """.formatted(indicator, hub));
        return rows.get(0);
    }
}
