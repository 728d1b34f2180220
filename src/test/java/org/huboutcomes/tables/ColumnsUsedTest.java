package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.StoredField;
import org.junit.jupiter.api.Test;

/// Every stored column of each return is used by a query of a figure, a table or a check, so that hubs are asked
/// for nothing unnecessary.
class ColumnsUsedTest {

    /// Columns of downloads or older lists, which nobody is asked to fill in.
    private static final List<String> AS_DOWNLOADED = List.of(
            "hub_area.district",
            "school_link.link_date",
            "school_register.district_code",
            "school_register.trust_name",
            "school_register.type");

    private static final List<String> FOLDERS = List.of("checks", "explain", "indicators", "publish", "tables/derived");

    private final Catalogue catalogue = Catalogue.packaged();

    @Test
    void everyColumnOfAReturnIsUsed() {
        Map<String, String> uses = uses();
        assertThat(uses).hasSizeGreaterThan(100);
        assertThat(uses.entrySet().stream()
                        .filter(use -> use.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .filter(column -> !AS_DOWNLOADED.contains(column)))
                .as("columns that a return asks for and nothing uses")
                .isEmpty();
    }

    @Test
    void aColumnThatNothingUsesIsFound() {
        assertThat(use("pathway", "colour_of_the_door", queries())).isEmpty();
        assertThat(use("mechanism", "coder", queries())).contains("mechanism_coded");
    }

    /// The first query that uses it, by table and column.
    private Map<String, String> uses() {
        Map<String, String> queries = queries();
        Map<String, String> uses = new TreeMap<>();
        for (ReturnType type : ReturnTypes.of(catalogue).all())
            for (Map.Entry<String, List<StoredField>> table : type.tables().entrySet())
                for (StoredField field : table.getValue())
                    uses.put(table.getKey() + "." + field.name(), use(table.getKey(), field.name(), queries));
        return uses;
    }

    private static String use(String table, String column, Map<String, String> queries) {
        Pattern read = Pattern.compile("\\b(?:from|join)\\s+" + table + "\\b");
        Pattern named = Pattern.compile("\\b" + column + "\\b");
        Pattern all = Pattern.compile("\\b" + table + "\\.\\*");
        return queries.entrySet().stream()
                .filter(query -> read.matcher(query.getValue()).find())
                .filter(query -> named.matcher(query.getValue()).find()
                        || all.matcher(query.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// Every query without its comments, by the name of its file.
    private Map<String, String> queries() {
        Map<String, String> queries = new TreeMap<>();
        FOLDERS.stream()
                .flatMap(folder -> catalogue.list(folder, "sql").stream())
                .forEach(entry -> queries.put(entry.name(), withoutComments(entry.text())));
        return queries;
    }

    private static String withoutComments(String sql) {
        return Stream.of(sql.split("\n"))
                .filter(line -> !line.strip().startsWith("--"))
                .reduce("", (a, b) -> a + "\n" + b);
    }
}
