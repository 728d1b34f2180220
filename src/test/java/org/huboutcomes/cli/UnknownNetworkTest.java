package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A hub in an unknown network has no figures and no report. The status, the nightly note and the receipt of the list
/// say so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownNetworkTest {

    private final TestWorkspace workspace;

    UnknownNetworkTest(@TempDir Path folder) {
        workspace = TestWorkspace.in(folder);
    }

    @BeforeAll
    void aListWithAMistypedNetwork() throws IOException {
        workspace.dropSampleYears();
        Path list = workspace.root().resolve("import/hubs.csv");
        String hubs = Files.readString(list);
        Files.writeString(
                list, hubs.replace("Maths Hubs,HM1", "Math Hubs,HM1").replace("Maths Hubs,QS1", "MATHS hubs,QS1"));
        assertThat(list).content().contains("Math Hubs,HM1", "MATHS hubs,QS1");
        workspace.runWithoutReports("nightly");
    }

    @Test
    void aNetworkInOtherCapitalsIsTheSame() {
        assertThat(workspace.ask("select network from hub_list where hub = 'QS1'"))
                .singleElement()
                .hasToString("{network=Maths Hubs}");
    }

    @Test
    void theStatusNamesItsHubs() {
        assertThat(workspace.printed("status"))
                .contains("Unknown network; these hubs are in no figure and are not expected to send returns:")
                .contains("    HM1: Math Hubs (nearest: Maths Hubs)");
        assertThat(workspace.printed("--json", "status"))
                .contains("{\"network\":\"Math Hubs\",\"nearest\":\"Maths Hubs\",\"hubs\":\"HM1\"}");
    }

    @Test
    void theNightlyNoteNamesItsHubs() {
        assertThat(workspace.published("night.html"))
                .content()
                .contains("The list of hubs has the network \"Math Hubs\" (HM1), which is not known; the nearest is"
                        + " \"Maths Hubs\". Nothing is asked of its hubs");
    }

    @Test
    void theReturnsOfItsHubsHaveNoQueries() throws IOException {
        assertThat(workspace.ask("select distinct rule from finding join claim using (claim) where hub = 'HM1'"))
                .singleElement()
                .hasToString("{rule=unknown_choice}");
    }

    @Test
    void theReceiptOfTheListReportsIt() throws IOException {
        assertThat(workspace.ask("select rule, cell, message from noted_finding where rule like 'hub_of%'"))
                .singleElement()
                .hasToString(
                        "{rule=hub_of_unknown_network, cell=A3, message=Network is \"Math Hubs\", which is not known."
                                + " Use one of Maths Hubs, Science Learning Partnerships (nearest: Maths Hubs). The hub was kept."
                                + " No return is expected of it, and no figure includes it, until the network is corrected.}");
    }
}
