package org.huboutcomes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.huboutcomes.files.FolderExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwappedFolderTest {

    private static final int SWAPS = 200;

    @TempDir
    private Path parent;

    @Test
    void aReaderFindsOneVersionAtAnyMoment() throws Exception {
        assumeTrue(canExchange(), "a file system without an exchange of folders");
        SwappedFolder swapped = new SwappedFolder(parent.resolve("published"));
        make(swapped, 0);
        AtomicBoolean isDone = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> missed = reader.submit(() -> missed(swapped.folder(), isDone));
            for (int version = 1; version <= SWAPS; version++) make(swapped, version);
            isDone.set(true);
            assertThat(missed.get()).isZero();
        } finally {
            reader.shutdownNow();
        }
        assertThat(swapped.folder().resolve("version.txt")).hasContent(String.valueOf(SWAPS));
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).containsExactly(swapped.folder());
        }
    }

    /// A run that is killed after the exchange leaves the previous version as the next one.
    @Test
    void theVersionBeforeIsNotTakenForAPartOfTheNext() throws IOException {
        SwappedFolder swapped = new SwappedFolder(parent.resolve("published"));
        make(swapped, 1);
        Files.createDirectories(swapped.next());
        Files.writeString(swapped.next().resolve("version.txt"), "0");
        swapped.recover();
        Path next = swapped.begin();
        assertThat(next).isEmptyDirectory();
        assertThat(swapped.cut()).doesNotExist();
        assertThat(swapped.folder().resolve("version.txt")).hasContent("1");
    }

    private boolean canExchange() throws IOException {
        Path one = Files.createDirectory(parent.resolve("one"));
        Path other = Files.createDirectory(parent.resolve("other"));
        boolean can = FolderExchange.exchange(one, other);
        Files.delete(one);
        Files.delete(other);
        return can;
    }

    private static void make(SwappedFolder swapped, int version) throws IOException {
        Files.writeString(swapped.begin().resolve("version.txt"), String.valueOf(version));
        swapped.swapIn();
    }

    /// How often the folder was missing. A file may be missing because it was in the version that has just been
    /// replaced.
    private static int missed(Path folder, AtomicBoolean isDone) throws IOException {
        int missed = 0;
        while (!isDone.get()) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.count()).isLessThanOrEqualTo(1);
            } catch (NoSuchFileException e) {
                missed++;
            }
        }
        return missed;
    }
}
