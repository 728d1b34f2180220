package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cli.TestWorkspace;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No two rows of a table share the grain that its file states, once the sample years have been read, computed and
/// published, nor once the nightly run has been repeated on the same day with the catalogues of activities.
class GrainTest {

    @TempDir
    private Path folder;

    @Test
    void noTwoRowsOfATableShareItsGrain() throws IOException, SQLException {
        TestWorkspace workspace = TestWorkspace.afterTheNight(folder);
        refuseSharedGrain(workspace);
        workspace.drop(TestWorkspace.SAMPLES.resolve("activities")).runWithoutReports("nightly");
        assertThat(refuseSharedGrain(workspace))
                .filteredOn(table -> table.rows() == 0)
                .extracting(GrainCounts::table)
                .as("tables without rows, of which this test says nothing")
                .containsExactlyInAnyOrder(
                        "claim_part",
                        "evaluation_school",
                        "explained",
                        "explained_finding",
                        "explained_unit",
                        "footnote",
                        "forgotten_file",
                        "hub_outlier",
                        "incomplete_engagement",
                        "invalid_result",
                        "known_layout",
                        "layout",
                        "layout_column",
                        "layout_withdrawal",
                        "mixed_reference",
                        "night_file",
                        "note",
                        "note_in_force",
                        "pathway_missing",
                        "pathway_shared",
                        "public_unreleased",
                        "removed_file",
                        "replacement",
                        "sending",
                        "spread",
                        "spread_point",
                        "unknown_network",
                        "withdrawal");
    }

    private static List<GrainCounts> refuseSharedGrain(TestWorkspace workspace) throws IOException, SQLException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged());
                Connection connection = open.store().dataSource().getConnection()) {
            new Publication(Catalogue.packaged()).make(connection);
            List<GrainCounts> counts = GrainCounts.of(connection, "tables");
            counts.addAll(GrainCounts.of(connection, "publish"));
            assertThat(counts).noneMatch(GrainCounts::isShared);
            return counts;
        }
    }
}
