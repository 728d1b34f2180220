package org.huboutcomes.tables;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.jspecify.annotations.Nullable;

/// The SQL files of folders of the catalogue, ordered so that each comes after the tables and formulas that it
/// reads, and otherwise by folder and name, so that every run has the same order.
public final class SqlFolder {

    private final List<SqlFile> files;
    private final List<SqlFile> formulas;
    private @Nullable Order order;

    public SqlFolder(Catalogue catalogue, String... folders) {
        this(SqlFile.all(catalogue, Stream.of(folders)), SqlFile.all(catalogue, Stream.of("formulas")));
    }

    /// @param formulas formulas to follow to the tables that they read; they are not run
    SqlFolder(List<SqlFile> files, List<SqlFile> formulas) {
        this.files = files;
        this.formulas = formulas;
    }

    /// The names of the files, which are the names of their tables.
    List<String> names() {
        return those(file -> true).stream().map(SqlFile::name).toList();
    }

    public void run(Connection connection) {
        runThose(file -> true, connection);
    }

    /// Updates each table that may have changed, and calls back with its name before the next is made.
    ///
    /// @param made fills or refuses the table, which was made by its query
    public void bringUpToDate(QueryRuns runs, Connection connection, Consumer<String> made) {
        bringUpToDate(those(file -> true), runs, connection, made);
    }

    void bringUpToDate(List<SqlFile> wanted, QueryRuns runs, Connection connection) {
        bringUpToDate(wanted, runs, connection, name -> {});
    }

    private void bringUpToDate(List<SqlFile> wanted, QueryRuns runs, Connection connection, Consumer<String> made) {
        for (SqlFile file : wanted)
            runs.make(file.path(), file.name(), order().dependencies.inputsOf(file), () -> {
                file.run(connection);
                made.accept(file.name());
            });
        runs.save();
    }

    /// Makes one table, after those of the folder that it reads.
    public void runFor(String table, Connection connection) {
        SqlFile wanted = files.stream()
                .filter(file -> file.name().equals(table))
                .findFirst()
                .orElseThrow();
        order().filesFor(wanted).stream().filter(files::contains).forEach(file -> file.run(connection));
    }

    List<SqlFile> those(Predicate<SqlFile> wanted) {
        return order().files().stream().filter(files::contains).filter(wanted).toList();
    }

    void runThose(Predicate<SqlFile> wanted, Connection connection) {
        those(wanted).forEach(file -> file.run(connection));
    }

    /// The files that make what queries read, directly or indirectly.
    ///
    /// @param queries the queries, by any name
    Set<SqlFile> filesReadBy(Map<String, String> queries) {
        return order().dependencies.filesReadBy(queries);
    }

    /// The names of all tables that a file reads, also through formulas, whether they exist or not.
    Set<String> tablesReadBy(SqlFile file) {
        return order().dependencies.tablesReadBy(file);
    }

    /// Determined on first use, because most commands find all tables up to date.
    private Order order() {
        if (order == null)
            order = new Order(
                    Stream.concat(formulas.stream(), files.stream()).distinct().toList());
        return order;
    }

    private static final class Order {

        private final QueryDependencies dependencies;
        private final List<SqlFile> files;

        Order(List<SqlFile> files) {
            dependencies = new QueryDependencies(files);
            this.files = placed(files);
        }

        List<SqlFile> files() {
            return files;
        }

        List<SqlFile> filesFor(SqlFile file) {
            return placed(List.of(file));
        }

        private List<SqlFile> placed(List<SqlFile> wanted) {
            Set<SqlFile> placed = new LinkedHashSet<>();
            for (SqlFile file : wanted) place(file, new LinkedHashSet<>(), placed);
            return new ArrayList<>(placed);
        }

        private void place(SqlFile file, Set<SqlFile> underWay, Set<SqlFile> placed) {
            if (placed.contains(file)) return;
            if (!underWay.add(file))
                throw new CatalogueFault(file.path() + " reads itself by way of "
                        + String.join(", ", underWay.stream().map(SqlFile::name).toList())
                        + ".");
            for (SqlFile read : dependencies.filesReadBy(file)) place(read, underWay, placed);
            underWay.remove(file);
            placed.add(file);
        }
    }
}
