package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Published files depend on the submissions in force and not on the nightly runs in which they came. A nightly run
/// after one return rebuilds what depends on it, and leaves the rest as a full run would make it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncrementalNightTest {

    private static final Path RETURN = TestWorkspace.SAMPLES.resolve("2022-23/HM1_2022-23_return.xlsx");
    private static final List<String> OTHERS = List.of("HM1_2022-23_survey.csv", "QS1_2022-23_survey.csv");

    private final Path folder;
    private Map<String, String> whole = Map.of();

    IncrementalNightTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private interface ImportedFile {
        void copyInto(TestWorkspace workspace) throws IOException;
    }

    @BeforeAll
    void aWholeRunOfWhatCountsInTheEnd() throws IOException {
        List<ImportedFile> all = new ArrayList<>(others());
        all.add(IncrementalNightTest::corrected);
        whole = published(nights("whole", List.of(all)));
        assertThat(whole.keySet()).anyMatch(file -> file.endsWith(".pdf")).anyMatch(file -> file.endsWith(".xlsx"));
    }

    @Test
    void aCorrectionOfTheSecondNightIsPublishedAsIfItHadComeAlone() throws IOException {
        List<ImportedFile> first = new ArrayList<>(others());
        first.add(IncrementalNightTest::first);
        List<List<ImportedFile>> nights = List.of(first, List.of(IncrementalNightTest::corrected));
        assertThat(published(nights("corrected", nights))).isEqualTo(whole);
    }

    /// `-Dincremental.seeds=10-40` tries others.
    @ParameterizedTest
    @Tag("long")
    @MethodSource("seeds")
    void everyOrderOfNightsPublishesTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<ImportedFile>> nights = new ArrayList<>();
        for (int i = 0; i < 3; i++) nights.add(new ArrayList<>());
        for (ImportedFile other : others()) nights.get(random.nextInt(3)).add(other);
        int corrected = 1 + random.nextInt(2);
        nights.get(random.nextInt(corrected)).add(IncrementalNightTest::first);
        nights.get(corrected).add(IncrementalNightTest::corrected);
        assertThat(published(nights("seed " + seed, nights))).isEqualTo(whole);
    }

    static LongStream seeds() {
        String[] range = System.getProperty("incremental.seeds", "1-4").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    private static List<ImportedFile> others() {
        return OTHERS.stream()
                .<ImportedFile>map(file -> workspace ->
                        Files.copy(TestWorkspace.SAMPLES.resolve("2022-23").resolve(file), imported(workspace, file)))
                .toList();
    }

    private static Path imported(TestWorkspace workspace, String file) {
        return workspace.root().resolve("import").resolve(file);
    }

    /// Without the last engagement row.
    private static void first(TestWorkspace workspace) throws IOException {
        try (InputStream in = Files.newInputStream(RETURN);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(imported(workspace, "HM1_first.xlsx"))) {
            Sheet engagement = workbook.getSheet("Engagement");
            engagement.removeRow(engagement.getRow(engagement.getLastRowNum()));
            workbook.write(out);
        }
    }

    private static void corrected(TestWorkspace workspace) throws IOException {
        Files.copy(RETURN, imported(workspace, RETURN.getFileName().toString()));
    }

    private TestWorkspace nights(String name, List<List<ImportedFile>> nights) throws IOException {
        TestWorkspace workspace =
                TestWorkspace.in(folder.resolve(name)).drop(TestWorkspace.SAMPLES.resolve("registers"));
        for (List<ImportedFile> night : nights) {
            for (ImportedFile file : night) file.copyInto(workspace);
            workspace.run("nightly");
        }
        return workspace;
    }

    /// All published files, with hashes. The note lists what was received that night, and the basis has the numbers
    /// of submissions, so these files and their lines in the manifest differ.
    private static Map<String, String> published(TestWorkspace workspace) throws IOException {
        Path published = workspace.published("");
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(published)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = published.relativize(file).toString();
                if (name.startsWith("night.") || name.equals("basis.csv")) continue;
                hashes.put(name, name.endsWith("manifest.csv") ? manifest(file) : Sha256.of(file));
            }
        }
        return hashes;
    }

    private static String manifest(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("night.") && !line.startsWith("basis.csv"))
                .collect(Collectors.joining("\n"));
    }
}
