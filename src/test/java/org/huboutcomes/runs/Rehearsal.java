package org.huboutcomes.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// A workspace for a test, into which the sample files are dropped and in which the real commands run.
record Rehearsal(Path workspace) {

    static final Path SAMPLES = Path.of("sample-data");

    static Rehearsal in(Path folder) {
        Rehearsal rehearsal = new Rehearsal(folder.resolve("workspace"));
        rehearsal.run("init");
        return rehearsal;
    }

    /// A copy of a workspace in which the night of the sample years is over; that night is run once for all tests.
    static Rehearsal afterTheNight(Path folder) throws IOException {
        Path copy = folder.resolve("workspace");
        FileSystemUtils.copyRecursively(TheNight.WORKSPACE, copy);
        return new Rehearsal(copy);
    }

    private static final class TheNight {

        static final Path WORKSPACE = workspace();

        private static Path workspace() {
            try {
                Path folder = Files.createTempDirectory("night");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                Rehearsal rehearsal = in(folder).dropSampleYears();
                rehearsal.run("nightly");
                return rehearsal.workspace();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// All that analysts would have dropped: the registers and three years of returns.
    Rehearsal dropSampleYears() throws IOException {
        for (String folder : List.of("registers", "2020-21", "2021-22", "2022-23")) drop(SAMPLES.resolve(folder));
        return this;
    }

    Rehearsal drop(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList())
                Files.copy(
                        file,
                        workspace.resolve("import").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
        }
        return this;
    }

    void run(String... command) {
        assertThat(exitCode(command)).as(String.join(" ", command)).isZero();
    }

    /// What a command says on the terminal.
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

    /// For a test that looks at figures only: a job whose catalogue leaves out the step that takes longest.
    void runWithoutReports(String job) throws IOException {
        run("--catalogue", catalogueWithoutReports(job).toString(), job);
    }

    Path catalogueWithoutReports(String job) throws IOException {
        Path jobs = workspace.resolveSibling("jobs-without-reports");
        if (!Files.exists(jobs)) copy(Path.of("jobs"), jobs);
        String steps = Files.readString(Path.of("jobs", job + ".yaml"));
        Files.writeString(jobs.resolve(job + ".yaml"), steps.replaceAll("(?m)^  - reports\\b.*$", ""));
        return jobs;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                if (Files.isDirectory(file))
                    Files.createDirectories(to.resolve(from.relativize(file).toString()));
                else Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    int exitCode(String... command) {
        boolean hasDay = List.of(command).contains("--as-of");
        return Commands.run(Stream.of(
                        Stream.of("-w", workspace.toString()),
                        hasDay ? Stream.<String>of() : Stream.of("--as-of", "2026-11-23"),
                        Stream.of(command))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    /// The rows of a query over the store that its runs have left.
    List<Map<String, Object>> ask(String query) throws IOException {
        return ask(query, Catalogue.packaged());
    }

    List<Map<String, Object>> ask(String query, Catalogue catalogue) throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace), catalogue)) {
            return JdbcClient.create(open.store().dataSource())
                    .sql(query)
                    .query()
                    .listOfRows();
        }
    }

    Path published(String file) {
        return workspace.resolve("published").resolve(file);
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
