package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace for a test, with the sample files and the real commands.
public record TestWorkspace(Path root) {

    public static final Path SAMPLES = Path.of("sample-data");

    public static TestWorkspace in(Path folder) {
        TestWorkspace testWorkspace = new TestWorkspace(folder.resolve("workspace"));
        testWorkspace.run("init");
        return testWorkspace;
    }

    /// A copy of a workspace into which the registers were imported.
    public static TestWorkspace withRegisters(Path folder) {
        return PreparedWorkspace.REGISTERS.copiedTo(folder);
    }

    /// A copy of a workspace after a nightly run of the sample years.
    public static TestWorkspace afterTheNight(Path folder) {
        return PreparedWorkspace.NIGHT.copiedTo(folder);
    }

    /// All files to import: the registers and three years of returns.
    TestWorkspace dropSampleYears() throws IOException {
        for (String folder : List.of("registers", "2020-21", "2021-22", "2022-23")) drop(SAMPLES.resolve(folder));
        return this;
    }

    public TestWorkspace drop(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList())
                Files.copy(
                        file,
                        root.resolve("import").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
        }
        return this;
    }

    void run(String... command) {
        assertThat(exitCode(command)).as(String.join(" ", command)).isZero();
    }

    /// The terminal output of a command.
    String printed(String... command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(command);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /// For tests that need figures only: skips the reports, which take longest, by selecting a network that has none.
    public void runWithoutReports(String... command) throws IOException {
        Path settings = root.resolve("workspace.yaml");
        String before = Files.readString(settings);
        Files.writeString(settings, "networks: [none]\n");
        try {
            run(command);
        } finally {
            Files.writeString(settings, before);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                if (Files.isDirectory(file))
                    Files.createDirectories(to.resolve(from.relativize(file).toString()));
                else Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    public int exitCode(String... command) {
        boolean hasDay = List.of(command).contains("--as-of");
        return Commands.run(Stream.of(
                        Stream.of("-w", root.toString()),
                        hasDay ? Stream.<String>of() : Stream.of("--as-of", "2026-11-23"),
                        Stream.of(command))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    /// The rows of a query on the store, as the last run left it.
    public List<Map<String, Object>> ask(String query) {
        try (Store store = Store.openReadOnly(root.resolve("store/outcomes.duckdb"), "1GB")) {
            return JdbcClient.create(store.dataSource()).sql(query).query().listOfRows();
        }
    }

    /// The rows of a query on the store after a catalogue has defined its tables in it.
    public List<Map<String, Object>> ask(String query, Catalogue catalogue) throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(root), catalogue)) {
            return JdbcClient.create(open.store().dataSource())
                    .sql(query)
                    .query()
                    .listOfRows();
        }
    }

    Path published(String file) {
        return root.resolve("published").resolve(file);
    }

    static List<CSVRecord> csv(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }
}
