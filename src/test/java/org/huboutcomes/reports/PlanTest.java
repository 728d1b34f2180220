package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void aBlockThatNobodyKnowsIsNamed() {
        assertThatThrownBy(() -> written("- poem: ode")).hasMessage("report.yaml: there is no block \"poem\".");
    }

    @Test
    void aChartThatNobodyKnowsIsNamed() {
        assertThatThrownBy(() -> written("- chart: pie")).hasMessage("report.yaml: there is no chart \"pie\".");
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatThrownBy(() -> written("- tell: changes")).hasMessage("report.yaml does not set table.");
    }

    private static void written(String block) {
        Plan plan = Plan.read("""
                title: Report
                footer: Foot
                pages:
                  - title: Page
                    question: Why?
                    blocks:
                      %s
                """.formatted(block));
        new ReportBuilder(
                        plan,
                        new SentenceBank(Catalogue.packaged()),
                        new Triggers(Catalogue.packaged()),
                        Reports.packaged().figures(InventedHubs.large()))
                .write();
    }
}
