package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evaluator's document that this software was asked for is read alike however it comes.
class TypedEvidenceTest {

    private static final Path SEEDS = Path.of("../shared/seeds");

    @BeforeEach
    void isHere() {
        assumeTrue(Files.isDirectory(SEEDS), "the document is not here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BBO_evaluator_summary_2022-23.docx",
                "SE1_2022-23_evidence_seed.xlsx",
                "SE1_2022-23_evidence_seed_exact.xlsx",
                "SE1_2022-23_evidence_seed_known_heading.xlsx"
            })
    void theDocumentAndTheSameTypedAreReadWhole(String file, @TempDir Path folder) {
        ScreenedSheet sheet = new Desk(folder)
                .read(SEEDS.resolve(file), new AnySchool("SE1"))
                .sheets()
                .get(0);
        assertThat(sheet.findings()).noneMatch(Finding::isError);
        assertThat(sheet.findings())
                .filteredOn(finding -> finding.rule().equals("date_outside_year"))
                .extracting(Finding::value)
                .containsExactly("28/11/23");
        Map<String, Object> labels = Desk.only(sheet);
        assertThat(labels).containsEntry("hub", "SE1").containsEntry("time_period", 202223);
        assertThat(labels).containsEntry("strategic_goal", "Secondary");
        assertThat(labels)
                .containsKeys(
                        "research_question", "the_case", "overview", "national_priorities", "focus", "conclusion");
        assertThat(labels.get("conclusion").toString().lines()).hasSize(1);
        Map<String, List<AcceptedRow>> blocks = sheet.claims().get(0).blocks();
        assertThat(blocks.get("evaluation_meeting"))
                .hasSize(9)
                .extracting(row -> row.values()[0])
                .startsWith("2023-11-28", "2023-01-11")
                .contains("2023-03");
        assertThat(blocks.get("evaluation_theme")).hasSize(5).noneMatch(row -> row.values()[1] == null);
        assertThat(blocks.get("evaluation_school"))
                .extracting(row -> row.values()[0])
                .containsExactly("School A", "School B");
    }
}
