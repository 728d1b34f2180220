package org.huboutcomes.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.StoredField;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// Validates the formulas and tables of a catalogue, and the stored tables of its returns: otherwise a value
/// without a column, or one that its column cannot hold, would be found only when a file is read.
public final class TablesValidation {

    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");
    private static final List<String> WHOLE = List.of("integer", "bigint", "smallint", "tinyint");

    /// The column types that can hold the values of each field type, with the usual one first.
    private static final Map<String, List<String>> FITTING = Map.ofEntries(
            Map.entry("text", List.of("varchar")),
            Map.entry("code", List.of("varchar")),
            Map.entry("authority_code", List.of("varchar")),
            Map.entry("network", List.of("varchar")),
            Map.entry("id", List.of("varchar")),
            Map.entry("reference", List.of("varchar")),
            Map.entry("school_name", List.of("varchar")),
            Map.entry("hub", List.of("varchar")),
            Map.entry("choice", List.of("varchar")),
            Map.entry("date_or_month", List.of("varchar")),
            Map.entry("moment", List.of("varchar")),
            Map.entry("date", List.of("date")),
            Map.entry("date_in_year", List.of("date")),
            Map.entry("urn", List.of("integer", "bigint")),
            Map.entry("school", List.of("integer", "bigint")),
            Map.entry("academic_year", List.of("integer", "bigint")),
            Map.entry("scale", List.of("tinyint", "smallint", "integer", "bigint")),
            Map.entry("integer", WHOLE),
            Map.entry("decimal", List.of("decimal(9,3)", "double")));

    /// The largest number that each type can hold.
    private static final Map<String, BigDecimal> LARGEST =
            Map.of("tinyint", BigDecimal.valueOf(Byte.MAX_VALUE), "smallint", BigDecimal.valueOf(Short.MAX_VALUE));

    private record Column(String type, boolean nullable, boolean hasDefault) {}

    private final Catalogue catalogue;
    private final Connection empty;
    private final Set<String> entered;

    private TablesValidation(Catalogue catalogue, Connection empty) {
        this.catalogue = catalogue;
        this.empty = empty;
        this.entered = SqlFile.all(catalogue, Stream.of("tables")).stream()
                .filter(SqlFile::isStoredTable)
                .map(SqlFile::name)
                .collect(Collectors.toSet());
    }

    /// Leaves the formulas and tables in the store.
    ///
    /// @param empty a connection to an empty store
    public static void validate(Catalogue catalogue, ReturnTypes types, Connection empty) {
        SqlValidation.formulas(catalogue);
        SqlValidation.storedTables(catalogue, empty);
        TablesValidation validation = new TablesValidation(catalogue, empty);
        for (ReturnType type : types.all())
            type.tables()
                    .forEach((table, fields) ->
                            validation.validate("jobs/returns/" + type.name() + ".yaml", table, fields));
        SqlValidation.tables(catalogue, "tables", empty);
        ClaimWording.rows(catalogue);
        DescriptionWording.rows(catalogue);
    }

    private void validate(String file, String table, List<StoredField> fields) {
        String sql = catalogue.list("tables", "sql").stream()
                .filter(entry -> entry.name().equals(table))
                .map(SqlFile::of)
                .map(SqlFile::path)
                .findFirst()
                .orElse(null);
        if (sql == null)
            throw new CatalogueFault(file + " has no table to be stored in; write jobs/tables/stored/" + table + ".sql"
                    + " with the columns claim bigint, row_number integer, "
                    + fields.stream()
                            .map(field -> field.name() + " " + usual(field))
                            .collect(Collectors.joining(", "))
                    + ".");
        if (!entered.contains(table))
            throw new CatalogueFault(sql + " is made from other tables, and rows of " + file
                    + " are stored in it; begin it with create table if not exists " + table + ".");
        Map<String, Column> columns = columns(table);
        refuseRowColumn(sql, columns, "claim", List.of("bigint"));
        refuseRowColumn(sql, columns, "row_number", List.of("integer", "bigint"));
        for (StoredField field : fields) {
            Column column = columns.remove(field.name());
            if (column == null)
                throw new CatalogueFault("%s has no column %s, which %s stores; add %s %s."
                        .formatted(sql, field.name(), file, field.name(), usual(field)));
            refuseUnfit(sql, file, field, column);
        }
        columns.forEach((name, column) -> {
            if (!column.nullable() && !column.hasDefault())
                throw new CatalogueFault(
                        "%s has the column %s, which is not null, and %s has no field for it; add the field, or let the column be null."
                                .formatted(sql, name, file));
        });
    }

    private static String usual(StoredField field) {
        return fitting(field).get(0);
    }

    private static List<String> fitting(StoredField field) {
        return FITTING.getOrDefault(field.type(), List.of("varchar"));
    }

    private static void refuseRowColumn(String sql, Map<String, Column> columns, String name, List<String> types) {
        Column column = columns.remove(name);
        if (column == null || !types.contains(column.type()))
            throw new CatalogueFault(
                    "%s has no column %s %s, which every stored row has; add it.".formatted(sql, name, types.get(0)));
    }

    private static void refuseUnfit(String sql, String file, StoredField field, Column column) {
        Matcher decimal = DECIMAL.matcher(column.type());
        boolean fits = decimal.matches()
                ? field.type().equals("decimal")
                : fitting(field).contains(column.type());
        if (!fits)
            throw new CatalogueFault(
                    "%s has the column %s %s, which cannot hold the field %s of %s, of type %s; make it %s."
                            .formatted(
                                    sql, field.name(), column.type(), field.name(), file, field.type(), usual(field)));
        if (!column.nullable() && !field.required())
            throw new CatalogueFault(
                    "%s has the column %s, which is not null, and the field %s of %s may be blank; require the field, or let the column be null."
                            .formatted(sql, field.name(), field.name(), file));
        BigDecimal largest = decimal.matches()
                ? BigDecimal.TEN
                        .pow(Integer.parseInt(decimal.group(1)) - Integer.parseInt(decimal.group(2)))
                        .subtract(BigDecimal.ONE)
                : LARGEST.get(column.type());
        boolean number = field.type().equals("integer") || field.type().equals("decimal");
        if (largest != null && number && !(isWithin(field.minimum(), largest) && isWithin(field.maximum(), largest)))
            throw new CatalogueFault(
                    "%s: field %s needs a minimum and a maximum that its column in %s, %s, can hold: at most %s."
                            .formatted(file, field.name(), sql, column.type(), largest.toPlainString()));
    }

    private static boolean isWithin(@Nullable BigDecimal bound, BigDecimal largest) {
        return bound != null && bound.abs().compareTo(largest) <= 0;
    }

    private Map<String, Column> columns(String table) {
        try (PreparedStatement statement = empty.prepareStatement("""
                select column_name, lower(data_type), is_nullable, column_default is not null
                from duckdb_columns()
                where table_name = ? and not internal
                order by column_index""")) {
            statement.setString(1, table);
            Map<String, Column> columns = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next())
                    columns.put(
                            rows.getString(1), new Column(rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
            return columns;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
