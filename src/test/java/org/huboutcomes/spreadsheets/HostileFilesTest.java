package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;

/// Odd, broken and hostile files of other projects. They are outside this project; if they are missing, nothing is
/// tested.
class HostileFilesTest {

    private static final Path SHARED = Path.of("../shared");
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void everyFileIsReadOrUnreadableAndNothingElse() throws IOException {
        for (Path file : files("hostile/xl", "hostile/csv", "surveys"))
            assertTimeoutPreemptively(DEADLINE, () -> read(file), () -> file + " takes too long");
    }

    @Test
    void theRegisterIsReadToItsLastRow() throws Exception {
        Path register = SHARED.resolve("national/register/gias_register.zip");
        assumeTrue(Files.exists(register));
        try (Book book = TestFiles.open(register);
                Rows rows = book.sheets().get(0).rows()) {
            int count = 0;
            for (Row row = rows.next(); row != null; row = rows.next())
                assertThat(row.number()).isEqualTo(++count);
            assertThat(count).isEqualTo(1 + 30_038);
        }
    }

    static List<Path> files(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            assumeTrue(Files.isDirectory(SHARED.resolve(folder)));
            try (Stream<Path> found = Files.list(SHARED.resolve(folder))) {
                files.addAll(found.sorted().toList());
            }
        }
        return files;
    }

    private static void read(Path file) {
        try (Book book = TestFiles.open(file)) {
            book.sheets().forEach(HostileFilesTest::read);
        } catch (UnreadableException e) {
            assertPlain(e);
        }
    }

    private static void read(Sheet sheet) {
        try {
            assertThat(TestFiles.rows(sheet)).extracting(Row::number).isSorted();
        } catch (UnreadableException e) {
            assertPlain(e);
        }
    }

    private static void assertPlain(UnreadableException unreadable) {
        assertThat(unreadable.words().get("where")).isNotBlank().doesNotContain("Exception");
        assertThat(unreadable.rule()).matches("[a-z_]+");
    }
}
