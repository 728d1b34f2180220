package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of people are planted in the personal columns of an export and of a register, and in an unknown column.
/// Then everything that a run leaves behind is searched for them. Only `archive`, which has files as received, may
/// contain them.
class PersonsTest {

    /// Parts that identify each planted name and address, in lower case.
    private static final List<String> PLANTED = List.of("featherquill", "@planted.example", "192.0.2.77", "headperson");

    private static final String FIXED =
            "ID,Email,Name,IP Address,Any other comments?,Hub,Academic year,URN,Activity code,";
    private static final String ITEMS =
            "\"Overall, I was satisfied with this activity\",This activity meets my approval";
    private static final String PERSON =
            "%d,p%d@planted.example,Peregrine Featherquill,192.0.2.77,\"Ring Featherquill, 192.0.2.77, or ff@planted.example\",";
    private static final String GOOD = "HM1,2022/23,900046,MA22-01,Agree,Agree";

    @TempDir
    private static Path folder;

    private static TestWorkspace workspace;

    @BeforeAll
    static void runANight() throws IOException {
        workspace = TestWorkspace.in(folder).drop(TestWorkspace.SAMPLES.resolve("registers"));
        drop("known_columns.csv", FIXED + ITEMS, PERSON + GOOD);
        drop("unknown_column.csv", FIXED + ITEMS + ",Who should hear of it", PERSON + GOOD + ",uu@planted.example");
        workspace.run("nightly");
    }

    private static void drop(String name, String headings, String row) throws IOException {
        StringBuilder csv = new StringBuilder(headings).append('\n');
        for (int i = 1; i <= 12; i++) csv.append(row.formatted(i, i)).append('\n');
        Files.writeString(workspace.root().resolve("import").resolve(name), csv);
    }

    @Test
    void theArchiveHasThemAll() throws IOException {
        String all = String.join("\n", texts("archive").values()).toLowerCase(Locale.ROOT);
        assertThat(PLANTED).allMatch(all::contains);
    }

    @Test
    void theStoreHasNone() throws SQLException {
        Map<String, String> tables = tables();
        assertThat(tables).containsKeys("survey_response", "finding", "submission", "sheet_column", "response");
        assertThat(tables.get("response")).contains("MA22-01");
        assertThat(persons(tables)).isEmpty();
    }

    @Test
    void whatIsReturnedHasNone() throws IOException {
        Map<String, String> texts = texts("returned");
        assertThat(texts.keySet()).anyMatch(name -> name.endsWith("json")).anyMatch(name -> name.endsWith("html"));
        assertThat(persons(texts)).isEmpty();
    }

    @Test
    void theLogsHaveNone() throws IOException {
        assertThat(persons(texts("logs"))).isEmpty();
    }

    @Test
    void whatIsPublishedHasNone() throws IOException {
        Map<String, String> texts = texts("published");
        assertThat(texts.keySet()).anyMatch(name -> name.endsWith("pdf")).anyMatch(name -> name.endsWith("csv"));
        assertThat(persons(texts)).isEmpty();
    }

    private static List<String> persons(Map<String, String> texts) {
        List<String> persons = new ArrayList<>();
        texts.forEach((name, text) -> text.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> PLANTED.stream().anyMatch(line::contains))
                .limit(3)
                .forEach(line -> persons.add(name + ": " + line.substring(0, Math.min(300, line.length())))));
        return persons;
    }

    private static Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        Path file = workspace.root().resolve("store/outcomes.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement names = connection.createStatement();
                ResultSet rows = names.executeQuery("select table_schema || '.' || table_name, table_name"
                        + " from information_schema.tables where table_type = 'BASE TABLE'")) {
            while (rows.next()) tables.put(rows.getString(2), dump(rows.getString(1), connection));
        }
        return tables;
    }

    private static String dump(String table, Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select cast(t as varchar) from " + table + " t")) {
            while (rows.next()) text.append(rows.getString(1)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> texts(String part) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path root = workspace.root().resolve(part);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                read(root.relativize(file).toString(), Files.readAllBytes(file), texts);
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static void read(String name, byte[] bytes, Map<String, String> texts) throws IOException {
        if (name.endsWith(".pdf")) texts.put(name, printed(bytes));
        else if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') unzip(name, bytes, texts);
        else texts.put(name, new String(bytes, StandardCharsets.UTF_8));
    }

    private static String printed(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unzip(String name, byte[] bytes, Map<String, String> texts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                zip.transferTo(content);
                read(name + "!" + entry.getName(), content.toByteArray(), texts);
            }
        }
    }
}
