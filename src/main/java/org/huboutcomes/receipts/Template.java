package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.AcademicYear;
import org.huboutcomes.returns.Asked;
import org.huboutcomes.returns.ReturnType;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a template of one return for one hub and year holds: its columns, and the rows that are known beforehand.
///
/// @param rows one value for each column that stands in the table
record Template(ReturnType type, String hub, AcademicYear year, List<Asked> columns, List<List<Object>> rows) {

    /// For a return by hub and year, its schools of the year before, or else those eligible in its area; for a whole
    /// list, the list that is in force.
    static Template of(ReturnType type, ReturnTypes types, String hub, AcademicYear year, Store store) {
        List<Asked> columns = Asked.of(type, types).stream()
                .filter(column -> !column.claimed())
                .toList();
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new Template(type, hub, year, columns, rows(type, hub, year, columns, sql));
    }

    private static List<List<Object>> rows(
            ReturnType type, String hub, AcademicYear year, List<Asked> columns, JdbcClient sql) {
        if (type.claim().isEmpty()) return type.otherHeadingsLeft() ? List.of() : list(type, columns, sql);
        boolean bySchool =
                type.identity() == null && columns.stream().anyMatch(column -> column.isSchool() && column.required());
        if (!bySchool) return List.of();
        List<Map<String, Object>> schools = before(type, hub, year, sql);
        if (schools.isEmpty()) schools = eligible(hub, year, sql);
        return schools.stream().map(school -> row(school, columns)).toList();
    }

    private static List<Map<String, Object>> before(ReturnType type, String hub, AcademicYear year, JdbcClient sql) {
        return sql.sql("select distinct urn, name from " + type.name() + " as returned" + """
                         semi join claim_in_force using (claim)
                        join school using (urn)
                        where returned.hub = ? and returned.time_period = ?
                        order by name, urn""")
                .params(hub, year.timePeriod() - 101)
                .query()
                .listOfRows();
    }

    private static List<Map<String, Object>> eligible(String hub, AcademicYear year, JdbcClient sql) {
        return sql.sql("""
                        select distinct urn, name
                        from eligible_school
                        join school using (urn)
                        where hub = ? and time_period = (
                            select max(time_period)
                            from eligible_school
                            where hub = ? and time_period <= ?
                        )
                        order by name, urn""").params(hub, hub, year.timePeriod()).query().listOfRows();
    }

    private static List<Object> row(Map<String, Object> school, List<Asked> columns) {
        List<Object> row = new ArrayList<>();
        for (Asked column : columns)
            row.add(column.isSchool() ? school.get("urn") : column.isSchoolName() ? school.get("name") : "");
        return row;
    }

    private static List<List<Object>> list(ReturnType type, List<Asked> columns, JdbcClient sql) {
        return sql
                .sql("select listed.* from " + type.name()
                        + " as listed semi join claim_in_force using (claim) order by listed.claim, listed.row_number")
                .query()
                .listOfRows()
                .stream()
                .map(listed -> columns.stream()
                        .map(column -> shown(column, listed.get(column.field())))
                        .toList())
                .toList();
    }

    private static Object shown(Asked column, @Nullable Object value) {
        if (value == null) return "";
        boolean year = column.type().equals("academic_year") && value instanceof Integer;
        return year
                ? AcademicYear.ofPeriod((Integer) value).label()
                : value instanceof Number ? value : value.toString();
    }
}
