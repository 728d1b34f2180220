package org.huboutcomes.cli;

import java.io.IOException;
import java.util.Comparator;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.springframework.jdbc.core.JdbcTemplate;

/// Builds the tables of reports about evaluators' summaries from imported files, for tests that need no nightly
/// run.
final class EvidenceTables {

    private EvidenceTables() {}

    /// All published tables, in a workspace that has none yet.
    static void makeAll(TestWorkspace workspace) throws IOException {
        Catalogue catalogue = Catalogue.packaged();
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), catalogue)) {
            open.store().inTransaction(connection -> {
                new Publication(catalogue).make(connection);
                return null;
            });
        }
    }

    /// The tables of evidence again, with the existing figures.
    static void makeAgain(TestWorkspace workspace) throws IOException {
        Catalogue catalogue = Catalogue.packaged();
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), catalogue)) {
            JdbcTemplate sql = new JdbcTemplate(open.store().dataSource());
            catalogue.list("publish", "sql").stream()
                    .filter(file -> file.name().startsWith("evidence_"))
                    // The table of figures beside themes reads the table of themes.
                    .sorted(Comparator.comparing(file -> file.name().equals("evidence_beside")))
                    .forEach(file -> sql.execute(file.text()));
        }
    }
}
