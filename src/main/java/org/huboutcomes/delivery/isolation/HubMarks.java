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

    /// The table that they are read from.
    public static final String TABLE = "hub_mark";

    private HubMarks() {}

    public static Isolation read(Connection connection, String printedForAll) {
        List<HubMark> marks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select network, hub, kind, mark from hub_mark order by all")) {
            while (rows.next())
                marks.add(new HubMark(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        return new Isolation(marks, printedForAll);
    }
}
