package org.huboutcomes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.huboutcomes.spreadsheets.TestFiles;
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
    void completeFilesAreFoundByNameIncludingSubfolders() throws Exception {
        Files.createDirectories(dropped.resolve("spring/late"));
        TestFiles.text(dropped, "b.csv", "x");
        TestFiles.text(dropped, "a.csv", "abc");
        TestFiles.text(dropped, "spring/late/c.csv", "x");
        List<Arrival> arrivals = ARRIVALS.settled(dropped);
        assertThat(arrivals).extracting(Arrival::name).containsExactly("a.csv", "b.csv", "spring/late/c.csv");
        assertThat(arrivals.get(0).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(arrivals.get(0).size()).isEqualTo(3);
        assertThat(arrivals.get(1).sha256()).isEqualTo(arrivals.get(2).sha256());
    }

    @Test
    void lockFilesHiddenFilesAndPartialCopiesWait() throws Exception {
        Files.createDirectory(dropped.resolve(".sync"));
        for (String name : List.of("~$a.xlsx", ".DS_Store", "a.csv.part", "b.CRDOWNLOAD", "c.tmp", ".sync/d.csv"))
            TestFiles.text(dropped, name, "x");
        assertThat(ARRIVALS.settled(dropped)).isEmpty();
    }

    @Test
    void aLinkIsNeverFollowedAndTheReasonIsGiven() throws Exception {
        Path elsewhere = TestFiles.text(folder, "elsewhere.csv", "x");
        Files.createSymbolicLink(dropped.resolve("link.csv"), elsewhere);
        Files.createSymbolicLink(dropped.resolve("to nowhere.csv"), folder.resolve("nowhere"));
        Files.createSymbolicLink(dropped.resolve("up"), folder);
        assertThat(ARRIVALS.settled(dropped)).isEmpty();
        assertThat(Arrivals.left(dropped)).containsOnlyKeys("link.csv", "to nowhere.csv", "up");
        assertThat(Arrivals.left(dropped).values()).allMatch(why -> why.startsWith("a link to another file"));
    }

    @Test
    void anImportFolderThatIsALinkIsRead() throws Exception {
        TestFiles.text(dropped, "a.csv", "x");
        Path link = Files.createSymbolicLink(folder.resolve("link to it"), dropped);
        assertThat(ARRIVALS.settled(link)).extracting(Arrival::name).containsExactly("a.csv");
        assertThat(Arrivals.left(link)).isEqualTo(Arrivals.left(dropped)).containsOnlyKeys("a.csv");
    }

    @Test
    void pipesAndSocketsAreLeftAndDelayNothing() throws Exception {
        shell("mkfifo pipe.xlsx");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(dropped.resolve("socket.csv"));
        Files.createDirectories(dropped.resolve("folder.xlsx"));
        TestFiles.text(dropped, "folder.xlsx/a.csv", "x");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(address);
            assertThat(ARRIVALS.settled(dropped)).extracting(Arrival::name).containsExactly("folder.xlsx/a.csv");
            assertThat(Arrivals.left(dropped))
                    .containsEntry("pipe.xlsx", Arrivals.left(dropped).get("socket.csv"))
                    .containsEntry("pipe.xlsx", "a pipe, socket or device, not a file; never imported")
                    .containsEntry("folder.xlsx/a.csv", "imported by the next run, once it stops changing");
        }
    }

    @Test
    void unreadableFilesAreLeftAndTheReasonIsGiven() throws Exception {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        TestFiles.text(dropped, "open.csv", "x");
        shell("echo x > closed.csv; chmod 0 closed.csv; mkdir closed; echo x > closed/in.csv; chmod 0 closed");
        try {
            assertThat(ARRIVALS.settled(dropped)).extracting(Arrival::name).containsExactly("open.csv");
            assertThat(Arrivals.left(dropped)).containsOnlyKeys("open.csv", "closed.csv", "closed");
            assertThat(Arrivals.left(dropped).get("closed")).startsWith("the program has no permission to read it");
            assertThat(Arrivals.left(dropped).get("closed.csv")).startsWith("the program has no permission to read it");
        } finally {
            shell("chmod 700 closed");
        }
    }

    /// Names in another encoding are decoded to the same text; there are still two files.
    @Test
    void twoFilesWithUndecodableNamesAreBothFound() throws Exception {
        shell("echo 1 > \"$(printf 'caf\\351.csv')\"; echo 2 > \"$(printf 'caf\\350.csv')\"");
        assertThat(ARRIVALS.settled(dropped))
                .extracting(Arrival::sha256)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aFileThatReplacedAnArchivedOneIsNotDeleted() throws Exception {
        Path file = TestFiles.text(dropped, "a.csv", "abc");
        Arrival arrival = ARRIVALS.settled(dropped).get(0);
        Files.writeString(file, "abcd");
        assertThat(Arrivals.deleteFromImport(arrival)).isFalse();
        assertThat(file).hasContent("abcd");
        assertThat(Arrivals.deleteFromImport(ARRIVALS.settled(dropped).get(0))).isTrue();
        assertThat(file).doesNotExist();
        assertThat(Arrivals.deleteFromImport(arrival)).isTrue();
    }

    @Test
    void aFileThatDisappearsBeforeItIsArchivedIsNotArchived() throws Exception {
        Path file = TestFiles.text(dropped, "a.csv", "abc");
        Arrival arrival = ARRIVALS.settled(dropped).get(0);
        Files.delete(file);
        assertThat(new Archive(kept).keep(arrival)).isEmpty();
    }

    @Test
    void aFileStillBeingWrittenWaitsAndDelaysNothing() throws Exception {
        TestFiles.text(dropped, "whole.csv", "x");
        Path growing = TestFiles.text(dropped, "growing.csv", "x");
        Thread writer = new Thread(() -> grow(growing));
        writer.start();
        try {
            assertThat(new Arrivals(Duration.ofMillis(500), 3).settled(dropped))
                    .extracting(Arrival::name)
                    .containsExactly("whole.csv");
        } finally {
            writer.interrupt();
            writer.join();
        }
    }

    @Test
    void theArchiveStoresAFileOnceUnderItsHash() throws Exception {
        TestFiles.text(dropped, "a.CSV", "abc");
        TestFiles.text(dropped, "again.txt", "abc");
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
    void aFileThatChangesAfterItArrivedIsNotArchived() throws Exception {
        Path file = TestFiles.text(dropped, "a.csv", "abc");
        Arrival arrival = ARRIVALS.settled(dropped).get(0);
        Files.writeString(file, "abd");
        Archive archive = new Archive(kept);
        assertThat(archive.keep(arrival)).isEmpty();
        assertThat(archive.find(arrival.sha256())).isEmpty();
        assertThat(kept.resolve("ba")).isEmptyDirectory();
    }

    private void shell(String line) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", line)
                .directory(dropped.toFile())
                .start()
                .waitFor();
        assertThat(code).as(line).isZero();
    }

    private static void grow(Path file) {
        try {
            while (!Thread.interrupted()) {
                Files.writeString(file, "x", StandardOpenOption.APPEND);
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // Interrupted while writing, because the test has ended.
        }
    }
}
