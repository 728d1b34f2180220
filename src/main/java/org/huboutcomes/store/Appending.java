package org.huboutcomes.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Rows on their way into one table, at a few microseconds each (a prepared insert costs a hundred times that).
/// They belong to the transaction that is open on the connection, and are in the table once [#close()] returns.
public final class Appending implements AutoCloseable {

    private final DuckDBAppender appender;
    private final int[] types;
    private final int[] scales;

    private Appending(DuckDBAppender appender, int[] types, int[] scales) {
        this.appender = appender;
        this.types = types;
        this.scales = scales;
    }

    public static Appending to(String table, Connection connection) throws SQLException {
        int[] types;
        int[] scales;
        try (PreparedStatement columns = connection.prepareStatement("from query_table(?) limit 0")) {
            columns.setString(1, table);
            try (ResultSet none = columns.executeQuery()) {
                int count = none.getMetaData().getColumnCount();
                types = new int[count];
                scales = new int[count];
                for (int i = 0; i < count; i++) {
                    types[i] = none.getMetaData().getColumnType(i + 1);
                    scales[i] = none.getMetaData().getScale(i + 1);
                }
            }
        }
        return new Appending(connection.unwrap(DuckDBConnection.class).createAppender(table), types, scales);
    }

    /// Adds one row; as many values as the table has columns, in their order, each of its column's type or null.
    public void row(@Nullable Object... values) throws SQLException {
        if (values.length != types.length)
            throw new IllegalArgumentException(values.length + " values for " + types.length + " columns");
        appender.beginRow();
        for (int i = 0; i < values.length; i++) append(values[i], types[i], scales[i]);
        appender.endRow();
    }

    private void append(@Nullable Object value, int type, int scale) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case Types.TINYINT -> appender.append(((Number) value).byteValue());
            case Types.SMALLINT -> appender.append(((Number) value).shortValue());
            case Types.INTEGER -> appender.append(((Number) value).intValue());
            case Types.BIGINT -> appender.append(((Number) value).longValue());
            case Types.DOUBLE -> appender.append(((Number) value).doubleValue());
            case Types.DECIMAL -> appender.append(decimal(value).setScale(scale, RoundingMode.HALF_UP));
            case Types.BOOLEAN -> appender.append(((Boolean) value).booleanValue());
            case Types.DATE -> appender.append((LocalDate) value);
            case Types.TIMESTAMP -> appender.append((LocalDateTime) value);
            default -> appender.append(value.toString());
        }
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    /// The flush is not the appender's own: its close swallows the errors of rows that could not be written.
    @Override
    public void close() throws SQLException {
        try (appender) {
            appender.flush();
        }
    }
}
