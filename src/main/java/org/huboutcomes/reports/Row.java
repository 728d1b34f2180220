package org.huboutcomes.reports;

import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;

/// Reads one row of a published table.
final class Row {

    private Row() {}

    static String text(Map<String, Object> row, String column) {
        Object found = row.get(column);
        if (found == null)
            throw new CatalogueFault("A published table of the report has no " + column + ": " + row.keySet());
        return found.toString();
    }

    static int whole(Map<String, Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }
}
