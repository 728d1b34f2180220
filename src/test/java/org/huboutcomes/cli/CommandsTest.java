package org.huboutcomes.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.workspace.RunLog;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The exit code and the message of each command.
class CommandsTest {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    @TempDir
    private Path folder;

    private Path workspace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        workspace = folder.resolve("workspace");
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @Test
    void initCreatesAWorkspaceAndASecondInitChangesNothing() throws IOException {
        assertThat(run("init")).isZero();
        ReturnType first = ReturnTypes.of(Catalogue.packaged()).all().get(0);
        assertThat(said(out))
                .anyMatch(line -> line.startsWith("    " + first.title() + ": ")
                        && line.contains(first.fields().get(0).title()));
        Files.writeString(workspace.resolve("workspace.yaml"), "database_memory: 500MB\n");
        Files.writeString(workspace.resolve("import/dropped.csv"), "a,b\n");
        Map<String, String> before = files(workspace);
        assertThat(run("init")).isZero();
        assertThat(files(workspace)).isEqualTo(before);
    }

    @Test
    void theCompletionIsValidForTheShell() throws IOException, InterruptedException {
        assertThat(run("generate-completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), out.toString(UTF_8));
        assertThat(script).content().contains("complete -F", "nightly", "--as-of");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "a machine without bash");
        assertThat(new ProcessBuilder("/bin/bash", "-n", script.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void everyCommandExplainsItselfWithItsOptionsAndAnExample() {
        assertThat(run("--help")).isZero();
        List<String> commands = said(out).stream()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .filter(line -> line.matches(" {2}[a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands)
                .contains("nightly", "restore", "generate-completion", "help")
                .hasSizeGreaterThan(18);
        for (String command : commands) {
            assertThat(run(command, "--help")).as(command).isZero();
            String help = out.toString(UTF_8);
            assertThat(help)
                    .as(command)
                    .contains("Usage: hub-outcomes " + command, "--help", "Example")
                    .containsPattern("hub-outcomes[^\n]* " + command + "[^\n]*\n*$");
            assertThat(run("help", command)).as("help " + command).isZero();
            assertThat(out.toString(UTF_8)).isEqualTo(help);
        }
        assertThat(run("nightlies")).isEqualTo(2);
        assertThat(run("annual")).isEqualTo(2);
        assertThat(said(err)).contains("Try: hub-outcomes annual --help");
    }

    @Test
    void aWrongNameIsAnsweredWithTheNearest() throws IOException {
        run("init");
        Files.writeString(
                workspace.resolve("import/hubs.csv"),
                "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,LHS1,Long Hill,,2019/20,\n");
        run("import");
        String indicator = Catalogue.packaged().list("indicators", "sql").get(0).name();
        String other = Catalogue.packaged().list("returns", "yaml").get(0).name();
        Path file = Files.writeString(folder.resolve("survey.csv"), "a,b\n");
        assertNearest(indicator, "preview", indicator + "s");
        assertNearest(indicator, "explain", indicator + "s", "--hub", "LHS1", "--year", "2022/23");
        assertNearest("LHS1", "explain", indicator, "--hub", "LHS2", "--year", "2022/23");
        assertNearest("LHS1", "template", other, "--hub", "LHS2", "--year", "2022/23");
        assertNearest(other, "template", other + "s", "--hub", "LHS1", "--year", "2022/23");
        assertNearest("hubs.csv", "withdraw", "hub.csv", "--why", "any");
        assertNearest("survey.csv", "check", file.resolveSibling("surveys.csv").toString());
        assertNearest("LHS1", "annual", "--year", "2022/23", "--hub", "LHS2");
    }

    private void assertNearest(String near, String... command) {
        assertThat(run(command)).as(String.join(" ", command)).isEqualTo(2);
        assertThat(said(err).get(said(err).size() - 1)).contains("nearest").contains(near);
    }

    @ParameterizedTest
    @CsvSource({
        "status --fast",
        "nightlies",
        "annual",
        "annual --year soon",
        "annual --year 2022/23 --hub NOBODY",
        "nightly --as-of 2026-02-30",
        "preview nothing",
        "annual --year ../../2022",
        "template delivery --hub ../../H1 --year 2022/23",
        "compare ../.. published",
        "check",
        "check missing.xlsx"
    })
    void wrongUseEndsWithTwo(String line) {
        run("init");
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(said(err)).isNotEmpty().noneMatch(said -> said.startsWith("\tat "));
    }

    @ParameterizedTest
    @CsvSource({"status", "import", "nightly", "annual --year 2022/23", "preview any"})
    void withoutAWorkspaceACommandEndsWithThreeAndSaysHowToMakeOne(String line) {
        assertThat(run(line.split(" "))).isEqualTo(3);
        assertThat(said(err))
                .singleElement()
                .asString()
                .startsWith("There is no workspace")
                .contains("init");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void anUnknownKeyOfTheWorkspaceEndsWithThree() throws IOException {
        run("init");
        Files.writeString(workspace.resolve("workspace.yaml"), "databse_memory: 1GB\n");
        assertThat(run("import")).isEqualTo(3);
        assertThat(said(err)).singleElement().asString().contains("databse_memory", "database_memory");
        assertThat(run("status")).isEqualTo(3);
        assertThat(said(out)).contains("The import folder is empty.");
        assertThat(said(err)).singleElement().asString().contains("databse_memory", "database_memory");
    }

    @Test
    void aWorkspaceFileInAnotherEncodingEndsWithThree() throws IOException {
        run("init");
        Files.write(workspace.resolve("workspace.yaml"), "networks: [Caf\u00e9]\n".getBytes(ISO_8859_1));
        assertThat(run("import")).isEqualTo(3);
        assertThat(said(err)).singleElement().asString().endsWith("is not in UTF-8; save it as UTF-8.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formulas/katz.sql        | -- A.%ncreate or replace macro a(b) as selec 1; | jobs/formulas/katz.sql cannot be run",
                "tables/derived/school.sql        | -- One row per (urn): a school.%ncreate or replace | jobs/tables/derived/school.sql cannot be run",
                "returns/delivery.yaml    | title: [            | jobs/returns/delivery.yaml is not YAML",
                "returns/delivery.yaml    | order: 3            | jobs/returns/delivery.yaml does not set title",
                "limits.yaml              | rows_max: 1         | jobs/limits.yaml does not set file_bytes_max",
                "limits.yaml              | [5]                 | jobs/limits.yaml is not YAML with keys and values",
                "limits.yaml              | rows_max: few       | jobs/limits.yaml"
            })
    void aBrokenFileOfTheCatalogueEndsWithThreeAndOneSentence(String file, String text, String sentence)
            throws IOException {
        run("init");
        Path catalogue = catalogue();
        Files.writeString(catalogue.resolve(file), text);
        assertRefused(catalogue, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.yaml | rows_maximum: 5 | jobs/limits.yaml sets rows_maximum, which nothing reads; the keys here are",
                "limits.yaml | rows_max: 5     | jobs/limits.yaml sets rows_max twice (line 17); keep one."
            })
    void anUnknownOrDuplicateKeyOfTheCatalogueEndsWithThree(String file, String line, String sentence)
            throws IOException {
        run("init");
        Path catalogue = catalogue();
        Files.writeString(catalogue.resolve(file), line + "\n", StandardOpenOption.APPEND);
        assertRefused(catalogue, sentence);
    }

    private void assertRefused(Path catalogue, String sentence) {
        assertThat(run("import", "--catalogue", catalogue.toString())).isEqualTo(3);
        assertThat(said(err))
                .filteredOn(said -> !said.matches(".*\\(\\d+\\.\\d s\\)"))
                .as("what was said, but for the steps that were done")
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void theStackTraceIsShownWithDebug() throws IOException {
        run("init");
        Path catalogue = catalogue();
        Files.writeString(catalogue.resolve("formulas/wilson.sql"), "selec 1");
        assertThat(run("import", "--debug", "--catalogue", catalogue.toString()))
                .isEqualTo(3);
        assertThat(said(err)).anyMatch(said -> said.startsWith("\tat "));
    }

    @Test
    void aLockedWorkspaceEndsWithFourAndStatusStillWorks() throws IOException {
        run("init");
        Workspace held = new Workspace(workspace);
        RunLog night = new RunLog(held, "nightly", LocalDate.of(2026, 11, 23), new ConsoleProgress(System.err, false));
        try (WorkspaceLock run = WorkspaceLock.acquire(held)) {
            assertThat(run("import")).isEqualTo(4);
            assertThat(said(err)).anyMatch(said -> said.startsWith("Another run holds the workspace"));
            assertThat(run("doctor")).isEqualTo(4);
            assertThat(said(out)).isEmpty();
            assertThat(said(err)).anyMatch(said -> said.startsWith("Another run holds the workspace"));
            assertThat(run("status", "--json")).isZero();
            assertThat(json().get("running").asBoolean()).isTrue();
        }
        night.close(null);
        assertThat(run("status", "--json")).isZero();
        assertThat(json().get("running").asBoolean()).isFalse();
    }

    @Test
    void aNightWithoutRegistersSaysWhichAreMissing() throws IOException {
        run("init");
        Files.writeString(workspace.resolve("workspace.yaml"), "networks: [none]\n");
        Files.writeString(
                workspace.resolve("import/hubs.csv"),
                "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,LHS1,Long Hill,,2019/20,\n");
        List<String> lists = ReturnTypes.of(Catalogue.packaged()).all().stream()
                .filter(type -> type.isList() && type.find("hub_name") == null)
                .map(ReturnType::title)
                .toList();
        String missing = "Registers and lists not received: " + String.join(", ", lists) + ".";
        for (String command : List.of("nightly", "nightly", "status")) {
            assertThat(run(command)).isZero();
            assertThat(said(out)).as(command).contains(missing);
        }
    }

    @Test
    void anEmptyImportIsDoneAndStatusShowsIt() {
        run("init");
        assertThat(run("import", "--as-of", "2026-11-22")).isZero();
        assertThat(run("status", "--json")).isZero();
        assertThat(json().get("runs").get(0).get("asOf").asString()).isEqualTo("2026-11-22");
        assertThat(json().get("runs").get(0).get("status").asString()).isEqualTo("done");
    }

    @Test
    void aRunPrintsItsResultAsJson() {
        assertThat(run("init", "--json")).isZero();
        assertThat(json().get("made").asBoolean()).isTrue();
        assertThat(run("import", "--json")).isZero();
        assertThat(json().get("status").asString()).isEqualTo("done");
        assertThat(json().get("steps").size()).isEqualTo(5);
    }

    @Test
    void errorsInCheckedFilesEndWithOneAndNothingIsLoaded() throws IOException {
        run("init");
        Path file = Files.writeString(folder.resolve("any.csv"), "what,is\nthis,then\n");
        assertThat(run("check", "--json", file.toString(), file.toString())).isEqualTo(1);
        assertThat(json().get("files").size()).isEqualTo(2);
        assertThat(json().get("files").get(0).get("status").asString()).isEqualTo("refused");
        assertThat(workspace.resolve("returned")).isEmptyDirectory();
        assertThat(file).exists();
    }

    @Test
    void findingsOfOneCauseArePrintedOnceAndAllWithAll() throws IOException {
        run("init");
        StringBuilder text = new StringBuilder("Network,Hub code,Hub name,Aliases,Opened,Closed\n");
        for (int i = 1; i <= 30; i++) text.append("Maths Hubs,LHS").append(i).append(",Hill,,soon,\n");
        Path file = Files.writeString(folder.resolve("hubs.csv"), text);
        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(said(out))
                .filteredOn(line -> line.contains("soon"))
                .singleElement()
                .asString()
                .contains("error 30 times (E2, E3, E4, E5, E6, ...): ");
        assertThat(run("check", "--all", file.toString())).isEqualTo(1);
        assertThat(said(out)).filteredOn(line -> line.contains("soon")).hasSize(30);
    }

    @Test
    void checkingAGoodFileEndsWithZero() throws IOException {
        run("init");
        Path hubs = Files.writeString(
                folder.resolve("hubs.csv"),
                "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,H1,One,,2019/20,\n");
        assertThat(run("check", "--json", hubs.toString())).isZero();
        assertThat(json().get("files")
                        .get(0)
                        .get("sheets")
                        .get(0)
                        .get("rows")
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    /// Runs a command and returns its exit code; earlier output is discarded.
    private int run(String... arguments) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("-w", workspace.toString()));
        all.addAll(Arrays.asList(arguments));
        return Commands.run(all.toArray(String[]::new));
    }

    private static List<String> said(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8).lines().toList();
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString(UTF_8));
    }

    /// A copy of the project's catalogue, to be damaged.
    private Path catalogue() throws IOException {
        Path from = Path.of("jobs");
        Path to = folder.resolve("jobs");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        return to;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList())
                files.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
        }
        return files;
    }
}
