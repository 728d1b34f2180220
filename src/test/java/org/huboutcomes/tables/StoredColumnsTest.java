package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store from an older catalogue is opened with a newer one.
class StoredColumnsTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private Workbench bench;

    @BeforeEach
    void aStore() throws SQLException {
        bench = new Workbench(CATALOGUE);
    }

    @AfterEach
    void close() throws SQLException {
        bench.close();
    }

    private void open() {
        new CatalogueTables(CATALOGUE).define(bench.connection());
    }

    @Test
    void aColumnThatTheStoreLacksIsAddedInItsPlaceAndTheRowsStay() throws SQLException {
        List<String> columns = bench.rows("select column_name from (describe pd_lead)");
        bench.execute("drop table pd_lead")
                .execute(
                        "create table pd_lead (claim bigint not null, row_number integer not null, hub varchar, lead varchar)")
                .execute("insert into pd_lead values (1, 2, 'H1', 'L1')");
        open();
        assertThat(bench.rows("select column_name from (describe pd_lead)")).isEqualTo(columns);
        assertThat(bench.rows("select claim, row_number, hub, lead, cohort from pd_lead"))
                .containsExactly("1 | 2 | H1 | L1 | ");
    }

    /// Figures are recomputed with the catalogue of the previous nightly run.
    @Test
    void anOlderCatalogueReadsTheStoreOfANewerOneInATransactionThatIsRolledBack() throws SQLException {
        List<String> columns = bench.rows("select column_name from (describe pd_lead)");
        bench.execute("alter table pd_lead add column mentor varchar")
                .execute("insert into pd_lead (claim, row_number, hub, lead, mentor) values (1, 2, 'H1', 'L1', 'L2')")
                .execute("begin transaction");
        new CatalogueTables(CATALOGUE).defineForOnce(bench.connection());
        assertThat(bench.rows("select column_name from (describe pd_lead)")).isEqualTo(columns);
        assertThat(bench.rows("select claim, row_number, hub, lead from pd_lead"))
                .containsExactly("1 | 2 | H1 | L1");
        bench.execute("rollback");
        assertThat(bench.rows("select lead, mentor from pd_lead")).containsExactly("L1 | L2");
    }

    @Test
    void aTableThatHadAnotherNameKeepsItsRows() throws SQLException {
        bench.execute("drop table night_watermark")
                .execute("create table night_told (as_of date not null, last_submission bigint not null)")
                .execute("insert into night_told values ('2026-11-23', 24)");
        open();
        assertThat(bench.rows("from night_watermark")).containsExactly("2026-11-23 | 24");
    }

    @Test
    void aNewerCatalogueOpensTheStoreOfTheOldOneOnDisk(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("store/outcomes.duckdb");
        try (Store old = Store.open(file, List.of(folder), "1GB");
                var connection = old.dataSource().getConnection();
                var statement = connection.createStatement()) {
            new CatalogueTables(CATALOGUE).define(connection);
            statement.execute("alter table school_link drop column link_date");
            statement.execute("insert into school_link values (1, 2, 100001, 100002, 'Successor')");
        }
        try (Store store = Store.open(file, List.of(folder), "1GB");
                var connection = store.dataSource().getConnection();
                var statement = connection.createStatement()) {
            new CatalogueTables(CATALOGUE).define(connection);
            try (var rows = statement.executeQuery("select link_urn, link_date from school_link")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(100002);
                assertThat(rows.getObject(2)).isNull();
            }
        }
    }

    /// Before, the table was a query with the networks in it.
    @Test
    void theNetworksOfAnOlderStoreBecomeThoseOfTheCatalogue() throws SQLException {
        List<String> listed = bench.rows("from network_return order by all");
        assertThat(listed).isNotEmpty();
        bench.execute("drop table network_return")
                .execute("create table network_return as select 'Chess Hubs' as network, 'chess' as return_name");
        open();
        assertThat(bench.rows("from network_return order by all")).isEqualTo(listed);
    }

    /// Before, a finding was one sentence, and `found` was the value of the cell.
    @Test
    void findingsOfAnOlderStoreKeepTheirSentenceAndTheirValue() throws SQLException {
        List<String> columns = bench.rows("select column_name from (describe finding)");
        bench.execute("drop table finding")
                .execute("create table finding (submission bigint not null, sheet bigint, claim bigint,"
                        + " row_number integer, cell varchar, rule varchar not null, severity varchar not null,"
                        + " field varchar, found varchar, message varchar not null, row_key varchar)")
                .execute("insert into finding values"
                        + " (1, 1, 1, 2, 'E2', 'unknown_choice', 'error', 'stage', '{a}; b', 'Stage is \"{a}; b\"; no.', null),"
                        + " (1, 1, 1, 3, 'C3', 'outside_area', 'query', 'urn', null, 'School 1; kept.', 'k')");
        open();
        assertThat(bench.rows("select column_name from (describe finding)")).isEqualTo(columns);
        assertThat(
                        bench.rows(
                                "select cell, rule, value, message, accepted, action, row_key from noted_finding order by cell"))
                .containsExactly(
                        "C3 | outside_area |  | School 1; kept. |  |  | k",
                        "E2 | unknown_choice | {a}; b | Stage is \"{a}; b\"; no. |  |  | ");
        open();
        assertThat(bench.rows("select count(*) from finding")).containsExactly("2");
    }

    @Test
    void aColumnWithValuesThatTheCatalogueHasNoLongerIsNotDropped() throws SQLException {
        bench.execute("alter table pd_lead add column telephone varchar")
                .execute("insert into pd_lead (claim, row_number, telephone) values (1, 2, 'x')");
        assertThatThrownBy(this::open)
                .isInstanceOf(CatalogueFault.class)
                .hasMessage(
                        "jobs/tables/stored/pd_lead.sql and the store differ in the column telephone: the store has values in"
                                + " it, which would be lost; keep the column.");
        assertThat(bench.rows("select telephone from pd_lead")).containsExactly("x");
    }

    @Test
    void aTypeThatTheRowsDoNotFitIsRefusedAndNothingChanges() throws SQLException {
        bench.execute("drop table stated_total")
                .execute("create table stated_total (claim bigint not null, row_number integer not null, hub varchar,"
                        + " time_period integer, quantity varchar, stated_value varchar)")
                .execute("insert into stated_total values (1, 2, 'H1', 202223, 'Places', 'many')");
        assertThatThrownBy(this::open)
                .isInstanceOf(CatalogueFault.class)
                .hasMessageStartingWith("jobs/tables/stored/stated_total.sql gives a column another type");
        assertThat(bench.rows("select stated_value from stated_total")).containsExactly("many");
    }
}
