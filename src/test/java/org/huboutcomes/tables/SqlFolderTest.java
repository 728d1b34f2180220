package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFolderTest {

    /// Formulas with a table name as an argument.
    private static final List<SqlFile> COUNTING = List.of(
            new SqlFile(
                    "formulas",
                    "counted",
                    "create or replace macro counted(t) as table select count(*) as n from query_table(t)"),
            new SqlFile("formulas", "counted_from", """
                    create or replace macro counted_from(first, t) as table select n + first as n from counted(t);
                    create or replace macro most(t) as (select max(n) from query_table(t));
                    """));

    @Test
    void aFileComesAfterThoseItReads() {
        assertThat(folder(
                                derived("a", "from c cross join d"),
                                derived("b", "select 1 as n"),
                                derived("c", "from d"),
                                derived("d", "from b"))
                        .names())
                .containsExactly("b", "d", "c", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from z",
                "FROM Z",
                "select 1 From z",
                "from b, z",
                "from b,z",
                "from \"z\"",
                "from \"Z\" as \"A b\"",
                "from main.z",
                "from/* the table */z",
                "from -- the table\n z",
                "select ';' from z",
                "table z",
                "select * from b where n in (select n from z)",
                "select (select max(n) from z) from b",
                "select n from b order by (select max(n) from z)",
                "select n from b union all select n from z",
                "select * from b left join z using (n)",
                "from (unpivot z on n)",
                "from (pivot z on n in (1, 2) using count(*))",
                "from (from z)",
                "with c as (from z) from c",
                "with c as (from z), z as (select 1 as n) from c",
                "with z as (from z) from z",
                "with z as (select 1 as n) from main.z",
                "from (with z as (select 1 as n) from z), z",
                "(with z as (select 1 as n) from z) union all (from z)",
                "with recursive c as (select n from z union all select n + 1 from c where n < 3) from c",
                "with recursive z as (select n from z union all select n + 1 from z where n < 3) from z"
            })
    void aTableIsFoundHoweverItIsNamed(String query) throws SQLException {
        assertThat(folder(derived("a", query), derived("b", "select 1 as n"), derived("z", "select 1 as n"))
                        .names())
                .containsSubsequence("z", "a");
        assertThat(canRun(query, "b", "z")).isTrue();
        assertThat(canRun(query, "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- from z\nfrom b",
                "/* from z */ from b",
                "select 'from z' as z from b",
                "select $$ from z $$ as z from b",
                "select 1 as z, 'a -- b' as c from b",
                "select b.n as z from b",
                "with z as (from b) from z",
                "with \"Z\" as (from b) from z",
                "with z as (from b) select (select max(n) from z) from b order by (select min(n) from z)",
                "with z as (from b) select n from b union all select n from z",
                "with z as (from b), c as (from z) from c",
                "with z as (from b) from (with c as (from z) from c)",
                "with recursive z as (select n from b union all select n + 1 from z where n < 3) from z"
            })
    void aNameThatIsNoTableHereIsNotOne(String query) throws SQLException {
        assertThat(folder(derived("a", query), derived("b", "select 1 as n"), derived("z", "from a"))
                        .names())
                .containsExactly("b", "a", "z");
        assertThat(canRun(query, "b")).isTrue();
    }

    @Test
    void aFormulaIsFollowedToTheTablesThatItReads() {
        List<SqlFile> formulas = List.of(
                new SqlFile("formulas", "latest", """
                        -- The latest.
                        create or replace macro latest(n) as coalesce(n, (select max(n) FROM z));

                        create or replace macro later_than(n) as table
                            select * from b where b.n > n;
                        """),
                new SqlFile("formulas", "above", "create or replace macro above(n) as LATEST(n) + 1"));
        List<SqlFile> files = List.of(
                derived("a", "select above(n) as n from c"),
                derived("b", "select 1 as n"),
                derived("c", "from later_than(1)"),
                derived("z", "select 1 as n"));
        assertThat(new SqlFolder(files, formulas).names()).containsExactly("z", "b", "c", "a");
    }

    @Test
    void formulasAndTablesThatReadEachOtherAreRunInTheirOrder() throws Exception {
        SqlFolder both = folder(
                new SqlFile("formulas", "above", "create or replace macro above(x) as x + (select max(n) from z)"),
                derived("a", "select above(1) as n"),
                derived("z", "select 1 as n"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            both.run(connection);
            try (var row = connection.createStatement().executeQuery("from a")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void aTableIsMadeAfterThoseThatItReadsAndNoOther() throws Exception {
        SqlFolder files = folder(derived("a", "FROM z"), derived("b", "from a"), derived("z", "select 1 as n"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            files.runFor("a", connection);
            assertThatCode(() -> connection.createStatement().execute("from a")).doesNotThrowAnyException();
            assertThatThrownBy(() -> connection.createStatement().execute("from b"))
                    .hasMessageContaining("b does not exist");
        }
    }

    @Test
    void whatAQueryReadsIsFoundThroughFormulasAndOtherTables() {
        SqlFolder files = folder(
                new SqlFile("formulas", "above", "create or replace macro above(x) as x + (select max(n) from z)"),
                derived("a", "from b"),
                derived("b", "select 1 as n"),
                derived("c", "select 1 as n"),
                derived("z", "from c"));
        assertThat(files.filesReadBy(Map.of("one", "from A", "two", "select above(1)")))
                .extracting(SqlFile::name)
                .containsExactlyInAnyOrder("a", "b", "above", "z", "c");
        assertThat(files.filesReadBy(Map.of("one", "from b")))
                .extracting(SqlFile::name)
                .containsExactly("b");
    }

    @Test
    void aRingIsRefusedWithThoseWhoMakeIt() {
        assertThatThrownBy(() -> folder(derived("a", "from b"), derived("b", "from c"), derived("c", "FROM a"))
                        .names())
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/tables/a.sql reads itself by way of a, b, c.");
    }

    @Test
    void aTableThatReadsItsOwnRowsOfTheLastRunIsRefused() {
        assertThatThrownBy(() -> folder(derived("a", "from a")).names())
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/tables/a.sql reads itself by way of a.");
    }

    @Test
    void aFileThatCannotBeParsedIsNamedWithTheLine() {
        assertThatThrownBy(() -> folder(file("a", "-- One row.\ncreate or replace table a as\nselec 1"))
                        .names())
                .isInstanceOf(CatalogueFault.class)
                .hasMessage(
                        "jobs/tables/a.sql cannot be run: Parser Error: syntax error at or near \"selec\" (line 3)");
    }

    @Test
    void aFileThatCannotBeRunIsNamed() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThatThrownBy(() -> folder(derived("a", "select n")).run(connection))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessageStartingWith("jobs/tables/a.sql cannot be run: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from counted(z)",
                "from counted('Z')",
                "from counted(t := z)",
                "from counted_from(0, z)",
                "select most(z) as n",
                "from query_table('z')",
                "with c as (select 1 as n), d as (from counted(c)) from d, counted(z)"
            })
    void aTableThatAFormulaIsGivenIsFound(String query) throws Exception {
        SqlFolder folder = new SqlFolder(List.of(derived("a", query), derived("z", "select 1 as n")), COUNTING);
        assertThat(folder.names()).containsExactly("z", "a");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            COUNTING.forEach(formula -> formula.run(connection));
            folder.run(connection);
        }
    }

    @Test
    void aNameThatAQueryDefinesAndGivesToAFormulaIsNoTable() {
        List<SqlFile> files =
                List.of(derived("a", "with z as (select 1 as n) from counted(z)"), derived("z", "from a"));
        assertThat(new SqlFolder(files, COUNTING).names()).containsExactly("a", "z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from query_table('z' || '')", "from Query('from ' || 'z')", "from counted(concat('z', ''))"})
    void aQueryThatHidesWhatItReadsIsRefused(String query) {
        SqlFolder folder = new SqlFolder(List.of(derived("a", query)), COUNTING);
        assertThatThrownBy(folder::names)
                .isInstanceOf(CatalogueFault.class)
                .hasMessageMatching(
                        "jobs/tables/a\\.sql uses (query(_table)?|counted) in a way that hides which table it reads; name the table\\.");
    }

    @Test
    void aStatementThatChangesTheStoreIsRefused() {
        assertThatThrownBy(() -> folder(file("a", "delete from b")).names())
                .isInstanceOf(CatalogueFault.class)
                .hasMessageStartingWith("jobs/tables/a.sql has a statement that is neither a query nor makes a table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- One row per a.\ncreate table if not exists a (b integer);",
                "CREATE TABLE IF NOT EXISTS a (b integer)",
                "/* as */ create table if not exists \"a\" (b varchar default 'as')"
            })
    void storedTablesAreToldFromDerivedOnes(String stored) {
        assertThat(file("a", stored).isStoredTable()).isTrue();
        assertThat(derived("a", "select 1").isStored()).isFalse();
        assertThat(file("a", "CREATE OR REPLACE VIEW a AS SELECT 1").isStored()).isTrue();
    }

    @Test
    void whatAQueryReadsIsToldWithTheQueriesBelowIt() {
        var dependencies = new QueryDependencies(List.of(
                new SqlFile("formulas", "above", "create or replace macro above(n) as n  +  1"),
                derived("b", "SELECT above(n) AS n from C -- all"),
                derived("c", "select 1 as n"),
                derived("z", "select 1 as n")));
        assertThat(dependencies.of(Map.of("asked", "from b;")))
                .isEqualTo(Map.of(
                        "asked",
                        Map.of(
                                "formulas/above", "( n )SELECT (n + 1)",
                                "tables/b", "SELECT above(n) AS n FROM C",
                                "tables/c", "SELECT 1 AS n")));
    }

    /// Whether DuckDB runs a query if these tables exist.
    private static boolean canRun(String query, String... tables) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (String table : tables) statement.execute("create table " + table + " as select 1 as n");
            try {
                return statement.execute(query);
            } catch (SQLException e) {
                return false;
            }
        }
    }

    private static SqlFolder folder(SqlFile... files) {
        return new SqlFolder(List.of(files), List.of());
    }

    private static SqlFile file(String name, String text) {
        return new SqlFile("tables", name, text);
    }

    private static SqlFile derived(String name, String query) {
        return file(name, "-- One row per n.\ncreate or replace table " + name + " as\n" + query + ";\n");
    }
}
