package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A query runs again only if its result may differ.
class QueryRunsTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final SqlFile QUERY_RUN = SqlFile.all(CATALOGUE, Stream.of("tables")).stream()
            .filter(file -> file.name().equals("query_run"))
            .findFirst()
            .orElseThrow();
    private static final String IN_FORCE = "select n from entry semi join in_force using (claim)";

    private Connection connection;

    @BeforeEach
    void aStoreWithTwoClaims() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        QUERY_RUN.run(connection);
        execute("create table entry (claim integer, n integer)");
        execute("create table in_force (claim integer, hub varchar)");
        execute("insert into entry values (1, 10), (1, 11), (2, 20)");
        execute("insert into in_force values (1, 'H1')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aTableIsNotMadeAgainWhereNothingHasChanged() {
        SqlFolder folder = folder(Map.of("a", "from entry", "b", "from a"));
        assertThat(made(folder)).containsExactly("a", "b");
        assertThat(made(folder)).isEmpty();
    }

    @Test
    void aTableIsMadeAgainWhereARowThatItReadsHasChanged() {
        SqlFolder folder = folder(Map.of("a", "from entry", "b", "from a", "c", "from in_force"));
        made(folder);
        execute("update entry set n = 12 where n = 11");
        assertThat(made(folder)).containsExactly("a", "b");
    }

    @Test
    void aRowThatIsThereTwiceIsAChange() {
        SqlFolder folder = folder(Map.of("a", "from entry"));
        made(folder);
        execute("insert into entry values (1, 10), (1, 10)");
        assertThat(made(folder)).containsExactly("a");
    }

    @Test
    void whatIsMadeFromATableThatStayedTheSameIsNotMadeAgain() {
        SqlFolder folder = folder(Map.of("a", "select distinct claim from entry", "b", "from a"));
        made(folder);
        execute("insert into entry values (1, 13)");
        assertThat(made(folder)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IN_FORCE,
                "select n from entry semi join in_force on entry.claim = in_force.claim",
                "select n from entry as e semi join in_force as f on f.claim = e.claim",
                "with c as (select n from entry semi join in_force using (claim)) from c",
                "select n from numbers_in_force()"
            })
    void rowsThatAreNotInForceChangeNothing(String query) {
        SqlFolder folder = folder(Map.of("a", query));
        made(folder);
        execute("insert into entry values (2, 21)");
        execute("insert into in_force values (3, 'H3')");
        assertThat(made(folder)).isEmpty();
        execute("insert into in_force values (2, 'H2')");
        assertThat(made(folder)).containsExactly("a");
        execute("delete from in_force where claim = 1");
        assertThat(made(folder)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select n from entry anti join in_force using (claim)",
                "select n from entry join in_force using (claim)",
                "select n from entry left join in_force using (claim)",
                "select n from entry semi join in_force on entry.claim >= in_force.claim",
                "select n from entry semi join in_force on entry.n = in_force.claim",
                "select n from entry semi join in_force on entry.claim = in_force.claim and in_force.hub > 'H'",
                "select n from entry semi join in_force using (claim) union all select claim from in_force",
                "select n from (from entry) as e semi join in_force using (claim)"
            })
    void whereMoreThanTheRowsInForceMayCountAnyRowDoes(String query) {
        SqlFolder folder = folder(Map.of("a", query));
        made(folder);
        execute("insert into in_force values (3, 'H3')");
        assertThat(made(folder)).containsExactly("a");
    }

    @Test
    void rowsThatWereLostAreMadeAgain() {
        SqlFolder folder = folder(Map.of("a", "from entry", "b", "from a"));
        made(folder);
        execute("delete from a where n = 20");
        assertThat(made(folder)).containsExactly("a");
        execute("drop table b");
        assertThat(made(folder)).containsExactly("b");
    }

    @Test
    void whatIsDoneWithANewTableBelongsToItsRows() {
        SqlFolder folder = folder(Map.of("a", "from entry"));
        for (int night = 0; night < 2; night++)
            folder.bringUpToDate(
                    new QueryRuns(CATALOGUE, connection), connection, table -> execute("insert into a values (9, 9)"));
        assertThat(new QueryRuns(CATALOGUE, connection).rowsOf("a")).startsWith("4 ");
    }

    @Test
    void everythingIsMadeAgainWithAnotherCatalogue(@TempDir Path jobs) throws IOException {
        SqlFolder folder = folder(Map.of("a", "from entry"));
        made(folder);
        assertThat(made(folder, EditedCatalogue.in(jobs, "tables").open())).containsExactly("a");
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static SqlFolder folder(Map<String, String> tables) {
        List<SqlFile> files = new ArrayList<>();
        tables.forEach((name, query) ->
                files.add(new SqlFile("tables", name, "create or replace table " + name + " as " + query)));
        SqlFile formula = new SqlFile(
                "formulas", "numbers_in_force", "create or replace macro numbers_in_force() as table " + IN_FORCE);
        return new SqlFolder(files, List.of(formula));
    }

    private List<String> made(SqlFolder folder) {
        return made(folder, CATALOGUE);
    }

    private List<String> made(SqlFolder folder, Catalogue catalogue) {
        execute("create or replace macro numbers_in_force() as table " + IN_FORCE);
        List<String> made = new ArrayList<>();
        folder.bringUpToDate(new QueryRuns(catalogue, connection), connection, made::add);
        return made;
    }
}
