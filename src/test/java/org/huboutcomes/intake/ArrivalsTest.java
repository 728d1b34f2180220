package org.huboutcomes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {

    private static final Arrivals ARRIVALS = new Arrivals(Duration.ofMillis(20), 3);

    @TempDir
    Path folder;

    private Path dropped;
    private Path kept;

    @BeforeEach
    void folders() throws IOException {
        dropped = Files.createDirectory(folder.resolve("import"));
        kept = folder.resolve("archive");
    }

    @Test
    void filesAtRestAreTakenByNameFromSubfoldersToo() throws Exception {
        Files.createDirectories(dropped.resolve("spring/late"));
        Drop.text(dropped, "b.csv", "x");
        Drop.text(dropped, "a.csv", "abc");
        Drop.text(dropped, "spring/late/c.csv", "x");
        List<Arrival> arrivals = ARRIVALS.settled(dropped);
        assertThat(arrivals).extracting(Arrival::name).containsExactly("a.csv", "b.csv", "spring/late/c.csv");
        assertThat(arrivals.get(0).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(arrivals.get(0).size()).isEqualTo(3);
        assertThat(arrivals.get(1).sha256()).isEqualTo(arrivals.get(2).sha256());
    }

    @Test
    void locksDotfilesAndHalfCopiedFilesWait() throws Exception {
        Files.createDirectory(dropped.resolve(".sync"));
        for (String name : List.of("~$a.xlsx", ".DS_Store", "a.csv.part", "b.CRDOWNLOAD", "c.tmp", ".sync/d.csv"))
            Drop.text(dropped, name, "x");
        assertThat(ARRIVALS.settled(dropped)).isEmpty();
    }

    @Test
    void aLinkIsNeverFollowedAndItIsSaidWhy() throws Exception {
        Path elsewhere = Drop.text(folder, "elsewhere.csv", "x");
        Path link = Files.createSymbolicLink(dropped.resolve("link.csv"), elsewhere);
        Files.createSymbolicLink(dropped.resolve("up"), folder);
        assertThat(ARRIVALS.settled(dropped)).isEmpty();
        assertThat(Arrivals.whyLeft(link)).startsWith("a link to a file elsewhere");
    }

    @Test
    void aFileStillBeingWrittenWaitsAndHoldsNobodyUp() throws Exception {
        Drop.text(dropped, "whole.csv", "x");
        Path growing = Drop.text(dropped, "growing.csv", "x");
        Thread writer = new Thread(() -> grow(growing));
        writer.start();
        try {
            assertThat(new Arrivals(Duration.ofMillis(60), 3).settled(dropped))
                    .extracting(Arrival::name)
                    .containsExactly("whole.csv");
        } finally {
            writer.interrupt();
            writer.join();
        }
    }

    @Test
    void theArchiveKeepsAFileOnceUnderItsFingerprint() throws Exception {
        Drop.text(dropped, "a.CSV", "abc");
        Drop.text(dropped, "again.txt", "abc");
        Archive archive = new Archive(kept);
        List<Arrival> arrivals = ARRIVALS.settled(dropped);
        Path place = archive.keep(arrivals.get(0)).orElseThrow();
        assertThat(place)
                .hasContent("abc")
                .isEqualTo(kept.resolve("ba/" + arrivals.get(0).sha256() + ".csv"));
        assertThat(archive.keep(arrivals.get(1))).contains(place);
        assertThat(archive.find(arrivals.get(1).sha256())).contains(place);
        assertThat(kept.resolve("ba")).isDirectoryNotContaining(file -> !file.equals(place));
    }

    @Test
    void aFileThatChangesAfterItArrivedIsNotKept() throws Exception {
        Path file = Drop.text(dropped, "a.csv", "abc");
        Arrival arrival = ARRIVALS.settled(dropped).get(0);
        Files.writeString(file, "abd");
        Archive archive = new Archive(kept);
        assertThat(archive.keep(arrival)).isEmpty();
        assertThat(archive.find(arrival.sha256())).isEmpty();
        assertThat(kept.resolve("ba")).isEmptyDirectory();
    }

    private static void grow(Path file) {
        try {
            while (!Thread.interrupted()) {
                Files.writeString(file, "x", StandardOpenOption.APPEND);
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // Interrupted while it wrote: the test is over.
        }
    }
}
