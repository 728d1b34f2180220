package org.huboutcomes.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;
import org.huboutcomes.tables.Replacements;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds what a catalogue would report about everything received, by reading all archived files into an empty
/// store.
public final class ReplayedCatalogue {

    private ReplayedCatalogue() {}

    /// Reads all archived files with the catalogue of the workspace, builds its tables and runs its checks.
    ///
    /// @param empty a workspace whose store is empty
    public static void fill(OpenWorkspace empty) throws IOException {
        new ArchiveReplay(empty).until(LocalDate.MAX);
        Store store = empty.store();
        ReturnTypes types = ReturnTypes.of(empty.catalogue());
        new TransactionTemplate(store.transactions())
                .executeWithoutResult(status -> store.inTransaction(connection -> {
                    new Indicators(empty.catalogue()).describe(connection);
                    new Replacements(store, types).migrateOlderClaims();
                    new CatalogueTables(empty.catalogue()).build(connection);
                    new Checks(store, empty.catalogue()).run();
                    return true;
                }));
    }

    /// The number of findings of each rule.
    public static SortedMap<String, Long> findings(Store store) {
        SortedMap<String, Long> findings = new TreeMap<>();
        JdbcClient.create(store.dataSource())
                .sql("select rule, count(*) as findings from finding group by rule")
                .query(row -> {
                    findings.put(row.getString("rule"), row.getLong("findings"));
                });
        return findings;
    }
}
