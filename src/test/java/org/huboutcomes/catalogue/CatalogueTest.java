package org.huboutcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the catalogue fit together: returns with their tables, checks with what the engine reads of them.
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    /// Which columns can hold the values of a field of this type.
    private static final Map<String, String> FITTING = Map.ofEntries(
            Map.entry("text", "VARCHAR"),
            Map.entry("school_name", "VARCHAR"),
            Map.entry("date_in_year", "DATE"),
            Map.entry("hub", "VARCHAR"),
            Map.entry("choice", "VARCHAR"),
            Map.entry("integer", "INTEGER|TINYINT"),
            Map.entry("urn", "INTEGER"),
            Map.entry("school", "INTEGER"),
            Map.entry("academic_year", "INTEGER"),
            Map.entry("scale", "TINYINT"),
            Map.entry("date", "DATE"),
            Map.entry("decimal", "DECIMAL\\(\\d+,\\d+\\)"),
            Map.entry("date_or_month", "VARCHAR"),
            Map.entry("moment", "VARCHAR"));

    private static final Set<String> READ_AND_NOT_STORED = Set.of("postcode", "local_authority");

    private static Workbench workbench;

    @BeforeAll
    static void makeEmptyTables() throws SQLException {
        workbench = new Workbench(CATALOGUE).build();
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns", "instruments", "platforms"})
    void everyYamlFileIsRead(String folder) {
        List<Catalogue.Entry> files = CATALOGUE.list(folder, "yaml");
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.yaml().map()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "nightly", "annual"})
    void everyJobHasSteps(String job) {
        assertThat(CATALOGUE.yaml(job + ".yaml").list("steps")).isNotEmpty();
    }

    /// A table that rows of a return enter: its own, or that of one of its blocks.
    private record Stored(String table, YamlKeys keys) {

        List<YamlKeys> fields() {
            return keys.maps("fields").stream()
                    .filter(field -> !Boolean.TRUE.equals(field.find("personal")))
                    .filter(field -> !READ_AND_NOT_STORED.contains(field.text("type")))
                    .toList();
        }

        @Override
        public String toString() {
            return table;
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aReturnIsStoredInTheTableOfItsNameColumnByColumn(Stored stored) throws SQLException {
        List<String> expected = new ArrayList<>(List.of("claim", "row_number"));
        stored.fields().forEach(field -> expected.add(field.text("name")));
        assertThat(columns("from " + stored.table()).keySet()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void everyFieldFitsItsColumn(Stored stored) throws SQLException {
        Map<String, String> columns = columns("from " + stored.table());
        for (YamlKeys field : stored.fields()) {
            String column = columns.get(field.text("name"));
            assertThat(column).as(field.text("name")).matches(FITTING.get(field.text("type")));
            if (column.equals("TINYINT") && field.text("type").equals("integer")) assertBounded(field, 127);
            if (column.startsWith("DECIMAL")) assertBounded(field, largest(column));
        }
    }

    /// A value that its column cannot hold would end the night as if the machine had failed.
    private static void assertBounded(YamlKeys field, double largest) {
        YamlKeys constraints = field.keys("constraints");
        for (String bound : List.of("minimum", "maximum"))
            assertThat(constraints.find(bound))
                    .as("%s of %s", bound, field.text("name"))
                    .isInstanceOfSatisfying(
                            Number.class,
                            number -> assertThat(Math.abs(number.doubleValue())).isLessThanOrEqualTo(largest));
    }

    private static double largest(String decimal) {
        String[] digits = decimal.replaceAll("[^\\d,]", "").split(",");
        return Math.pow(10, Integer.parseInt(digits[0]) - Integer.parseInt(digits[1])) - 1;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckGivesWhatTheEngineReadsOfIt(String name) throws SQLException {
        assertThat(columns(CATALOGUE.read("checks/" + name + ".sql")).keySet())
                .containsExactly("claim", "row_number", "field", "found", "message");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CATALOGUE.read("weekly.yaml"))
                .hasMessage("The catalogue has no file jobs/weekly.yaml.");
    }

    @Test
    void aFileThatIsNoYamlIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("nightly.yaml"), "steps: [intake\n");
        assertThatThrownBy(() -> Catalogue.in(folder).yaml("nightly.yaml"))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageStartingWith("jobs/nightly.yaml is not YAML of keys and values: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aPackedCatalogueHoldsTheSameFiles(@TempDir Path folder) throws Exception {
        CATALOGUE.pack(folder.resolve("catalogue.zip"), "sql", "tables", "indicators");
        Catalogue packed = Catalogue.packed(folder.resolve("catalogue.zip"));
        for (String name : List.of("tables", "indicators"))
            assertThat(packed.list(name, "sql")).isEqualTo(CATALOGUE.list(name, "sql"));
    }

    @Test
    void theFingerprintChangesWithAnyFileOfItsFolders(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectories(folder.resolve("returns")).resolve("a.yaml");
        Files.writeString(file, "title: One\n");
        String before = Catalogue.in(folder).fingerprint("yaml", "returns");
        assertThat(Catalogue.in(folder).fingerprint("yaml", "returns")).isEqualTo(before);
        Files.writeString(file, "title: Two\n");
        assertThat(Catalogue.in(folder).fingerprint("yaml", "returns")).isNotEqualTo(before);
    }

    static Stream<Stored> stored() {
        return CATALOGUE.list("returns", "yaml").stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(new Stored(entry.name(), entry.yaml())),
                        entry.yaml().maps("blocks").stream().map(block -> new Stored(block.text("name"), block))));
    }

    static Stream<String> checks() {
        return CATALOGUE.list("checks", "sql").stream().map(Catalogue.Entry::name);
    }

    private static Map<String, String> columns(String query) throws SQLException {
        try (var statement = workbench.connection().createStatement();
                ResultSet none = statement.executeQuery(query)) {
            ResultSetMetaData about = none.getMetaData();
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 1; i <= about.getColumnCount(); i++)
                columns.put(about.getColumnName(i), about.getColumnTypeName(i));
            return columns;
        }
    }
}
