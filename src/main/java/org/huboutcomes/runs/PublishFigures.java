package org.huboutcomes.runs;

import java.io.IOException;
import java.sql.Connection;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.FigureFiles;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.SqlFolder;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Step `publish`: the results, and the files of figures in the place where the next issue is made.
final class PublishFigures implements Work {

    private final Store store;
    private final Catalogue catalogue;
    private final Issue issue;

    PublishFigures(Store store, Catalogue catalogue, Issue issue) {
        this.store = store;
        this.catalogue = catalogue;
        this.issue = issue;
    }

    @Override
    public String run(Progress progress) throws IOException {
        issue.outbox().recover();
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            new SqlFolder(catalogue, "publish").run(connection);
            new FigureFiles(connection).write(issue.outbox().begin());
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
        return "figures written";
    }
}
