package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command that chooses hubs to study, over the sample years.
class CasesTest {

    @TempDir
    private Path folder;

    @Test
    void hubsAreChosenToldAndWritten() throws Exception {
        TestWorkspace workspace = TestWorkspace.afterTheNight(folder);
        String printed = workspace.printed("cases", "--size", "2");
        List<CSVRecord> rows =
                TestWorkspace.csv(workspace.root().resolve("cases").resolve("cases.csv"));
        assertThat(rows).hasSize(2);
        for (CSVRecord row : rows) {
            assertThat(row.get("time_period")).isEqualTo("202223");
            assertThat(row.get("years_led")).isNotEmpty();
            assertThat(row.get("why")).isNotEmpty();
            assertThat(printed).contains(row.get("hub")).contains(row.get("why"));
            assertThat(Files.readString(workspace.root().resolve("cases").resolve("cases.html")))
                    .contains(row.get("hub_name"));
        }
        assertThat(workspace.printed("cases", "--size", "1", "--network", "maths hubs"))
                .contains("The only hub chosen.");
        assertThat(workspace.exitCode("cases", "--size", "9")).isEqualTo(2);
    }
}
