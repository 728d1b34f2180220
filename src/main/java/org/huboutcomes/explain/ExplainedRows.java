package org.huboutcomes.explain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.store.StoreFault;

/// The rows of a query as maps by column name; a column without a value is absent.
public record ExplainedRows(Connection connection) {

    public List<Map<String, Object>> of(String select, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (ResultSet answer = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (answer.next()) rows.add(row(answer));
                return rows;
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static Map<String, Object> row(ResultSet answer) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
            Object value = answer.getObject(i);
            if (value != null) row.put(answer.getMetaData().getColumnName(i), value);
        }
        return row;
    }

    public void change(String statement, Object... parameters) {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) change.setObject(i + 1, parameters[i]);
            change.executeUpdate();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
