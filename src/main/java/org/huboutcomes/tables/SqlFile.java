package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// One file of SQL; under `tables` and `publish` it makes the table that it is named after.
record SqlFile(String folder, String name, String text) {

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern STORED =
            Pattern.compile("^\\s*create\\s+(table\\s+if\\s+not\\s+exists|or\\s+replace\\s+view)\\b");
    private static final Pattern STORED_TABLE = Pattern.compile("^\\s*create\\s+table\\s+if\\s+not\\s+exists\\b");
    private static final Pattern MADE =
            Pattern.compile("\\s*create\\s+or\\s+replace\\s+(?:table|view)\\s+\\w+\\s+as\\s+");
    private static final Pattern READ = Pattern.compile("\\b(?:from|join|unpivot)\\s+([a-z_][a-z0-9_]*)");

    static SqlFile of(Catalogue.Entry entry) {
        return new SqlFile(entry.folder(), entry.name(), entry.text());
    }

    String path() {
        return "jobs/" + folder + "/" + name + ".sql";
    }

    /// Whether its rows are kept from night to night, and not made anew from others. A view stands on stored tables
    /// alone, and so is there as soon as they are.
    boolean isStored() {
        return STORED.matcher(statements()).find();
    }

    /// Whether rows enter it.
    boolean isStoredTable() {
        return STORED_TABLE.matcher(statements()).find();
    }

    /// The query that makes it; none where rows enter it.
    Optional<String> query() {
        Matcher made = MADE.matcher(statements());
        return made.lookingAt()
                ? Optional.of(statements().substring(made.end()).strip().replaceFirst(";$", ""))
                : Optional.empty();
    }

    /// Those of the given tables that it reads, which are all named after `from` or `join`.
    Set<String> readsOf(Collection<String> tables) {
        Set<String> read = READ.matcher(statements())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        read.retainAll(tables);
        read.remove(name);
        return read;
    }

    void run(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw CatalogueFault.refused(path() + " cannot be run", e);
        }
    }

    private String statements() {
        return COMMENT.matcher(text).replaceAll("");
    }
}
