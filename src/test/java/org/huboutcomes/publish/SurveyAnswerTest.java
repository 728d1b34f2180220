package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyAnswerTest {

    @Test
    void anItemWithFewAnswersHasNoRows() throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        try (Workbench workbench = new Workbench(catalogue).build()) {
            workbench.put(
                    "figure_hub",
                    "| network | member | hub | time_period |\n|--|--|--|--|\n| Maths Hubs | H1 | H1 | 202223 |");
            workbench.put("figure_standing", """
                    | indicator                     | network    | hub | time_period | counted_as | is_covered |
                    |-------------------------------|------------|-----|-------------|------------|------------|
                    | respondents_satisfied_percent | Maths Hubs | H1  | 202223      | H1         | true       |
                    """);
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

    @Test
    void anItemIsShownIfItsFieldHasAShortTitle(@TempDir Path folder) throws Exception {
        Catalogue catalogue = EditedCatalogue.in(folder.resolve("jobs"))
                .replace(
                        "returns/survey_response.yaml",
                        "title: This activity seems fitting",
                        "title: This activity seems fitting, shortTitle: Seems fitting")
                .replace("instruments/agreement.yaml", "[Agree, Somewhat agree]", "[Rather agree, Agree]")
                .open();
        try (Workbench workbench = new Workbench(catalogue).build()) {
            workbench.put(
                    "figure_hub",
                    "| network | member | hub | time_period |\n|--|--|--|--|\n| Maths Hubs | H1 | H1 | 202223 |");
            workbench.put("figure_standing", """
                    | indicator                     | network    | hub | time_period | counted_as | is_covered |
                    |-------------------------------|------------|-----|-------------|------------|------------|
                    | respondents_satisfied_percent | Maths Hubs | H1  | 202223      | H1         | true       |
                    """);
            workbench.put("response", """
                    | network    | hub | time_period | lineage | aim4 | iam1 | iam2 | trust | recommend | times |
                    |------------|-----|-------------|---------|------|------|------|-------|-----------|-------|
                    | Maths Hubs | H1  | 202223      | 1       | 4    | 4    | 4    | 4     | 4         | 4     |
                    | Maths Hubs | H1  | 202223      | 2       | 4    | 4    | 4    | 4     | 4         | 4     |
                    | Maths Hubs | H1  | 202223      | 3       | 4    | 4    | 4    | 4     | 4         | 4     |
                    """);
            new SqlFolder(catalogue, "publish").run(workbench.connection());
            assertThat(workbench.rows("select item_order, item, option, option_count from survey_answer "
                            + "where option_count > 0 order by item_order, option_order"))
                    .containsExactly(
                            "5 | I welcome it | Rather agree | 12",
                            "6 | Seems fitting | Rather agree | 12",
                            "7 | I trust the hub for advice | Rather agree | 12");
        }
    }
}
