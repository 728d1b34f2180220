package org.huboutcomes.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.tables.MarkdownTable;
import org.jspecify.annotations.Nullable;

/// An indicator's worked example: the given rows of each table, and the expected figures.
record WorkedExample(String path, List<Given> given, MarkdownTable expect) {

    /// The rows of one table. The column `times` repeats a row.
    record Given(String table, MarkdownTable rows) {}

    private static final Pattern PART =
            Pattern.compile("^(?:Given ([a-z_]+)|Expect)\\n\\n((?:\\|.*(?:\\n|$))+)", Pattern.MULTILINE);
    private static final Pattern OPENING = Pattern.compile("^Given\\b", Pattern.MULTILINE);

    static WorkedExample of(String path, String text) {
        List<Given> given = new ArrayList<>();
        Matcher part = PART.matcher(text);
        try {
            while (part.find()) {
                MarkdownTable table = MarkdownTable.of(part.group(2));
                if (part.group(1) != null) given.add(new Given(part.group(1), table));
                else if (given.size() != OPENING.matcher(text).results().count())
                    throw new IllegalArgumentException(
                            "each line \"Given\" with a table name must be followed by a blank line and the table");
                else if (table.rows().isEmpty()) throw new IllegalArgumentException("it expects no figure");
                else return new WorkedExample(path, given, table);
            }
        } catch (IllegalArgumentException e) {
            throw new CatalogueFault(path + " is not a valid worked example: " + e.getMessage() + ".", e);
        }
        throw new CatalogueFault(path
                + " is not a valid worked example: it must end with the line \"Expect\", a blank line and a table.");
    }

    /// Computes the indicator from the given rows and refuses it if the result differs. The store is left unchanged.
    void check(Indicator indicator, Connection tables) {
        try {
            tables.setAutoCommit(false);
            try {
                for (Given each : given) put(each, tables);
                new Measurement(indicator, tables).measure();
                compare(indicator, measured(indicator, tables));
            } finally {
                tables.rollback();
                tables.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw CatalogueFault.refused(path + " cannot be computed", e);
        }
    }

    /// Inserts all rows of a table with one statement: a statement takes as long as fifty rows, and examples have five
    /// hundred rows in all.
    private static void put(Given given, Connection tables) throws SQLException {
        List<String> columns = new ArrayList<>(given.rows().columns());
        columns.remove("times");
        String names = String.join(", ", columns);
        List<List<String>> rows = given.rows().rows();
        String row = "("
                + String.join(", ", Collections.nCopies(given.rows().columns().size(), "?")) + ")";
        String often = given.rows().columns().contains("times") ? ", unnest(range(times::bigint))" : "";
        try (Statement statement = tables.createStatement()) {
            statement.execute("delete from " + given.table());
        }
        if (rows.isEmpty()) return;
        String insert = "insert into " + given.table() + " (" + names + ") select " + names + " from (select *" + often
                + " from (values " + String.join(", ", Collections.nCopies(rows.size(), row)) + ") as given ("
                + String.join(", ", given.rows().columns()) + "))";
        try (PreparedStatement statement = tables.prepareStatement(insert)) {
            int at = 1;
            for (List<String> each : rows)
                for (String value : each) statement.setString(at++, value.isEmpty() ? null : value);
            statement.executeUpdate();
        }
    }

    private List<String> measured(Indicator indicator, Connection tables) throws SQLException {
        String select = "select " + String.join(", ", expect.columns()) + " from measured where indicator = ?";
        try (PreparedStatement statement = tables.prepareStatement(select)) {
            statement.setString(1, indicator.name());
            List<String> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= expect.columns().size(); i++) values.add(written(answer.getObject(i)));
                    rows.add(String.join(" | ", values));
                }
            }
            return rows;
        }
    }

    /// With four decimals, as examples are worked out by hand.
    private static String written(@Nullable Object value) {
        if (!(value instanceof Double number)) return Objects.toString(value, "");
        return new BigDecimal(number)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void compare(Indicator indicator, List<String> measured) {
        List<String> missing = new ArrayList<>();
        List<String> over = new ArrayList<>(measured);
        for (List<String> row : expect.rows()) {
            String expected = String.join(" | ", row);
            if (!over.remove(expected)) missing.add(expected);
        }
        if (missing.isEmpty() && over.isEmpty()) return;
        String columns = " (" + String.join(" | ", expect.columns()) + ").";
        if (missing.isEmpty())
            throw new CatalogueFault(
                    indicator.path() + " gives " + over.get(0) + ", which " + path + " does not expect" + columns);
        throw new CatalogueFault(indicator.path() + " gives " + (over.isEmpty() ? "nothing" : over.get(0)) + " where "
                + path + " expects " + missing.get(0) + columns);
    }
}
