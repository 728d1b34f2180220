package org.huboutcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// One test for each fault of the driver that the store works around; each fails without its workaround.
class StoreTest {

    private static final List<String> PAIR = List.of("id", "word");

    /// The minimum memory that these tests need.
    private static final String MEMORY = "64MB";

    @TempDir
    private Path folder;

    private Path workspace;
    private Store store;
    private JdbcClient sql;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() throws Exception {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        store = Store.open(workspace.resolve("store/test.duckdb"), List.of(workspace), MEMORY);
        sql = JdbcClient.create(store.dataSource());
        transaction = new TransactionTemplate(store.transactions());
        sql.sql("create table pair (id integer primary key, word varchar)").update();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rowsAppendedFirstInATransactionAreGoneAfterItsRollback() {
        transaction.executeWithoutResult(status -> {
            appendFirst(1);
            status.setRollbackOnly();
        });
        assertThat(ids()).isEmpty();
    }

    @Test
    void rowsAppendedFirstInATransactionAreSeenByOthersOnlyAfterItsCommit() {
        transaction.executeWithoutResult(status -> {
            appendFirst(1);
            assertThat(idsSeenByAnother()).isEmpty();
        });
        assertThat(idsSeenByAnother()).containsExactly(1);
    }

    @Test
    void aCommitAfterASwallowedErrorFailsInsteadOfLosingRowsSilently() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    append(1);
                    swallowAnError();
                }))
                .hasMessageContaining("aborted");
        assertThat(ids()).isEmpty();
    }

    @Test
    void theTransactionAfterAFailedCommitWorks() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> swallowAnError()))
                .isInstanceOf(RuntimeException.class);
        transaction.executeWithoutResult(status -> {
            append(1);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> append(2));
        assertThat(ids()).containsExactly(2);
    }

    @Test
    void aBrokenConnectionIsNeverReused() throws SQLException {
        try (Connection broken = store.dataSource().getConnection()) {
            broken.setAutoCommit(false);
            assertThatThrownBy(() -> broken.createStatement().execute("select 1 / 'x'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> broken.createStatement().execute("select 1"))
                    .as("the broken one stays broken")
                    .isInstanceOf(SQLException.class);
            assertThat(ids()).isEmpty();
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void closingAnAppenderWhoseRowsCannotBeWrittenFails() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            TableAppender rows = TableAppender.to("pair", connection, PAIR);
            rows.row(1, "one");
            rows.row(1, "one again");
            assertThatThrownBy(rows::close).isInstanceOf(SQLException.class).hasMessageContaining("key");
        }
    }

    @Test
    void aRowWithTooFewValuesIsRefusedBeforeItIsBegun() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            try (TableAppender rows = TableAppender.to("pair", connection, PAIR)) {
                assertThatThrownBy(() -> rows.row(1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("1 values for 2 columns");
                rows.row(2, "two");
            }
        }
        assertThat(ids()).containsExactly(2);
    }

    @Test
    void valuesAreAssignedToColumnsByName() throws SQLException {
        sql.sql("create table ordered (word varchar, often integer default 7, id integer, spare varchar)")
                .update();
        try (Connection connection = store.dataSource().getConnection();
                TableAppender rows = TableAppender.to("ordered", connection, PAIR)) {
            rows.row(1, "one");
        }
        assertThat(sql.sql("select * from ordered").query().singleRow().toString())
                .isEqualTo("{word=one, often=7, id=1, spare=null}");
    }

    @Test
    void aValueWithoutAColumnIsRefusedBeforeARowIsBegun() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            assertThatThrownBy(() -> TableAppender.to("pair", connection, List.of("id", "wordd")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The table pair has no column wordd");
        }
    }

    @Test
    void sqlReadsAFileOfTheWorkspace() throws Exception {
        Files.writeString(workspace.resolve("inside.csv"), "a\n1\n");
        assertThat(read(workspace.resolve("inside.csv"))).isEqualTo(1);
    }

    @Test
    void sqlReadsNoFileOutsideTheWorkspace() throws Exception {
        assertRefused(Files.writeString(folder.resolve("outside.csv"), "a\n1\n"));
    }

    @Test
    void sqlCannotLeaveTheWorkspaceWithDots() throws Exception {
        Files.writeString(folder.resolve("outside.csv"), "a\n1\n");
        assertRefused(workspace.resolve("..").resolve("outside.csv"));
    }

    @Test
    void aFolderWithTheWorkspacesNameAsPrefixIsOutside() throws Exception {
        Path neighbour = Files.createDirectories(folder.resolve("workspace-of-another"));
        assertRefused(Files.writeString(neighbour.resolve("outside.csv"), "a\n1\n"));
    }

    @Test
    void sqlFollowsNoLinkOutOfTheWorkspace() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.csv"), "a\n1\n");
        assertRefused(Files.createSymbolicLink(workspace.resolve("link.csv"), outside));
    }

    @Test
    void sqlWritesNoFileOutsideTheWorkspace() {
        Path outside = folder.resolve("outside.csv");
        assertThatThrownBy(() -> sql.sql("copy (select 1) to '" + outside + "'").update())
                .hasMessageContaining("Permission Error");
        assertThat(outside).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attach '%s/other.duckdb' as other",
                "install httpfs",
                "load '%s/any.duckdb_extension'",
                "set enable_external_access = true",
                "set lock_configuration = false",
                "set allowed_directories = ['/']",
                "set memory_limit = '8GB'",
                "set threads = 1",
                "reset memory_limit"
            })
    void sqlCannotExtendItsPermissions(String statement) {
        assertThatThrownBy(() -> sql.sql(statement.formatted(folder)).update())
                .rootCause()
                .isInstanceOf(SQLException.class)
                .message()
                .containsAnyOf("Permission Error", "configuration has been locked");
    }

    @Test
    void dataThatExceedsMemoryIsSpilledBesideTheFile() {
        transaction.executeWithoutResult(status -> {
            sql.sql("""
                    create temporary table big as
                    select hash(range) as a, hash(range + 1) as b, hash(range + 2) as c, hash(range + 3) as d
                    from range(4000000)""").update();
            assertThat(workspace.resolve("store/spill")).isNotEmptyDirectory();
            assertThat(number("select count(distinct a) from big")).isEqualTo(4_000_000);
        });
    }

    @Test
    void anotherProcessIsRefusedTheOpenStore() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        workspace.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Another process holds the store.");
        assertThat(other.exitValue()).isEqualTo(OtherProcess.TOLD);
    }

    /// Opens the store of a workspace in another process.
    static final class OtherProcess {

        static final int TOLD = 42;

        private OtherProcess() {}

        public static void main(String[] arguments) {
            Path workspace = Path.of(arguments[0]);
            try (Store store = Store.open(workspace.resolve("store/test.duckdb"), List.of(workspace), MEMORY)) {
                System.out.println("opened " + store);
            } catch (StoreFault fault) {
                System.out.println(fault.getMessage());
                System.exit(fault.isLockedByOther() ? TOLD : 1);
            }
        }
    }

    @Test
    void committedRowsAreThereWhenTheStoreIsOpenedAgain() {
        transaction.executeWithoutResult(status -> append(1));
        store.close();
        store = Store.open(workspace.resolve("store/test.duckdb"), List.of(workspace), MEMORY);
        sql = JdbcClient.create(store.dataSource());
        assertThat(ids()).containsExactly(1);
    }

    private void append(int id) {
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try (TableAppender rows = TableAppender.to("pair", connection, PAIR)) {
            rows.row(id, "word " + id);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    /// Appends like [TableAppender] would without its query for columns: no statement comes before the rows.
    private void appendFirst(int id) {
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try (DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender("pair")) {
            rows.beginRow().append(id).append("word " + id).endRow();
            rows.flush();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    private void swallowAnError() {
        assertThatThrownBy(() -> sql.sql("select 'x'::integer").query().listOfRows())
                .isInstanceOf(RuntimeException.class);
    }

    private List<Integer> ids() {
        return sql.sql("select id from pair order by id").query(Integer.class).list();
    }

    private List<Integer> idsSeenByAnother() {
        List<Integer> seen = new ArrayList<>();
        try (Connection another = store.dataSource().getConnection();
                var rows = another.createStatement().executeQuery("select id from pair order by id")) {
            while (rows.next()) seen.add(rows.getInt(1));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        return seen;
    }

    private long number(String select) {
        return sql.sql(select).query(Long.class).single();
    }

    private long read(Path csv) {
        return number("select a from read_csv('" + csv + "')");
    }

    private void assertRefused(Path csv) {
        assertThatThrownBy(() -> read(csv))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Permission Error");
    }
}
