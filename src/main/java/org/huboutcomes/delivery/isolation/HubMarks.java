package org.huboutcomes.delivery.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.store.StoreFault;

/// Reads the identifying texts of all hubs, as the last `publish` step left them.
public final class HubMarks {

    /// The table with the marks.
    public static final String TABLE = "hub_mark";

    /// The table with the marks that the files of the last nightly run were searched for.
    public static final String SEARCHED = "searched_mark";

    private HubMarks() {}

    static List<HubMark> read(Connection connection, String table) {
        List<HubMark> marks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select network, hub, kind, mark from " + table + " order by all")) {
            while (rows.next())
                marks.add(new HubMark(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            return marks;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Records the marks that the published files were searched for, in the open transaction.
    public static void remember(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + SEARCHED);
            statement.execute("insert into " + SEARCHED + " select network, hub, kind, mark from " + TABLE);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
