package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Files of kinds that have led to wrong figures elsewhere, each with the correct result.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicCasesTest {

    private static final Path CASES = Path.of("../shared/cases/public");

    private final Path folder;
    private TestWorkspace testWorkspace;

    PublicCasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void aNightOverTheCases() throws IOException {
        assumeTrue(Files.isDirectory(CASES));
        testWorkspace = TestWorkspace.in(folder);
        testWorkspace.drop(CASES.resolve("registers")).drop(TestWorkspace.SAMPLES.resolve("activities"));
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("T"))
                    .filter(one -> !one.getFileName().toString().startsWith("T80"))
                    .toList())
                Files.copy(file, testWorkspace.root().resolve("import").resolve(file.getFileName()));
        }
        testWorkspace.runWithoutReports("nightly");
    }

    private List<Map<String, Object>> ask(String query) throws IOException {
        return testWorkspace.ask(query);
    }

    private String counts(String indicator, String hub) throws IOException {
        return ask("select numerator::integer || ' of ' || denominator::integer as counts from measured where indicator = '"
                        + indicator + "' and hub = '" + hub
                        + "' and time_period = 202223 and education_phase = 'Total' and breakdown = 'Total'")
                .get(0)
                .get("counts")
                .toString();
    }

    /// The rules reported for a file, with their numbers of findings.
    private List<String> rules(String file) throws IOException {
        return ask(
                        "select rule || ' ' || count(*) as told from finding join submission using (submission) where file_name = '"
                                + file
                                + "' and rule not in ('missing_column', 'activity_not_in_catalogue') group by rule order by rule")
                .stream()
                .map(row -> row.get("told").toString())
                .toList();
    }

    @Test
    void codesAreOneActivityInEverySpelling() throws IOException {
        for (String hub : List.of("T04", "T05", "T06"))
            assertThat(ask("select activity from engagement where hub = '" + hub
                            + "' union select activity from delivery where hub = '" + hub + "'"))
                    .as(hub)
                    .hasSize(1);
        assertThat(rules("T05_leading_zero_code.xlsx")).containsExactly("code_spelled_twice 1");
        assertThat(rules("T06_code_spellings.xlsx")).containsExactly("code_spelled_twice 1");
        assertThat(rules("T04_code_became_date.xlsx")).containsExactly("code_became_date 12");
        assertThat(counts("schools_reengaged_percent", "T65")).isEqualTo("0 of 12");
        assertThat(counts("schools_reengaged_percent", "T66")).isEqualTo("0 of 12");
        assertThat(ask("select distinct activity from survey_response where hub = 'T42'"))
                .containsExactly(Map.of("activity", "MA22-01"));
    }

    @Test
    void referencesAreOnePersonHoweverTheyAreShown() throws IOException {
        assertThat(counts("leads_retained_percent", "T61")).isEqualTo("12 of 12");
    }

    @Test
    void twoCodesInACellAreAnErrorOfTheirRow() throws IOException {
        assertThat(rules("T25_multi_code.xlsx")).contains("several_codes 1");
    }

    @Test
    void numbersAndGuardedTextsAreReadAsTheyAreShown() throws IOException {
        for (String hub : List.of("T02", "T08"))
            assertThat(counts("participants_completed_percent", hub)).isEqualTo("12 of 12");
        assertThat(rules("T08_float.xlsx")).isEmpty();
        try (Stream<Path> returned = Files.list(testWorkspace.root().resolve("returned/T02/2022-23"))) {
            assertThat(returned.map(file -> file.getFileName().toString())).contains("T02_guarded.csv.receipt.json");
        }
        assertThat(ask("select distinct started from survey_response where hub = 'T53'"))
                .hasSizeGreaterThan(0);
        assertThat(rules("T53_serial_times.xlsx")).isEmpty();
    }

    @Test
    void aTableThatStandsTwiceCountsOnce() throws IOException {
        assertThat(counts("participants_completed_percent", "T11")).isEqualTo("12 of 12");
        assertThat(counts("participants_completed_percent", "T12")).isEqualTo("12 of 12");
        assertThat(rules("T11_sheet_copied.xlsx")).containsExactly("copied_rows 1");
        assertThat(rules("T12_old_draft_veryhidden.xlsx")).containsExactly("hidden_copy 1");
    }

    @Test
    void answersAreNeverSqueezedIntoAnotherScale() throws IOException {
        assertThat(
                        ask(
                                "select count(overall) as n, count(recommend) > 0 as recommended from survey_response where hub = 'T44'"))
                .containsExactly(Map.of("n", 0L, "recommended", true));
        assertThat(rules("T44_seven_points.csv")).containsExactly("other_scale 6");
        assertThat(
                        ask(
                                "select count(overall) as n, count(recommend) as recommended from survey_response where hub = 'T45'"))
                .containsExactly(Map.of("n", 12L, "recommended", 0L));
        assertThat(rules("T45_recommend_words.csv")).containsExactly("other_scale 1");
    }

    @Test
    void previewsAreSetAsideAndBranchesAreJoined() throws IOException {
        assertThat(ask("select count(*) as n from response where hub = 'T46'")).containsExactly(Map.of("n", 8L));
        assertThat(rules("T46_qualtrics_preview.csv")).contains("answers_set_aside 2");
        assertThat(ask("select count(overall) as n, count(recommend) as r from survey_response where hub = 'T43'"))
                .containsExactly(Map.of("n", 12L, "r", 12L));
    }

    @Test
    void theSampleHubsFilesOfTheseKindsAreRead(@TempDir Path other) throws IOException {
        TestWorkspace samples = TestWorkspace.in(other);
        samples.drop(TestWorkspace.SAMPLES.resolve("registers")).drop(TestWorkspace.SAMPLES.resolve("activities"));
        for (String file : List.of(
                "T80_ref_format_read_as_date.xlsx",
                "evidence_quoted_date_format_and_long_text.xlsx",
                "inline_phone_in_reason.xlsx",
                "inline_survey.xlsx"))
            Files.copy(CASES.resolve(file), samples.root().resolve("import").resolve(file));
        Files.copy(
                CASES.resolve("twodigit/edubasealldata20230901.csv"),
                samples.root().resolve("import/edubasealldata20230901.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        samples.run("import");
        assertThat(samples.ask("select min(participant) as first, count(*) as n from engagement where hub = 'HM1'"))
                .containsExactly(Map.of("first", "M001", "n", 12L));
        assertThat(samples.ask("select count(*) filter (where held is null) as undated from evaluation_meeting"))
                .containsExactly(Map.of("undated", 0L));
        assertThat(samples.ask("select count(*) as n from school_register where year(open_date) > 2023"))
                .containsExactly(Map.of("n", 0L));
        // The ends of telephone numbers are long enough not to be found in a hash by chance.
        for (String planted : List.of(
                "07700",
                "203.0.113",
                "Inlinequill",
                "planted.example",
                "900500",
                "900501",
                "900599",
                "900777",
                "Peregrine"))
            assertThat(filesWith(samples.root(), planted)).as(planted).isEmpty();
    }

    /// The files outside the archive that contain a text in any part.
    static List<Path> filesWith(Path workspace, String text) throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !workspace.relativize(file).startsWith("archive"))
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            if (!file.toString().matches(".*\\.(xlsx|xlsm|zip|docx)"))
                return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8).contains(text);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : java.util.Collections.list(zip.entries()))
                    if (new String(zip.getInputStream(part).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .contains(text)) return true;
            }
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
