package org.huboutcomes.publish;

import java.sql.Connection;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.disclosure.Disclosure;
import org.huboutcomes.tables.SqlFolder;

/// The results of all profiles, made from what was measured: `jobs/publish` in its order, with the counts that the
/// public
/// profile must hide found where they are needed.
public final class Publication {

    private final SqlFolder folder;

    public Publication(Catalogue catalogue) {
        folder = new SqlFolder(catalogue, "publish");
    }

    public void make(Connection connection) {
        folder.run(connection, table -> {
            if (table.equals("public_hidden")) new Disclosure(connection).protect();
        });
    }
}
