package org.huboutcomes.tables;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// The SQL files of one folder of the catalogue, in the order in which each finds the tables that it reads.
/// Where several orders would do, it is the order of their names, so that every run is the same.
public final class SqlFolder {

    private final List<SqlFile> inOrder;

    public SqlFolder(Catalogue catalogue, String folder) {
        this(catalogue.list(folder, "sql").stream().map(SqlFile::of).toList());
    }

    SqlFolder(List<SqlFile> files) {
        inOrder = new Ordering(files).files();
    }

    /// The names of the files, which are those of the tables they make.
    public List<String> names() {
        return inOrder.stream().map(SqlFile::name).toList();
    }

    public void run(Connection connection) {
        runThose(file -> true, connection);
    }

    /// Tells of each table as soon as it is made, before the next.
    public void run(Connection connection, Consumer<String> made) {
        for (SqlFile file : inOrder) {
            file.run(connection);
            made.accept(file.name());
        }
    }

    /// Makes one table, and before it those of the folder that it reads.
    public void runFor(String table, Connection connection) {
        new Ordering(inOrder).filesFor(table).forEach(file -> file.run(connection));
    }

    List<SqlFile> those(Predicate<SqlFile> wanted) {
        return inOrder.stream().filter(wanted).toList();
    }

    void runThose(Predicate<SqlFile> wanted, Connection connection) {
        inOrder.stream().filter(wanted).forEach(file -> file.run(connection));
    }

    private static final class Ordering {

        private final Map<String, SqlFile> byName = new TreeMap<>();
        private final Set<String> underWay = new LinkedHashSet<>();
        private final Map<String, SqlFile> placed = new LinkedHashMap<>();

        Ordering(List<SqlFile> files) {
            files.forEach(file -> byName.put(file.name(), file));
        }

        List<SqlFile> files() {
            byName.keySet().forEach(this::place);
            return new ArrayList<>(placed.values());
        }

        List<SqlFile> filesFor(String name) {
            place(name);
            return new ArrayList<>(placed.values());
        }

        private void place(String name) {
            if (placed.containsKey(name)) return;
            SqlFile file = Objects.requireNonNull(byName.get(name));
            if (!underWay.add(name))
                throw new CatalogueFault(file.path() + " reads itself by way of " + String.join(", ", underWay) + ".");
            file.readsOf(byName.keySet()).forEach(this::place);
            underWay.remove(name);
            placed.put(name, file);
        }
    }
}
