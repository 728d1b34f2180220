package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `rehearse` reads the archive with another catalogue and says what would change; the workspace stays as it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearseTest {

    private final Path folder;
    private final TestWorkspace workspace;

    RehearseTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = TestWorkspace.in(folder);
    }

    @BeforeAll
    void aNight() throws IOException {
        workspace
                .drop(TestWorkspace.SAMPLES.resolve("registers"))
                .drop(TestWorkspace.SAMPLES.resolve("2022-23"))
                .runWithoutReports("nightly");
    }

    @Test
    @Tag("long")
    void theSameCatalogueChangesNothing() throws IOException {
        Map<String, String> before = files();
        assertThat(workspace.printed("rehearse"))
                .isEqualTo("No rule would find more or less.\nNo figure would change.\n");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anotherCatalogueSaysWhichFiguresChange() throws IOException {
        Path jobs = folder.resolve("jobs");
        EditedCatalogue.in(jobs)
                .replace(
                        "indicators/reach/pathway_schools_percent.sql",
                        "1 as denominator",
                        // The worked example, of another hub, still holds.
                        "case when school_year.hub = 'QS1' then 2 else 1 end as denominator");
        assertThat(workspace.printed("rehearse", "--catalogue", jobs.toString()))
                .contains("No rule would find more or less.")
                .containsPattern("\\d+ figures would change:\n(    .*\n)*    .*pathway_schools_percent.*, then ");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(workspace.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                if (!file.toString().contains("/logs/") && !file.toString().endsWith("run.lock"))
                    files.put(file.toString(), Sha256.of(file));
        }
        return files;
    }
}
