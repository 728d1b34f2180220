package org.huboutcomes.publish.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// A hub that may be chosen for study.
///
/// @param features its characteristics, each a number ([Double]) or a text; null if unknown
public record HubCase(String network, String hub, String name, Map<String, @Nullable Object> features) {

    private static final Set<String> NO_FEATURES = Set.of("network", "hub", "time_period", "hub_name");

    public HubCase {
        if (hub.isBlank()) throw new IllegalArgumentException("A hub without a code.");
        for (Object feature : features.values())
            if (feature != null && !(feature instanceof Double) && !(feature instanceof String))
                throw new IllegalArgumentException("A feature is a number or a text, and not " + feature + ".");
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /// The hubs of `hub_profile` in an academic year, by code. Each further column of the table is a feature.
    ///
    /// @param network only hubs of this network; null for all
    public static List<HubCase> read(Connection connection, int timePeriod, @Nullable String network) {
        String select =
                "select * from hub_profile where time_period = ? and lower(network) = lower(coalesce(?, network))"
                        + " order by hub";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setInt(1, timePeriod);
            statement.setString(2, network);
            List<HubCase> hubs = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) hubs.add(of(rows));
            }
            return hubs;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static HubCase of(ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnName(i);
            Object value = rows.getObject(i);
            if (!NO_FEATURES.contains(column))
                features.put(column, value instanceof Number number ? (Object) number.doubleValue() : value);
        }
        return new HubCase(rows.getString("network"), rows.getString("hub"), rows.getString("hub_name"), features);
    }
}
