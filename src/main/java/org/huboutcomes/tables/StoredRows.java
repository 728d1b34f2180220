package org.huboutcomes.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.definition.ReturnType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows of claims of one return, and moves replaced rows out of their claim and back. The names in its
/// statements are those of the catalogue's fields.
final class StoredRows {

    private final JdbcClient sql;
    private final ReturnType type;
    private final List<String> counted;

    StoredRows(JdbcClient sql, ReturnType type) {
        this.sql = sql;
        this.type = type;
        this.counted = List.copyOf(type.replacement().counts().values());
    }

    List<StoredRow> of(Collection<Long> claims) {
        if (claims.isEmpty()) return List.of();
        Replacement replacement = type.replacement();
        String query = "select claim, row_number, " + unit(replacement) + " as unit, " + shown(replacement)
                + " as shown, "
                + answer(replacement)
                + " as answer, coalesce(" + key(replacement.within()) + ", '') as within, concat_ws('|', "
                + type.columns().stream()
                        .map(column -> "coalesce(" + column + "::varchar, '')")
                        .collect(Collectors.joining(", "))
                + ") as content, "
                + (counted.isEmpty()
                        ? "[]::varchar[]"
                        : counted.stream().map(StoredRows::key).collect(Collectors.joining(", ", "[", "]")))
                + " as counted from " + type.name() + lineages(replacement)
                + " where claim in (:claims) order by claim, row_number";
        return sql.sql(query).param("claims", claims).query(StoredRows::row).list();
    }

    private static StoredRow row(ResultSet row, int n) throws SQLException {
        List<@Nullable String> counted = new ArrayList<>();
        for (Object value : (Object[]) row.getArray("counted").getArray())
            counted.add(value == null ? null : value.toString());
        return new StoredRow(
                row.getLong("claim"),
                row.getInt("row_number"),
                row.getString("unit"),
                row.getString("shown"),
                row.getString("answer"),
                row.getString("within"),
                row.getString("content"),
                counted);
    }

    /// Spellings of a code that differ only in case are equal.
    private static String key(@Nullable String field) {
        return field == null ? "null::varchar" : "lower(trim(" + field + "::varchar))";
    }

    /// Two numbers of one school, such as its number before and after it became an academy, are one unit. The same
    /// quantity for primary and for secondary schools is two units.
    private String unit(Replacement replacement) {
        if (isOfSchools(replacement)) return "coalesce(unit_lineage, " + replacement.unit() + ")::varchar";
        return replacement.unit() == null || replacement.within() == null
                ? key(replacement.unit())
                : key(replacement.unit()) + " || coalesce(', ' || " + key(replacement.within()) + ", '')";
    }

    private String lineages(Replacement replacement) {
        return isOfSchools(replacement)
                ? " left join (select urn as unit_urn, min(lineage) as unit_lineage from lineage group by urn)"
                        + " on unit_urn = " + replacement.unit()
                : "";
    }

    private boolean isOfSchools(Replacement replacement) {
        Field unit = replacement.unit() == null ? null : type.find(replacement.unit());
        return unit != null && unit.type().equals("school");
    }

    /// The units of values that are not stored, in the same form as those of stored rows.
    List<String> units(List<String> values) {
        if (!isOfSchools(type.replacement()))
            return values.stream()
                    .map(value -> value.strip().toLowerCase(Locale.ROOT))
                    .toList();
        Map<String, String> lineages = new HashMap<>();
        sql.sql(
                        "select urn::varchar as urn, min(lineage)::varchar as lineage from lineage group by all having urn in (:urns)")
                .param("urns", values.isEmpty() ? List.of("") : values)
                .query(row -> {
                    lineages.put(row.getString("urn"), row.getString("lineage"));
                });
        return values.stream().map(value -> lineages.getOrDefault(value, value)).toList();
    }

    private static String shown(Replacement replacement) {
        if (replacement.unit() == null) return "null::varchar";
        String unit = "trim(" + replacement.unit() + "::varchar)";
        return replacement.within() == null
                ? unit
                : unit + " || coalesce(', ' || trim(" + replacement.within() + "::varchar), '')";
    }

    private static String answer(Replacement replacement) {
        if (!replacement.isOfAnswers()) return "null::varchar";
        List<String> fields = replacement.answersBy();
        String times = fields.size() == 1
                ? "''"
                : "coalesce("
                        + fields.stream()
                                .skip(1)
                                .map(time -> time + "::varchar")
                                .collect(Collectors.joining(", ")) + ", '')";
        return "case when " + fields.get(0) + " is not null then " + key(fields.get(0)) + " || '|' || " + times
                + " end";
    }

    /// Deletes the rows of claims that are not kept after all.
    void remove(Collection<Long> claims) {
        for (String table : type.tables().keySet())
            sql.sql("delete from " + table + " where claim in (:claims)")
                    .param("claims", claims)
                    .update();
    }

    /// Stores these rows of a claim, and their findings, under the number of a part.
    void move(long claim, List<Integer> rows, long part) {
        String numbers = rows.toString();
        for (String table : List.of(type.name(), "finding"))
            sql.sql("update " + table
                            + " set claim = ? where claim = ? and row_number in (select unnest(?::integer[]))")
                    .params(part, claim, numbers)
                    .update();
    }

    /// Moves all rows of its parts back to a claim.
    void putBack(long claim) {
        for (String table : List.of(type.name(), "finding"))
            sql.sql("update " + table + " set claim = ? where claim in (select part from claim_part where claim = ?)")
                    .params(claim, claim)
                    .update();
        sql.sql(
                        "update claim set accepted = accepted + coalesce((select sum(accepted) from claim_part where claim = ?), 0)"
                                + " where claim = ?")
                .params(claim, claim)
                .update();
        sql.sql("delete from claim_part where claim = ?").param(claim).update();
    }
}
