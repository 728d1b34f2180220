package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.Network;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.TableAppender;

/// Loads the content of YAML files about networks, returns and survey items into stored tables, for queries.
final class CatalogueLists {

    /// The folders of these files.
    static final String[] FOLDERS = {"networks", "returns", "instruments", "claims", "descriptions"};

    private final Catalogue catalogue;

    CatalogueLists(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Replaces the rows of the tables. A catalogue that was packed with figures has no returns, because figures
    /// are recomputed from rows that have been read already: the tables about returns then keep their rows.
    void fill(Connection connection) throws SQLException {
        if (!catalogue.list("networks", "yaml").isEmpty()) fillNetworks(connection);
        if (!catalogue.list("returns", "yaml").isEmpty()) fillReturns(ReturnTypes.of(catalogue), connection);
        if (!catalogue.list("claims", "yaml").isEmpty()) fillWordings(connection);
    }

    private void fillWordings(Connection connection) throws SQLException {
        replace("claim_wording", ClaimWording.COLUMNS, ClaimWording.rows(catalogue), connection);
        replace("description_wording", DescriptionWording.COLUMNS, DescriptionWording.rows(catalogue), connection);
    }

    private void fillNetworks(Connection connection) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        for (Network network : Network.of(catalogue)) {
            int order = 0;
            for (String name : network.returns()) rows.add(List.of(network.title(), name, ++order));
        }
        replace("network_return", List.of("network", "return_name", "return_order"), rows, connection);
    }

    private static void fillReturns(ReturnTypes types, Connection connection) throws SQLException {
        List<List<Object>> titles = new ArrayList<>();
        List<List<Object>> items = new ArrayList<>();
        for (ReturnType type : types.all()) {
            titles.add(List.of(type.name(), type.title()));
            for (Field field : type.fields())
                if (field.shortTitle() != null)
                    items.add(List.of(
                            field.name(), items.size() + 1, field.shortTitle(), Objects.requireNonNull(field.scale())));
        }
        replace("return_title", List.of("return_name", "title"), titles, connection);
        replace("survey_item", List.of("field", "item_order", "item", "scale"), items, connection);
        List<List<Object>> points = new ArrayList<>();
        types.scales()
                .forEach((name, scale) -> scale.points()
                        .forEach((point, labels) -> points.add(
                                List.of(name, point, labels.isEmpty() ? String.valueOf(point) : labels.get(0)))));
        replace("scale_point", List.of("scale", "point", "label"), points, connection);
    }

    private static void replace(String table, List<String> columns, List<List<Object>> rows, Connection connection)
            throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.execute("delete from " + table);
        }
        try (TableAppender inserted = TableAppender.to(table, connection, columns)) {
            for (List<Object> row : rows) inserted.row(row.toArray());
        }
    }
}
