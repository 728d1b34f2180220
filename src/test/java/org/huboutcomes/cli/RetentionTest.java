package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Retention;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive keeps files in force for ever, and the others for the time set in the workspace.
class RetentionTest {

    private static final String HEAD = "Network,Hub code,Hub name,Aliases,Opened,Closed\n";
    private static final String FIRST = HEAD + "Maths Hubs,H1,One,,2019/20,\n";
    private static final String SECOND = HEAD + "Maths Hubs,H1,The first,,2019/20,\n";
    private static final String REFUSED = "nothing,of\nours,here\n";
    private static final Period YEARS = Period.ofYears(2);

    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void threeFilesWithOneInForce() throws IOException {
        workspace = TestWorkspace.in(folder);
        drop("first.csv", FIRST);
        drop("refused.csv", REFUSED);
        workspace.run("import", "--as-of", "2024-01-01");
        drop("second.csv", SECOND);
        workspace.run("import", "--as-of", "2024-01-02");
    }

    @Test
    void filesNotInForceAreDeletedWhenRetentionExpires() throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged())) {
            Retention retention =
                    new Retention(open.store(), new Archive(open.workspace().archive()));
            assertThat(retention.end(null, day("2099-01-01"))).isEmpty();
            assertThat(retention.end(YEARS, day("2026-01-01"))).isEmpty();
            assertThat(archived()).containsExactlyInAnyOrder(FIRST, SECOND, REFUSED);

            String again = Sha256.of(REFUSED);
            new Ledger(open.store())
                    .receive(
                            "again.csv",
                            again,
                            day("2024-06-01").atStartOfDay(),
                            day("2024-06-01"),
                            Submission.Status.DUPLICATE);
            assertThat(retention.end(YEARS, day("2026-01-02")))
                    .as("the same bytes came again later")
                    .containsExactly("first.csv");
            assertThat(retention.end(YEARS, day("2026-06-02"))).containsExactly("refused.csv", "again.csv");
            assertThat(retention.end(YEARS, day("2099-01-01"))).isEmpty();
            assertThat(archived()).containsExactly(SECOND);
        }
    }

    @Test
    @Tag("long")
    void deletionsAreRecordedAndADeletedFileCanBeSentAgain() throws IOException {
        Files.writeString(workspace.root().resolve("workspace.yaml"), "retention: 2 years\n");
        workspace.run("import", "--as-of", "2026-01-02");
        assertThat(archived()).containsExactly(SECOND);
        assertThat(answers("""
                        select file_name || ' ' || removed_on
                        from removed_file
                        join submission using (submission)
                        order by file_name""")).containsExactly("first.csv 2026-01-02", "refused.csv 2026-01-02");
        assertThat(answers("select hub_name from hub")).containsExactly("The first");
        assertThat(workspace.root().resolve("returned/unrecognised/refused.csv.receipt.json"))
                .exists();

        // With a changed catalogue a refused file would be tried again if it still existed.
        Path jobs = folder.resolve("jobs");
        TestWorkspace.copy(Path.of("jobs"), jobs);
        Files.writeString(jobs.resolve("returns/hub_list.yaml"), "# changed\n", StandardOpenOption.APPEND);
        drop("first.csv", FIRST);
        drop("refused.csv", REFUSED);
        workspace.run("import", "--as-of", "2026-01-04", "--catalogue", jobs.toString());
        assertThat(archived()).containsExactlyInAnyOrder(FIRST, SECOND, REFUSED);
        assertThat(answers("select status from submission where taken_on = date '2026-01-04' order by file_name"))
                .containsExactly("accepted", "refused");
        assertThat(answers("select hub_name from hub")).containsExactly("One");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(workspace.root().resolve("import").resolve(name), text);
    }

    private List<Object> answers(String query) throws IOException {
        return workspace.ask(query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }

    private List<String> archived() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve("archive"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("workspace.id") && !file.endsWith("journal.jsonl"))
                    .map(RetentionTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
