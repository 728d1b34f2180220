package org.huboutcomes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Odd, broken and hostile files of other projects. They lie outside this project; without them nothing is tested here.
class HostileFilesTest {

    private static final List<Path> FOLDERS = List.of(
            Path.of("../shared/hostile/xl"), Path.of("../shared/hostile/csv"), Path.of("../shared/surveys"));

    static Stream<Path> files() throws IOException {
        Stream<Path> all = Stream.empty();
        for (Path folder : FOLDERS) if (Files.isDirectory(folder)) all = Stream.concat(all, Files.list(folder).sorted());
        return Stream.concat(Stream.of(Path.of("none")), all);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrUnreadableAndNothingElse(Path file) {
        assumeTrue(Files.exists(file));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(file));
    }

    private static void read(Path file) {
        try (Book book = Drop.open(file)) {
            for (Sheet sheet : book.sheets()) System.out.println("READ " + file.getFileName() + " > " + sheet.name() + " " + read(sheet));
        } catch (Unreadable e) {
            System.out.println("UNRE " + file.getFileName() + " " + e.rule() + " " + e.getMessage() + " <- " + e.getCause());
            assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception");
        }
    }
    static String read(Sheet s) { try { List<Row> r = Drop.rows(s); return r.size() + " " + (r.isEmpty()? "": r.get(0) + " ... " + r.get(r.size()-1)); } catch (Unreadable e) { return "  UNRE " + e.getMessage() + e.getCause(); } }
}
