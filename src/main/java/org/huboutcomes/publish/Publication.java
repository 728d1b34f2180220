package org.huboutcomes.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.disclosure.Disclosure;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.SqlFolder;

/// The results of all profiles, made from what was measured: `jobs/publish` in its order, with the counts that the
/// public profile must hide found where they are needed.
public final class Publication {

    private static final String FROZEN_COUNTS = """
            insert into frozen_count by name
            select
                ? as edition, count_id, network, hub, time_period, education_phase, count_name, number, least, is_printed,
                is_printed and public_hidden.reason is null as is_shown, is_protected
            from count_now
            left join public_hidden using (count_id)
            """;

    private static final String FROZEN_RELATIONS =
            "insert into frozen_relation by name select ? as edition, * from relation_now";

    private final SqlFolder folder;

    public Publication(Catalogue catalogue) {
        folder = new SqlFolder(catalogue, "publish");
    }

    public void make(Connection connection) {
        folder.run(connection, table -> {
            if (table.equals("public_hidden")) new Disclosure(connection).protect();
            if (table.equals("unprintable")) refuseUnprintable(connection);
        });
    }

    /// Makes what the network and its hubs would read of each figure and nothing else, for somebody who tries an
    /// indicator out: `figure` and `withheld`.
    public void tryOut(Connection connection) {
        folder.runFor("withheld", connection);
    }

    /// Makes the figures as the network and its hubs read them, `indicators_csv`, and nothing else of what is
    /// published.
    public void makeFigures(Connection connection) {
        folder.runFor("indicators_csv", connection);
    }

    /// What is no {@link Result} goes into no file either.
    private static void refuseUnprintable(Connection connection) {
        List<String> found = new Query(connection)
                .list(
                        "select concat_ws(', ', indicator, hub, time_period, education_phase, breakdown) as figure"
                                + " from unprintable limit 1",
                        row -> row.text("figure"));
        if (!found.isEmpty())
            throw new CatalogueFault(
                    "The figure " + found.get(0)
                            + " is neither a value with its number of cases and its limits, nor a symbol. Nothing was published.");
    }

    /// Writes down what an edition gives its readers, since whatever is published later, they have it. An edition of
    /// the same name that was cut short is forgotten.
    public void freeze(Connection connection, String edition) {
        try {
            write(connection, "delete from frozen_count where edition = ?", edition);
            write(connection, "delete from frozen_relation where edition = ?", edition);
            write(connection, FROZEN_COUNTS, edition);
            write(connection, FROZEN_RELATIONS, edition);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static void write(Connection connection, String sql, String edition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, edition);
            statement.executeUpdate();
        }
    }
}
