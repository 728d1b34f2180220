package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// Reads rows of the published tables as values.
record PublishedQuery(Connection connection) {

    <T> List<T> list(String select, Function<Row, T> read, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            List<T> list = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows, columns(rows.getMetaData()));
                while (rows.next()) list.add(read.apply(row));
            }
            return list;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Column numbers by name. The driver would search all names once for each value.
    private static Map<String, Integer> columns(ResultSetMetaData described) throws SQLException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 1; i <= described.getColumnCount(); i++) columns.put(described.getColumnName(i), i);
        return columns;
    }

    /// The current row; only valid until the next.
    record Row(ResultSet rows, Map<String, Integer> columns) {

        String text(String column) {
            return Objects.requireNonNull(textOrNull(column), column);
        }

        @Nullable
        String textOrNull(String column) {
            Object value = value(column);
            return value == null ? null : value.toString();
        }

        boolean flag(String column) {
            return Boolean.parseBoolean(text(column));
        }

        int whole(String column) {
            return value(column) instanceof Integer whole
                    ? whole
                    : number(column).intValueExact();
        }

        /// Rounded to six decimals like the published files, so that printed numbers are rounded from published ones.
        BigDecimal number(String column) {
            Object value = Objects.requireNonNull(value(column), column);
            if (value instanceof Integer || value instanceof Long)
                return BigDecimal.valueOf(((Number) value).longValue());
            BigDecimal number =
                    value instanceof Double measured ? new BigDecimal(measured) : new BigDecimal(value.toString());
            BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
            return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        }

        Quantity quantity(String column, String symbolColumn) {
            return Quantity.of(value(column) == null ? null : number(column), symbol(symbolColumn));
        }

        @Nullable
        Symbol symbol(String column) {
            String code = textOrNull(column);
            return code == null ? null : Symbol.of(code);
        }

        /// All columns in order; columns without a value are left out.
        Map<String, Object> all() {
            Map<String, Object> all = new LinkedHashMap<>();
            columns.keySet().forEach(column -> {
                Object value = value(column);
                if (value != null) all.put(column, value);
            });
            return all;
        }

        private @Nullable Object value(String column) {
            try {
                return rows.getObject(Objects.requireNonNull(columns.get(column), column));
            } catch (SQLException e) {
                throw StoreFault.of(e);
            }
        }
    }
}
