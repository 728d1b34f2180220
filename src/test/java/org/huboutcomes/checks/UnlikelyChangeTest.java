package org.huboutcomes.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nine hubs whose responses grew by about a tenth: which changes are reported as unlikely.
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
    void aHubThatFellWhileTheOthersGrewIsReported() throws SQLException {
        assertThat(asked(20)).containsExactly("0 | Responses | 100 | 2021/22 | 20 | 2022/23 | other hubs");
    }

    @Test
    void aHubThatGrewLikeTheOthersIsNotReported() throws SQLException {
        assertThat(asked(121)).isEmpty();
    }

    @Test
    void aFallThatChanceMayExplainIsNotReported() throws SQLException {
        assertThat(asked(70)).isEmpty();
    }

    @Test
    void tooFewHubsOrYearsAreNotCompared() throws SQLException {
        fill(7, 5);
        assertThat(asked()).isEmpty();
    }

    private Iterable<String> asked(int ofTheFirst) throws SQLException {
        fill(9, ofTheFirst);
        return asked();
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

    private Iterable<String> asked() throws SQLException {
        String check = CATALOGUE.read("checks/unlikely_change.sql").strip().replaceAll(";$", "");
        return workbench.rows("select claim, quantity, n_before, previous_year, n, year, kind from (" + check + ")");
    }
}
