package org.huboutcomes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huboutcomes.delivery.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// A leak is planted: a row of a published table for one hub names another.
class RefusedReportTest {

    private static final String LEAK = """
            -- One row per (hub): a query that names another hub.
            create or replace table open_finding as
            select
                network, hub, 202223 as time_period, 'any' as return_name, 'any' as rule, 'Query' as kind,
                'The figures of ' || (select hub_name from hub where hub <> 'HM1' order by hub limit 1) as message,
                1::bigint as rows
            from hub
            where hub = 'HM1'
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingExceptTheRefusedReportIsPublished() throws IOException {
        TestWorkspace workspace = TestWorkspace.afterTheNight(folder);
        Path catalogue = folder.resolve("jobs");
        FileSystemUtils.copyRecursively(Path.of("jobs"), catalogue);
        Files.writeString(catalogue.resolve("publish/report/open_finding.sql"), LEAK);
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            assertThat(workspace.exitCode("nightly", "--catalogue", catalogue.toString()))
                    .isEqualTo(3);
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(UTF_8).lines().reduce((first, last) -> last))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("hubs/HM1/202223/HM1.pdf was refused", "of FV1", "Everything else was done."));
        assertThat(Manifest.in(workspace.root().resolve("published")).lines())
                .noneMatch(line -> line.file().contains("202223/HM1"))
                .anyMatch(line -> line.file().equals("hubs/QS1/202223/QS1.pdf"))
                .filteredOn(line -> !line.hub().isEmpty())
                .allMatch(line -> line.isolation().startsWith("passed "));
        assertThat(workspace.published("hubs/HM1/202223/HM1.pdf")).doesNotExist();
        assertThat(workspace.published("hubs/HM1/202223/HM1.xlsx")).doesNotExist();
        assertThat(workspace.published("hubs/HM1/202122/HM1.pdf")).exists();
    }
}
