package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.ReportBlock;
import org.junit.jupiter.api.Test;

/// What the first page says in constructed situations, by the thresholds of the catalogue.
class TriggersTest {

    private static final Reports REPORTS = Reports.packaged();

    @Test
    void aFigureClearlyAboveTheNetworkWentWell() {
        assertThat(column(hub().share("schools_engaged_percent", 236, 412, 9412, 18450, "higher"), 0))
                .containsExactly("Schools engaged: 57.3%, clearly above the network");
    }

    @Test
    void aFigureClearlyBelowTheNetworkNeedsAttention() {
        assertThat(column(hub().share("schools_engaged_percent", 136, 412, 9412, 18450, "lower"), 1))
                .containsExactly("Schools engaged: 33.0%, clearly below the network");
    }

    @Test
    void ofFewerThanTwentyNothingIsSaid() {
        HubFiguresBuilder hub = hub().share("schools_engaged_percent", 9, 19, 9412, 18450, "higher");
        for (int column = 0; column < 3; column++)
            assertThat(column(hub, column)).containsExactly("Nothing stands out");
    }

    @Test
    void aTargetOfTheYearIsMetOrMissed() {
        assertThat(column(aimed(202223, 0), 0)).containsExactly("Schools engaged: 57.3%, target of 55% met");
        assertThat(column(aimed(202223, 12), 1)).containsExactly("Schools engaged: 57.3%, target of 55% missed");
    }

    @Test
    void aTargetMissedByAGroupTooSmallForAShareIsSaidWithItsCount() {
        HubFiguresBuilder hub = hub().counts("schools_engaged_percent", 2, 6);
        assertThat(column(aimed(hub, 202223, 2), 1)).containsExactly("Schools engaged: 2 of 6, target of 55% missed");
    }

    @Test
    void ofTheTargetsOfOneFigureAColumnNamesTheFirst() {
        HubFiguresBuilder hub = hub();
        for (String phase : List.of("Primary", "Secondary")) {
            hub.share("schools_engaged_percent", 202223, phase, "Total", 60, 100, 5000, 10000, "similar");
            aimed(hub, phase, 202223, 0);
        }
        assertThat(column(hub, 0)).containsExactly("Schools engaged (primary): 60.0%, target of 55% met");
    }

    @Test
    void aTargetOfALaterYearIsSomethingToLookAt() {
        assertThat(column(aimed(202324, 12), 2)).containsExactly("12 more schools to reach the 2023/24 target of 55%");
    }

    @Test
    void aMissingReturnIsNamed() {
        HubFiguresBuilder hub = hub().row("return_status", "return_name", "Engagement", "received", true)
                .row("return_status", "return_name", "Pathway stages", "received", false);
        assertThat(column(hub, 1)).containsExactly("1 return was not received: Pathway stages");
    }

    @Test
    void schoolsWithMostPupilsOnFreeMealsThatNeverTookPartAreToBeInvited() {
        HubFiguresBuilder hub = hub();
        for (int school = 0; school < 2; school++) hub.row("own_school", "topic", "Never reached");
        assertThat(column(hub, 2)).containsExactly("Nothing stands out");
        hub.row("own_school", "topic", "Never reached");
        assertThat(column(hub, 2))
                .containsExactly(
                        "3 schools with most pupils on free school meals never took part: agree whom to invite");
    }

    @Test
    void aColumnHasAtMostThreeSentences() {
        HubFiguresBuilder hub = hub();
        for (String indicator : List.of(
                "schools_engaged_percent",
                "schools_retained_percent",
                "respondents_satisfied_percent",
                "core_delivered_percent")) hub.share(indicator, 90, 100, 5000, 10000, "higher");
        assertThat(column(hub, 0)).hasSize(3);
    }

    @Test
    void ofAHubWithoutFiguresNothingStandsOut() {
        assertThat(column(hub().withheld("schools_engaged_percent", Symbol.X), 0))
                .containsExactly("Nothing stands out");
    }

    @Test
    void aCountOfANetworkSaysFromHowManyHubs() {
        HubFiguresBuilder network = hub().ofHubs(4, 5, 85).share("core_delivered_percent", 9, 10, 950, 1000, "similar");
        assertThat(REPORTS.findings(network.network())
                        .columns()
                        .get(0)
                        .findings()
                        .get(0)
                        .sentence())
                .isEqualTo("Core components delivered: 95.0% (950 of 1,000, from 4 of 5 hubs), 90% or more");
    }

    private static HubFiguresBuilder engaged() {
        return hub().share("schools_engaged_percent", 236, 412, 9412, 18450, "similar");
    }

    private static HubFiguresBuilder aimed(int period, int needed) {
        return aimed(engaged(), period, needed);
    }

    private static HubFiguresBuilder aimed(HubFiguresBuilder hub, int period, int needed) {
        return aimed(hub, "Total", period, needed);
    }

    private static HubFiguresBuilder aimed(HubFiguresBuilder hub, String phase, int period, int needed) {
        return hub.row(
                "hub_target",
                "indicator",
                "schools_engaged_percent",
                "education_phase",
                phase,
                "time_period",
                202223,
                "target_period",
                period,
                "target_value",
                "55",
                "standing",
                needed == 0 ? "Met" : period > 202223 ? "Not yet met" : "Missed",
                "still_needed",
                needed);
    }

    private static HubFiguresBuilder hub() {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Fenny Isle", "Maths Hubs", 202223);
        for (String[] one : new String[][] {
            {"schools_engaged_percent", "reach", "Schools engaged"},
            {"schools_retained_percent", "sustainability", "Schools retained"},
            {"respondents_satisfied_percent", "acceptability", "Respondents satisfied"},
            {"core_delivered_percent", "replicability", "Core components delivered"}
        }) hub.defines(one[0], one[1], one[2], "percent", "Some", "All");
        return hub;
    }

    private static List<String> column(HubFiguresBuilder hub, int column) {
        ReportBlock.Findings findings = REPORTS.findings(hub.figures());
        return findings.columns().get(column).findings().stream()
                .map(ReportBlock.Finding::sentence)
                .toList();
    }
}
