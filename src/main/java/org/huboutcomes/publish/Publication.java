package org.huboutcomes.publish;

import java.sql.Connection;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.disclosure.Disclosure;
import org.huboutcomes.tables.QueryRuns;
import org.huboutcomes.tables.SqlFolder;

/// Computes the results of all profiles from the indicators with the files of `jobs/publish`, and determines the
/// counts to suppress in the public profile.
public final class Publication {

    private final Catalogue catalogue;
    private final SqlFolder folder;

    public Publication(Catalogue catalogue) {
        this.catalogue = catalogue;
        folder = new SqlFolder(catalogue, "publish");
    }

    public void make(Connection connection) {
        folder.bringUpToDate(new QueryRuns(catalogue, connection), connection, table -> {
            if (table.equals("public_range")) new Disclosure(connection).protect();
            if (table.equals("invalid_result")) refuseInvalid(connection);
        });
    }

    /// Computes only `figure` and `withheld` of the restricted profile, for `preview`.
    public void makeForPreview(Connection connection) {
        folder.runFor("withheld", connection);
    }

    /// Computes only `indicators_csv` of the restricted profile.
    public void makeFigures(Connection connection) {
        folder.runFor("indicators_csv", connection);
    }

    /// Refuses rows that are not a valid [Result].
    private static void refuseInvalid(Connection connection) {
        List<String> found = new PublishedQuery(connection)
                .list(
                        "select concat_ws(', ', indicator, hub, time_period, education_phase, breakdown) as figure"
                                + " from invalid_result limit 1",
                        row -> row.text("figure"));
        if (!found.isEmpty())
            throw new CatalogueFault(
                    "The figure " + found.get(0)
                            + " is neither a value with its number of cases and its limits, nor a symbol. Nothing was published.");
    }
}
