package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.spreadsheets.HostileFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One nightly run with hostile files and returns of the sample, in its own process with the memory that the launcher
/// gives it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileNight {

    private static final long GIGABYTE = 1_000_000;
    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|Exception|OutOfMemory");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Path folder;
    private final TestWorkspace night;
    private final List<HostileFile> hostile;
    private final List<String> years;
    private final List<Path> others;
    private final List<String> dropped = new ArrayList<>();
    private int exitCode;
    private long peak;

    /// @param years sample years whose returns are there too, as `2022-23`
    /// @param others folders with further files
    HostileNight(Path folder, List<HostileFile> hostile, List<String> years, List<Path> others) {
        this.folder = folder;
        this.night = TestWorkspace.in(folder);
        this.hostile = hostile;
        this.years = years;
        this.others = others;
    }

    @BeforeAll
    void run() throws Exception {
        night.drop(TestWorkspace.SAMPLES.resolve("registers"));
        for (String year : years) night.drop(TestWorkspace.SAMPLES.resolve(year));
        Path drop = Files.createDirectory(night.root().resolve("import/hostile"));
        for (HostileFile file : hostile) {
            file.write(drop);
            dropped.add(file.name());
        }
        for (Path other : others) drop(other, drop);
        whatIsNoFile(drop);
        Process process = start();
        // Peak memory only grows, so the last sample but one is the peak, apart from the end of the process.
        while (process.isAlive()) {
            look(process.pid());
            Thread.sleep(50);
        }
        exitCode = process.exitValue();
    }

    private void drop(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
                dropped.add(file.getFileName().toString());
            }
        }
    }

    /// A folder with the name of a file, a link out of the folder, and a link to itself.
    private void whatIsNoFile(Path hostile) throws IOException {
        Files.createDirectory(hostile.resolve("folder.csv"));
        Files.createSymbolicLink(hostile.resolve("link.csv"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(hostile.resolve("ring.csv"), hostile.resolve("ring.csv"));
        Files.createSymbolicLink(hostile.resolve("folder.csv/up"), hostile);
    }

    private Process start() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(memoryOfTheLauncher());
        line.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile="
                        + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                HubOutcomes.class.getName(),
                "-w",
                night.root().toString(),
                "--as-of",
                "2026-11-23",
                "nightly"));
        ProcessBuilder nightly = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        // Figures only: no network has this name, so no reports are rendered.
        nightly.environment().put("HUB_OUTCOMES_NETWORKS", "none");
        return nightly.start();
    }

    private static List<String> memoryOfTheLauncher() throws IOException {
        Matcher memory =
                Pattern.compile("(?m)^memory=\"(-Xmx[^\"]+)\"$").matcher(Files.readString(Path.of("hub-outcomes")));
        assertThat(memory.find()).isTrue();
        return List.of(memory.group(1).split(" "));
    }

    private void look(long pid) {
        try {
            Matcher said = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            if (said.find()) peak = Long.parseLong(said.group(1));
        } catch (IOException overOrElsewhere) {
            return;
        }
    }

    @Test
    void itSucceeds() throws IOException {
        assertThat(exitCode).as(Files.readString(folder.resolve("said"))).isZero();
    }

    @Test
    void itNeedsLessThanAGigabyte() {
        assertThat(peak).as("kilobytes, 0 where the machine does not tell").isLessThan(GIGABYTE);
    }

    @Test
    void noStackTraceIsPrinted() throws IOException {
        assertThat(Files.readString(folder.resolve("said"))).doesNotContainPattern(TRACE);
        assertThat(Files.readString(night.root().resolve("logs/hub-outcomes.log")))
                .doesNotContainPattern(TRACE);
        for (Map.Entry<String, String> receipt : receipts("").entrySet())
            assertThat(receipt.getValue()).as(receipt.getKey()).doesNotContainPattern(TRACE);
    }

    @Test
    void everyFileHasOneReceipt() throws IOException {
        List<String> told = new ArrayList<>();
        for (String receipt : receipts("").values())
            told.add(json(receipt).get("file").asString());
        for (String name : dropped)
            assertThat(told)
                    .as(name)
                    .filteredOn(file -> file.equals("hostile/" + name))
                    .hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> eachOfOursEndsAsItShould() throws IOException {
        Map<String, JsonNode> receipts = new TreeMap<>();
        for (String receipt : receipts("").values())
            receipts.put(json(receipt).get("file").asString(), json(receipt));
        return hostile.stream()
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> {
                    JsonNode receipt = receipts.get("hostile/" + file.name());
                    String[] ends = file.ends().split(" ");
                    assertThat(receipt.get("status").asString())
                            .as(file + ": " + receipt.findValuesAsString("message"))
                            .isEqualTo(ends[0]);
                    assertThat(receipt.findValuesAsString("rule"))
                            .as(file.name())
                            .containsAll(List.of(ends).subList(1, ends.length));
                }));
    }

    @Test
    void refusalsAreOneSentence() throws IOException {
        for (String receipt : receipts("unrecognised").values()) {
            JsonNode told = json(receipt);
            if (!told.get("status").asString().equals("refused")) continue;
            assertThat(told.get("findings")).as(receipt).hasSize(1);
            assertThat(told.get("findings").get(0).get("message").asString())
                    .doesNotContain("\n")
                    .hasSizeLessThan(800);
        }
    }

    @Test
    void pipesAndLinksAreLeftAlone() {
        Path hostile = night.root().resolve("import/hostile");
        assertThat(hostile).isDirectoryContaining(left -> left.endsWith("link.csv"));
        assertThat(dropped).allSatisfy(name -> assertThat(hostile.resolve(name)).doesNotExist());
    }

    @Test
    void theGoodReturnsAreLoaded() throws IOException {
        TestWorkspace quiet = TestWorkspace.afterTheNight(folder.resolve("quiet"));
        for (String hub : List.of("QS1", "HM1", "FV1"))
            for (String year : years)
                assertThat(rows(night, hub + "/" + year))
                        .isEqualTo(rows(quiet, hub + "/" + year))
                        .isNotEmpty();
    }

    /// The status and row counts of each sheet, by file.
    private static Map<String, String> rows(TestWorkspace workspace, String folder) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        receipts(workspace.root().resolve("returned/" + folder)).forEach((name, receipt) -> {
            StringBuilder fates = new StringBuilder(json(receipt).get("status").asString());
            for (JsonNode sheet : json(receipt).get("sheets")) fates.append(' ').append(sheet.get("rows"));
            rows.put(name, fates.toString());
        });
        return rows;
    }

    private Map<String, String> receipts(String folder) throws IOException {
        return receipts(night.root().resolve("returned").resolve(folder));
    }

    private static Map<String, String> receipts(Path folder) throws IOException {
        Map<String, String> receipts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".receipt.json"))
                    .toList()) receipts.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return receipts;
    }

    private static JsonNode json(String receipt) {
        return JsonMapper.shared().readTree(receipt);
    }
}
