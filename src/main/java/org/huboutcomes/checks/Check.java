package org.huboutcomes.checks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.findings.FindingWording;

/// One check of the catalogue. Its file starts with a comment: what the check looks for, then the texts under `found`,
/// `accepted` and `action`. The query below it returns a row for each finding.
///
/// @param rule the rule's code, which is the file name
/// @param about the description printed in the table of all rules
/// @param wording the texts; their placeholders are columns of the query
record Check(String rule, String about, FindingWording wording, String query) {

    /// The columns that every check returns; all others are placeholders of its texts.
    private static final Map<String, String> COLUMNS =
            new TreeMap<>(Map.of("claim", "BIGINT", "row_number", "INTEGER", "field", "VARCHAR", "value", "VARCHAR"));

    private static final Pattern KEY = Pattern.compile("(" + String.join("|", FindingWording.PARTS) + "):\\s*(.*)");

    static List<Check> of(Catalogue catalogue) {
        return catalogue.list("checks", "sql").stream().map(Check::of).toList();
    }

    private static Check of(Catalogue.Entry file) {
        List<String> about = new ArrayList<>();
        Map<String, String> parts = new LinkedHashMap<>();
        String last = "";
        for (String line :
                file.text().lines().takeWhile(line -> line.startsWith("--")).toList()) {
            String text = line.substring(2).strip();
            Matcher key = KEY.matcher(text);
            if (key.matches()) {
                last = key.group(1);
                if (parts.putIfAbsent(last, key.group(2)) != null)
                    throw new CatalogueFault(path(file.name()) + " has \"" + last + "\" twice in its heading.");
            } else if (last.isEmpty()) about.add(text);
            else parts.merge(last, text, (before, more) -> before + " " + more);
        }
        if (about.isEmpty())
            throw new CatalogueFault(path(file.name()) + " does not begin with a comment that says what it looks for.");
        return new Check(
                file.name(),
                String.join(" ", about),
                FindingWording.of("The check " + path(file.name()), parts),
                file.text());
    }

    static String path(String rule) {
        return "jobs/checks/" + rule + ".sql";
    }

    /// Validates the query without running it: its columns, their types and its placeholders.
    void validate(Connection connection) {
        Map<String, String> given = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            ResultSetMetaData columns = statement.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++)
                given.put(columns.getColumnName(i), columns.getColumnTypeName(i));
        } catch (SQLException e) {
            throw CatalogueFault.refused(path(rule) + " cannot be run", e);
        }
        COLUMNS.forEach((column, type) -> {
            String found = given.get(column);
            if (found == null)
                throw new CatalogueFault(path(rule) + " gives no column " + column + "; a check gives "
                        + String.join(", ", COLUMNS.keySet()) + " and the placeholders of its texts.");
            if (!found.equals(type))
                throw new CatalogueFault(
                        "%s gives the column %s as %s; give it as %s.".formatted(path(rule), column, found, type));
        });
        for (String word : wording.words())
            if (!given.containsKey(word))
                throw new CatalogueFault(
                        path(rule) + " uses {" + word + "} in its texts, but its query has no such column.");
        for (String column : given.keySet())
            if (!COLUMNS.containsKey(column) && !wording.words().contains(column))
                throw new CatalogueFault(path(rule) + " gives the column " + column
                        + ", which is not used; use it in a text or remove it.");
    }
}
