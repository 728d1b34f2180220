package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published depends on the submissions in force and not on the nights in which they came: a night after one
/// return renders what depends on it, and leaves the rest as a whole run would make it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncrementalNightTest {

    private static final String SURVEY = "HM1_2022-23_survey.csv";
    private static final List<String> OTHERS = List.of(
            "2022-23/HM1_2022-23_return.xlsx", "2022-23/QS1_2022-23_survey.csv", "2021-22/HM1_2021-22_return.xlsx");

    private final Path folder;
    private Map<String, String> whole = Map.of();

    IncrementalNightTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private interface Drop {
        void into(Rehearsal rehearsal) throws IOException;
    }

    @BeforeAll
    void aWholeRunOfWhatCountsInTheEnd() throws IOException {
        List<Drop> all = new ArrayList<>(others());
        all.add(IncrementalNightTest::corrected);
        whole = published(nights("whole", List.of(all)));
        assertThat(whole.keySet()).anyMatch(file -> file.endsWith(".pdf")).anyMatch(file -> file.endsWith(".xlsx"));
    }

    @Test
    void aCorrectionOfTheSecondNightIsPublishedAsIfItHadComeAlone() throws IOException {
        List<Drop> first = new ArrayList<>(others());
        first.add(IncrementalNightTest::first);
        Rehearsal rehearsal = nights("corrected", List.of(first, List.of(IncrementalNightTest::corrected)));
        assertThat(published(rehearsal)).isEqualTo(whole);
        String reports = rehearsal.printed("status").lines()
                .filter(line -> line.contains("reports rendered"))
                .findFirst()
                .orElseThrow();
        assertThat(reports).doesNotContain("0 of ");
    }

    /// `-Dincremental.seeds=10-40` tries others.
    @ParameterizedTest
    @Tag("long")
    @MethodSource("seeds")
    void everyOrderOfNightsPublishesTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<Drop>> nights = new ArrayList<>();
        for (int i = 0; i < 3; i++) nights.add(new ArrayList<>());
        for (Drop other : others()) nights.get(random.nextInt(3)).add(other);
        int corrected = 1 + random.nextInt(2);
        nights.get(random.nextInt(corrected)).add(IncrementalNightTest::first);
        nights.get(corrected).add(IncrementalNightTest::corrected);
        assertThat(published(nights("seed " + seed, nights))).isEqualTo(whole);
    }

    static LongStream seeds() {
        String[] range = System.getProperty("incremental.seeds", "1-4").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    private static List<Drop> others() {
        return OTHERS.stream()
                .<Drop>map(file -> rehearsal -> Files.copy(
                        Rehearsal.SAMPLES.resolve(file),
                        rehearsal.workspace().resolve("import").resolve(Path.of(file).getFileName())))
                .toList();
    }

    private static List<String> survey() throws IOException {
        return Files.readAllLines(Rehearsal.SAMPLES.resolve("2022-23").resolve(SURVEY));
    }

    private static void first(Rehearsal rehearsal) throws IOException {
        drop(rehearsal, survey());
    }

    /// Without the last answer.
    private static void corrected(Rehearsal rehearsal) throws IOException {
        List<String> lines = survey();
        drop(rehearsal, lines.subList(0, lines.size() - 1));
    }

    private static void drop(Rehearsal rehearsal, List<String> lines) throws IOException {
        Files.write(rehearsal.workspace().resolve("import").resolve(SURVEY), lines, StandardCharsets.UTF_8);
    }

    private Rehearsal nights(String name, List<List<Drop>> nights) throws IOException {
        Rehearsal rehearsal = Rehearsal.in(folder.resolve(name)).drop(Rehearsal.SAMPLES.resolve("registers"));
        for (List<Drop> night : nights) {
            for (Drop drop : night) drop.into(rehearsal);
            rehearsal.run("nightly");
        }
        return rehearsal;
    }

    /// All that is published, with hashes; the note of the night tells what came in that night.
    private static Map<String, String> published(Rehearsal rehearsal) throws IOException {
        Path published = rehearsal.published("");
        try (Stream<Path> files = Files.walk(published)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("night."))
                    .collect(Collectors.toMap(
                            file -> published.relativize(file).toString(),
                            IncrementalNightTest::hash,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
