package org.huboutcomes.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/// Findings of checks follow the rows and the catalogue.
class ChecksTest {

    private static final String CHOIR = """
            -- Hubs with a choir.
            -- found: A hub has a choir.
            -- accepted: No choir.
            -- action: Say which hub it is.
            select claim, row_number, null::varchar as field, hub as value
            from hub_list
            """;

    private final EditedCatalogue catalogue;
    private Store store;

    ChecksTest(@TempDir Path folder) throws IOException {
        catalogue = EditedCatalogue.in(folder);
        FileSystemUtils.deleteRecursively(folder.resolve("checks"));
        catalogue.write("checks/choir.sql", CHOIR);
    }

    @BeforeEach
    void aHub() {
        store = Store.inMemory();
        store.inTransaction(connection -> {
            new CatalogueTables(catalogue.open()).define(connection);
            return true;
        });
        sql("""
                insert into claim (claim, sheet, submission, return_name, accepted, in_force)
                values (1, 1, 1, 'hub_list', 1, true)""");
        sql("insert into hub_list (claim, row_number, network, hub) values (1, 2, 'N', 'H1')");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRowThatIsGoneTakesItsFindingWithIt() {
        assertThat(found()).containsExactly("H1");
        assertThat(found()).containsExactly("H1");
        sql("update hub_list set hub = 'H2'");
        assertThat(found()).containsExactly("H2");
        sql("delete from hub_list");
        assertThat(found()).isEmpty();
    }

    @Test
    void findingsThatWereLostAreFoundAgain() {
        found();
        sql("delete from finding");
        assertThat(found()).containsExactly("H1");
    }

    @Test
    void aRemovedCheckTakesItsFindingsWithIt() throws IOException {
        assertThat(found()).containsExactly("H1");
        Files.delete(catalogue.folder().resolve("checks/choir.sql"));
        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        new TransactionTemplate(store.transactions())
                .executeWithoutResult(status -> new Checks(store, catalogue.open()).run());
        return JdbcClient.create(store.dataSource())
                .sql("select value from finding where rule = 'choir'")
                .query(String.class)
                .list();
    }

    private void sql(String statement) {
        JdbcClient.create(store.dataSource()).sql(statement).update();
    }
}
