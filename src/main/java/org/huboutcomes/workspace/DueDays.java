package org.huboutcomes.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.Network;
import org.huboutcomes.workspace.Settings.DueDay;

/// The day on which each return that a network names is due, as rows of a table that queries can read.
record DueDays(SortedMap<String, MonthDay> byReturn) {

    /// @throws Fault if the settings name a return that no network of the catalogue asks for
    static DueDays of(Settings settings, Catalogue catalogue) {
        Map<String, DueDay> set = new TreeMap<>();
        // Environment variables separate the parts of a name like keys, and Boot drops underscores.
        settings.due().forEach((name, day) -> set.put(plain(name), DueDay.of(day)));
        DueDay usual = set.getOrDefault(DueDay.ALL, DueDay.USUAL);
        set.remove(DueDay.ALL);
        SortedMap<String, MonthDay> days = new TreeMap<>();
        for (Network network : Network.of(catalogue))
            for (String name : network.returns())
                days.put(name, set.getOrDefault(plain(name), usual).day());
        days.keySet().forEach(name -> set.remove(plain(name)));
        for (String unknown : settings.due().keySet())
            if (set.containsKey(plain(unknown)))
                throw new Fault(
                        ExitCode.INVALID_SETUP,
                        "The settings give a day for due." + unknown
                                + ", which is no return that is asked for; the keys" + " of due are " + DueDay.ALL
                                + ", " + String.join(", ", days.keySet()) + ".");
        return new DueDays(days);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// Fills the table unless it already holds these days, so that a command that only reads does not change the
    /// store.
    void fill(Connection connection) throws SQLException {
        if (byReturn.equals(filled(connection))) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from return_due");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into return_due (return_name, due_month, due_day) values (?, ?, ?)")) {
            for (Map.Entry<String, MonthDay> one : byReturn.entrySet()) {
                insert.setString(1, one.getKey());
                insert.setInt(2, one.getValue().getMonthValue());
                insert.setInt(3, one.getValue().getDayOfMonth());
                insert.executeUpdate();
            }
        }
    }

    private static SortedMap<String, MonthDay> filled(Connection connection) throws SQLException {
        SortedMap<String, MonthDay> days = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select return_name, due_month, due_day from return_due")) {
            while (rows.next()) days.put(rows.getString(1), MonthDay.of(rows.getInt(2), rows.getInt(3)));
        }
        return days;
    }
}
