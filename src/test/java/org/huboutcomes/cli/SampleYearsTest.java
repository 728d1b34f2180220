package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.domain.AcademicYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample years, from imported files to published figures and reports, compared with independently computed
/// figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleYearsTest {

    private static final List<String> KEY =
            List.of("time_period", "network", "hub", "education_phase", "breakdown", "indicator");
    private static final BigDecimal CLOSE = new BigDecimal("0.001");

    /// Indicators about the returns themselves, which the tidy tables do not cover: computed from the receipts.
    private static final Set<String> OF_RECEIPTS = Set.of("rows_matched_percent", "rows_left_out_percent");

    private final TestWorkspace workspace;

    SampleYearsTest(@TempDir Path folder) {
        workspace = TestWorkspace.afterTheNight(folder);
    }

    @Test
    void everyFigureMatchesAnIndependentComputation() throws IOException {
        Map<String, CSVRecord> expected = byKey(TestWorkspace.SAMPLES.resolve("expected/figures.csv"));
        Map<String, CSVRecord> published = byKey(workspace.published("indicators.csv"));
        assertThat(published.keySet()).isEqualTo(expected.keySet());
        List<String> differing = new ArrayList<>();
        expected.forEach((key, figure) -> {
            if (!agrees(figure, published.get(key))) differing.add(key + ": " + figure + " but " + published.get(key));
        });
        assertThat(differing).isEmpty();
    }

    private static Map<String, CSVRecord> byKey(Path file) throws IOException {
        Map<String, CSVRecord> rows = new TreeMap<>();
        for (CSVRecord row : TestWorkspace.csv(file))
            if (!OF_RECEIPTS.contains(row.get("indicator")))
                rows.put(String.join(" | ", KEY.stream().map(row::get).toList()), row);
        return rows;
    }

    /// There is a number only where the expected figure has one, and a symbol only where a rule withholds it.
    private static boolean agrees(CSVRecord expected, CSVRecord published) {
        String symbol = published.get("symbol");
        if (expected.get("n").isEmpty()) return symbol.equals("x") || symbol.equals("z");
        Map<String, String> columns =
                new HashMap<>(Map.of("numerator", "numerator", "denominator", "denominator", "n", "n"));
        if (symbol.isEmpty() || symbol.equals("u"))
            columns.putAll(Map.of("value", "value", "lower", "value_lower_ci", "upper", "value_upper_ci"));
        // A figure without counts prints none, such as the gap to a target.
        if (published.get("denominator").equals("z")) columns.keySet().removeAll(List.of("numerator", "denominator"));
        if (symbol.equals("c")) return isSmall(expected) && !isNumber(published.get("value"));
        if (symbol.equals("x") && isNumber(expected.get("value")) && !isSmall(expected) && !isThinScore(expected))
            return false;
        return columns.entrySet().stream().allMatch(column -> {
            String wanted = expected.get(column.getKey());
            String found = published.get(column.getValue());
            return !isNumber(wanted) ? !isNumber(found) : isNumber(found) && near(wanted, found);
        });
    }

    private static boolean isSmall(CSVRecord expected) {
        return new BigDecimal(expected.get("n")).compareTo(BigDecimal.TEN) < 0
                || !expected.get("least").isEmpty() && Integer.parseInt(expected.get("least")) < 10
                || !expected.get("schools").isEmpty() && Integer.parseInt(expected.get("schools")) < 3
                || isNumber(expected.get("numerator"))
                        && new BigDecimal(expected.get("numerator")).compareTo(BigDecimal.valueOf(5)) < 0;
    }

    /// A score without counts is printed from thirty answers on.
    private static boolean isThinScore(CSVRecord expected) {
        return !isNumber(expected.get("denominator"))
                && new BigDecimal(expected.get("n")).compareTo(BigDecimal.valueOf(30)) < 0;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?");
    }

    private static boolean near(String wanted, String found) {
        return new BigDecimal(wanted).subtract(new BigDecimal(found)).abs().compareTo(CLOSE) <= 0;
    }

    @Test
    void everyReceiptAddsUp() throws IOException {
        List<JsonNode> receipts = receipts();
        assertThat(receipts).hasSizeGreaterThan(20);
        for (JsonNode receipt : receipts)
            for (JsonNode sheet : receipt.get("sheets")) {
                JsonNode rows = sheet.get("rows");
                int sum = rows.get("accepted").asInt()
                        + rows.get("left_out").asInt()
                        + rows.get("duplicate").asInt()
                        + rows.get("aside").asInt();
                assertThat(rows.get("read").asInt())
                        .as(receipt.get("file") + " > " + sheet.get("sheet"))
                        .isEqualTo(sum);
            }
    }

    @Test
    void theSharesOfRowsMatchTheReceipts() throws IOException {
        Map<String, int[]> told = new TreeMap<>();
        for (JsonNode receipt : receipts())
            for (JsonNode sheet : receipt.get("sheets")) {
                if (!sheet.hasNonNull("hub") || !sheet.hasNonNull("academic_year")) continue;
                int[] counts = told.computeIfAbsent(
                        sheet.get("hub").asString() + " "
                                + AcademicYear.parse(sheet.get("academic_year").asString())
                                        .orElseThrow()
                                        .timePeriod(),
                        none -> new int[4]);
                int accepted = sheet.get("rows").get("accepted").asInt();
                int leftOut = sheet.get("rows").get("left_out").asInt();
                counts[0] += leftOut;
                counts[1] += accepted + leftOut;
                if (!Set.of("engagement", "pathway")
                        .contains(sheet.get("return").asString())) continue;
                counts[2] += accepted;
                counts[3] += accepted
                        + (int) sheet.get("findings")
                                .valueStream()
                                .filter(note -> note.get("rule").asString().contains("urn"))
                                .filter(note -> note.get("severity").asString().equals("error"))
                                .count();
            }
        List<CSVRecord> figures = TestWorkspace.csv(workspace.published("indicators.csv"));
        told.forEach((hubYear, counts) -> {
            assertThat(counts(figures, hubYear, "rows_left_out_percent")).isEqualTo(counts[0] + " of " + counts[1]);
            assertThat(counts(figures, hubYear, "rows_matched_percent")).isEqualTo(counts[2] + " of " + counts[3]);
        });
        assertThat(told).hasSize(9);
    }

    private static String counts(List<CSVRecord> figures, String hubYear, String indicator) {
        CSVRecord figure = figures.stream()
                .filter(row -> hubYear.equals(row.get("hub") + " " + row.get("time_period")))
                .filter(row -> row.get("indicator").equals(indicator)
                        && row.get("breakdown").equals("Total"))
                .findFirst()
                .orElseThrow();
        return figure.get("numerator") + " of " + figure.get("denominator");
    }

    @Test
    void onlyPlantedFaultsAreFound() throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode receipt : receipts())
            for (JsonNode sheet : receipt.get("sheets"))
                for (JsonNode note : sheet.get("findings"))
                    found.add(String.join(
                            " ",
                            receipt.get("file").asString(),
                            sheet.get("sheet").asString(),
                            note.path("cell").asString(""),
                            note.get("severity").asString(),
                            note.get("rule").asString()));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "FV1_2021-22_return.xlsx Engagement C7 error unknown_urn",
                        "HM1_2022-23_return.xlsx Pathway E9 error unknown_choice",
                        "FV1_2022-23_return.xlsx Engagement C41 query outside_area",
                        "QS1_2022-23_evidence.xlsx Summary A17 query date_outside_year",
                        "QS1_2022-23_evidence.xlsx Summary A17 query dates_out_of_order",
                        "QS1_2022-23_evidence.xlsx Summary A21 query month_or_day",
                        "QS1_2022-23_evidence.xlsx Summary  query claims_overlap",
                        "QS1_2022-23_evidence.xlsx Summary  query school_could_be_identified",
                        "QS1_2021-22_return.xlsx Pathway E43 query stage_went_backwards",
                        "QS1_2022-23_return.xlsx Stated totals D4 query stated_total_differs");
    }

    private List<JsonNode> receipts() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve("returned"))) {
            return files.filter(file -> file.toString().endsWith(".receipt.json"))
                    .sorted()
                    .map(file -> new JsonMapper().readTree(file.toFile()))
                    .toList();
        }
    }

    @Test
    void thirtySixSchoolsAndFortyFourPlacesAreDistinguished() throws IOException {
        JsonNode pathway = receipts().stream()
                .filter(receipt -> receipt.get("file").asString().equals("QS1_2022-23_return.xlsx"))
                .flatMap(receipt -> receipt.get("sheets").valueStream())
                .filter(sheet -> sheet.get("return").asString().equals("pathway"))
                .findFirst()
                .orElseThrow();
        assertThat(pathway.get("totals").get("schools").asInt())
                .isLessThan(pathway.get("totals").get("places").asInt());
    }

    @Test
    void thePublicEditionNamesNoChangeThatOnlyRoundingMakes() {
        assertThat(workspace.ask("""
                        select indicator, hub, time_period, education_phase, breakdown
                        from profile_result as public_one
                        join profile_result as own using (indicator, network, hub, time_period, education_phase, breakdown)
                        where
                            public_one.profile = 'public'
                            and own.profile = 'restricted'
                            and public_one.change_word in ('rise', 'fall')
                            and own.change_word is distinct from public_one.change_word
                        """)).isEmpty();
        assertThat(workspace.ask("select distinct change_word from profile_result where profile = 'public'"))
                .extracting(row -> row.get("change_word"))
                .contains("no clear change");
    }

    @Test
    void aSecondRunWithTheSameFilesChangesNothing() throws IOException {
        byte[] figures = Files.readAllBytes(workspace.published("indicators.csv"));
        byte[] parquet = Files.readAllBytes(workspace.published("indicators.parquet"));
        byte[] manifest = Files.readAllBytes(workspace.published("manifest.csv"));
        workspace.dropSampleYears().run("nightly");
        assertThat(Files.readAllBytes(workspace.published("indicators.csv"))).isEqualTo(figures);
        assertThat(Files.readAllBytes(workspace.published("indicators.parquet")))
                .isEqualTo(parquet);
        assertThat(Files.readAllBytes(workspace.published("manifest.csv"))).isEqualTo(manifest);
    }

    @Test
    void noPersonalNameIsStored() throws IOException {
        List<String> personal = List.of("@example.org", "Mx Invented", "TelephoneNum");
        try (Stream<Path> files = Stream.of("returned", "published", "logs")
                .flatMap(folder -> walk(workspace.root().resolve(folder)))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(json|html|csv|log)"))
                    .toList()) {
                String text = Files.readString(file);
                assertThat(personal.stream().filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
