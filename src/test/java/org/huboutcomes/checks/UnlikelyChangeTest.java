package org.huboutcomes.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nine hubs whose responses grew by about a tenth, and what it takes to be asked about among them.
class UnlikelyChangeTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(CATALOGUE).build();
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aHubThatFellWhileTheOthersGrewIsAsked() throws SQLException {
        assertThat(messages(20))
                .singleElement()
                .asString()
                .startsWith("H0: Responses: 100 in 2021/22, 20 in 2022/23, a change unlike that of other hubs;");
    }

    @Test
    void aHubThatGrewWithTheOthersIsNot() throws SQLException {
        assertThat(messages(121)).isEmpty();
    }

    @Test
    void aFallThatChanceMayExplainIsNotAskedAbout() throws SQLException {
        assertThat(messages(70)).isEmpty();
    }

    @Test
    void fewHubsAndFewYearsAreNothingToCompareWith() throws SQLException {
        fill(7, 5);
        assertThat(messages()).isEmpty();
    }

    private Iterable<String> messages(int ofTheFirst) throws SQLException {
        fill(9, ofTheFirst);
        return messages();
    }

    private void fill(int hubs, int ofTheFirst) throws SQLException {
        StringBuilder responses = new StringBuilder("| network | hub | time_period | times |\n|---|---|---|---|\n");
        StringBuilder claims = new StringBuilder(
                "| claim | sheet | return_name | hub | time_period | accepted |\n" + "|---|---|---|---|---|---|\n");
        for (int hub = 0; hub < hubs; hub++) {
            responses.append("| N | H%d | 202122 | 100 |\n".formatted(hub));
            responses.append("| N | H%d | 202223 | %d |\n".formatted(hub, hub == 0 ? ofTheFirst : 105 + hub));
            claims.append("| %d | 1 | survey_response | H%d | 202223 | 100 |\n".formatted(hub, hub));
        }
        workbench.put("response", responses.toString()).put("claim_in_force", claims.toString());
    }

    private Iterable<String> messages() throws SQLException {
        String check = CATALOGUE.read("checks/unlikely_change.sql").strip().replaceAll(";$", "");
        return workbench.rows("select 'H' || claim || ': ' || message from (" + check + ")");
    }
}
