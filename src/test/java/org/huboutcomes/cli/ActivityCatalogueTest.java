package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The activity catalogue: a return made of a YAML file, a table and a sample only.
class ActivityCatalogueTest {

    @TempDir
    Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void theYearsAreIn() throws Exception {
        workspace = TestWorkspace.afterTheNight(folder);
        workspace.drop(TestWorkspace.SAMPLES.resolve("activities"));
        workspace.run("import");
    }

    @Test
    void anActivityIsFollowedThroughItsYearlyCodes() throws Exception {
        assertThat(
                        found(
                                "select activity || ' is ' || identity as found from activity_identity where identity like '%-03'"))
                .containsExactlyInAnyOrder(
                        "MA20-03 is MA20-03",
                        "MA21-03 is MA20-03",
                        "MA22-03 is MA20-03",
                        "SP20-03 is SP20-03",
                        "SP21-03 is SP20-03",
                        "SP22-03 is SP20-03");
    }

    @Test
    void aDeliveredActivityThatIsNotListedIsReported() throws Exception {
        assertThat(asked()).isEmpty();
        Path listed = TestWorkspace.SAMPLES.resolve("activities/activities.csv");
        Files.write(
                workspace.root().resolve("import/activities.csv"),
                Files.readAllLines(listed).stream()
                        .filter(line -> !line.startsWith("MA22-03"))
                        .toList());
        workspace.run("import");
        assertThat(asked()).isNotEmpty().containsOnly("MA22-03");
    }

    private List<String> asked() throws Exception {
        return found("select value as found from finding where rule = 'activity_not_in_catalogue'");
    }

    private List<String> found(String query) throws Exception {
        return workspace.ask(query).stream()
                .map(row -> String.valueOf(row.get("found")))
                .toList();
    }
}
