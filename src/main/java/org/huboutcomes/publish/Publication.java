package org.huboutcomes.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.disclosure.Disclosure;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.SqlFolder;

/// Computes the results of all profiles from the indicators with the files of `jobs/publish`. The counts to suppress in
/// the public profile are determined on the way.
public final class Publication {

    private static final String INSERT_PUBLIC_RANGES = """
            insert into public_told by name
            select
                network, hub, time_period, education_phase, series, number,
                max(lower) as lower, min(upper) as upper, bool_or(is_hidden) as is_hidden
            from public_part
            join public_class using (network, time_period, series)
            join public_count using (network, hub, time_period, education_phase, class, number)
            join public_range using (count_id)
            group by all
            """;

    private final SqlFolder folder;

    public Publication(Catalogue catalogue) {
        folder = new SqlFolder(catalogue, "publish");
    }

    public void make(Connection connection) {
        folder.run(connection, table -> {
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

    /// Records the range in which the public knows each published count to lie. Readers keep what was published, so an
    /// unchanged count must stay protected in later editions and runs.
    public void recordPublicRanges(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "delete from public_told using public_part where public_told.network = public_part.network"
                            + " and public_told.hub = public_part.hub and public_told.time_period = public_part.time_period"
                            + " and public_told.education_phase = public_part.education_phase"
                            + " and public_told.series = public_part.series and public_told.number = public_part.number");
            statement.execute(INSERT_PUBLIC_RANGES);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
