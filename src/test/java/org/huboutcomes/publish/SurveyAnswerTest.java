package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Test;

class SurveyAnswerTest {

    @Test
    void anItemThatFewAnsweredHasNoRows() throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        try (Workbench workbench = new Workbench(catalogue).build()) {
            workbench.put("figure_hub", "| network | member | hub |\n|--|--|--|\n| Maths Hubs | H1 | H1 |");
            workbench.put("response", """
                    | network    | hub | time_period | lineage | overall | trust | times |
                    |------------|-----|-------------|---------|---------|-------|-------|
                    | Maths Hubs | H1  | 202223      | 1       | 5       | 4     | 4     |
                    | Maths Hubs | H1  | 202223      | 2       | 5       |       | 4     |
                    | Maths Hubs | H1  | 202223      | 3       | 1       | 4     | 2     |
                    """);
            new SqlFolder(catalogue, "publish").run(workbench.connection());
            assertThat(workbench.rows("select item_order, option, option_count from survey_answer "
                            + "order by item_order, option_order"))
                    .containsExactly(
                            "1 | Strongly disagree | 2",
                            "1 | Disagree | 0",
                            "1 | Neither agree nor disagree | 0",
                            "1 | Agree | 0",
                            "1 | Strongly agree | 8");
        }
    }
}
