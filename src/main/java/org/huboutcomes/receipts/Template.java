package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.TemplateColumn;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The content of a template of one return for one hub and year: its columns, and the rows known beforehand.
///
/// @param rows one value for each column of the table
record Template(ReturnType type, String hub, AcademicYear year, List<TemplateColumn> columns, List<List<Object>> rows) {

    /// For a return by hub and year, the rows are its schools of the year before, or else those eligible in its
    /// area; for a whole list, the list in force.
    static Template of(ReturnType type, ReturnTypes types, String hub, AcademicYear year, Store store) {
        // A form has labels and no rows.
        if (type.isForm()) return new Template(type, hub, year, List.of(), List.of());
        List<TemplateColumn> columns = TemplateColumn.of(type, types).stream()
                .filter(column -> !column.claimed())
                .toList();
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new Template(type, hub, year, columns, rows(type, hub, year, columns, sql));
    }

    private static List<List<Object>> rows(
            ReturnType type, String hub, AcademicYear year, List<TemplateColumn> columns, JdbcClient sql) {
        if (type.claim().isEmpty()) return type.otherHeadingsLeft() ? List.of() : list(type, columns, sql);
        boolean bySchool =
                type.identity() == null && columns.stream().anyMatch(column -> column.isSchool() && column.required());
        if (!bySchool) return List.of();
        Optional<String> people = columns.stream()
                .filter(TemplateColumn::isReference)
                .map(TemplateColumn::field)
                .findFirst();
        List<Map<String, Object>> schools = before(type, hub, year, people, sql);
        if (schools.isEmpty()) schools = eligible(hub, year, sql);
        return schools.stream().map(school -> row(school, columns)).toList();
    }

    /// The schools of the year before, with one row for each person who took part.
    private static List<Map<String, Object>> before(
            ReturnType type, String hub, AcademicYear year, Optional<String> people, JdbcClient sql) {
        String reference = people.map(field -> ", returned." + field).orElse("");
        return sql.sql("select distinct urn, name" + reference + " from " + type.name() + " as returned" + """
                         semi join claim_in_force using (claim)
                        join school using (urn)
                        where returned.hub = ? and returned.time_period = ?
                        order by name, urn"""
                        + people.map(field -> ", " + field).orElse(""))
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

    private static List<Object> row(Map<String, Object> school, List<TemplateColumn> columns) {
        List<Object> row = new ArrayList<>();
        for (TemplateColumn column : columns)
            row.add(
                    column.isSchool()
                            ? school.get("urn")
                            : column.isSchoolName()
                                    ? school.get("name")
                                    : column.isReference() ? school.getOrDefault(column.field(), "") : "");
        return row;
    }

    private static List<List<Object>> list(ReturnType type, List<TemplateColumn> columns, JdbcClient sql) {
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

    private static Object shown(TemplateColumn column, @Nullable Object value) {
        if (value == null) return "";
        boolean year = column.type().equals("academic_year") && value instanceof Integer;
        return year
                ? AcademicYear.ofPeriod((Integer) value).label()
                : value instanceof Number ? value : value.toString();
    }
}
