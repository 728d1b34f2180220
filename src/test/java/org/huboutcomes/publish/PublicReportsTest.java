package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.isolation.Passage;
import org.huboutcomes.delivery.isolation.PdfPassages;
import org.huboutcomes.reports.Edition;
import org.huboutcomes.reports.Reports;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares public reports of six small hubs and their network with the public files: everything in a report can be
/// computed from those files alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicReportsTest {

    private static final int YEAR = 202223;
    private static final String NETWORK = "Maths Hubs";
    private static final Edition PUBLIC = new Edition("2022/23 v1", LocalDate.of(2026, 11, 23), false, "public");
    private static final Reports REPORTS = Reports.packaged();
    private static final Pattern DECIMAL = Pattern.compile("[-\u2212+]?\\d[\\d,]*\\.\\d+");
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\d.,])(\\d[\\d,]*|[xzc]|low) of (\\d[\\d,]*|[xzc]|low)");

    private static final Pattern SAID =
            Pattern.compile("(?<![\\d.,]|or |than )(\\d[\\d,]*) (?:(?:eligible|engaged|more|paused|other) )?"
                    + "(?:schools?|leads?|people|persons?|participants?|respondents?|answers?|pupils?)\\b");

    private final Path folder;
    private final Workbench workbench;
    private List<CSVRecord> open = List.of();

    PublicReportsTest(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        this.workbench = new Workbench(Catalogue.packaged());
    }

    @BeforeAll
    void publish() throws SQLException, IOException {
        Population.small().publish(workbench, folder);
        open = csv("public/indicators.csv");
    }

    @AfterAll
    void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0", "H1", "H2", "H3", "H4", "H5", "Total"})
    void itsFiguresAreInThePublicFile(String hub) {
        List<Result> ofTheFile = open.stream()
                .filter(row -> row.get("hub").equals(hub) || row.get("hub").equals("Total"))
                .map(PublicReportsTest::result)
                .toList();
        assertThat(figures(hub, Profile.PUBLIC).results())
                .allSatisfy(result -> assertThat(open).anyMatch(row -> hasChangeOf(row, result)))
                .extracting(PublicReportsTest::withoutChange)
                .containsExactlyInAnyOrderElementsOf(ofTheFile);
        assertThat(ofTheFile).anyMatch(result -> result.symbol() == Symbol.C);
    }

    @Test
    void itsDistributionsAreComputedFromThePublicFile() {
        Map<String, List<CSVRecord>> cells = new TreeMap<>();
        for (CSVRecord row : open)
            if (!row.get("hub").equals("Total"))
                cells.computeIfAbsent(cell(row), none -> new ArrayList<>()).add(row);
        List<Spread> spreads = figures("H0", Profile.PUBLIC).spreads();
        assertThat(spreads).hasSizeGreaterThan(15);
        for (Spread spread : spreads) {
            List<CSVRecord> hubs = cells.get(spread.timePeriod() + "|" + spread.educationPhase() + "|"
                    + spread.breakdown() + "|" + spread.indicator());
            List<BigDecimal> values = hubs.stream()
                    .filter(row -> isNumber(row.get("value")))
                    .map(row -> new BigDecimal(row.get("value")))
                    .sorted()
                    .toList();
            assertThat(spread.hubs()).isEqualTo(values.size()).isGreaterThanOrEqualTo(5);
            assertThat(spread.points())
                    .extracting(Spread.Point::value)
                    .usingElementComparator(BigDecimal::compareTo)
                    .isEqualTo(values);
            assertNear(spread.lowerQuartile(), quantile(values, 0.25));
            assertNear(spread.median(), quantile(values, 0.5));
            assertNear(spread.upperQuartile(), quantile(values, 0.75));
        }
    }

    @Test
    void theBetweenHubVarianceIsShownOnlyIfAllHubsAreShown() throws SQLException {
        String one = workbench.rows("""
                        select format(
                            'indicator = ''{}'' and education_phase = ''{}'' and breakdown = ''{}'' and time_period = {}',
                            indicator, education_phase, breakdown, time_period
                        )
                        from spread
                        where profile = 'public' and tau_squared is not null
                        order by hubs desc, time_period, indicator, education_phase, breakdown
                        limit 1""").get(0);
        String told = "select tau_squared is not null from spread where " + one + " and profile = ";
        assertThat(workbench.rows(told + "'public'")).containsExactly("true");
        workbench.connection().setAutoCommit(false);
        workbench.execute("update profile_result set value = null where profile = 'public' and hub = 'H0' and " + one);
        for (String file : List.of("spread_point", "spread"))
            workbench.execute(Catalogue.packaged().list("publish", "sql").stream()
                    .filter(entry -> entry.name().equals(file))
                    .findFirst()
                    .orElseThrow()
                    .text());
        assertThat(workbench.rows(told + "'public'")).containsExactly("false");
        assertThat(workbench.rows(told + "'restricted'")).containsExactly("true");
        workbench.connection().rollback();
        workbench.connection().setAutoCommit(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0", "Total"})
    void itsOtherTablesArePublicFiles(String hub) throws IOException {
        Set<String> told = new TreeSet<>();
        figures(hub, Profile.PUBLIC).tables().forEach((name, rows) -> {
            if (!rows.isEmpty()) told.add(name);
        });
        assertThat(told).isSubsetOf("hub_authority");
        List<String> areas = csv("public/areas.csv").stream()
                .filter(row -> row.get("hub").equals(hub) && Integer.parseInt(row.get("time_period")) <= YEAR)
                .map(row -> String.join("|", row.values()))
                .toList();
        assertThat(figures(hub, Profile.PUBLIC).tables().getOrDefault("hub_authority", List.of()))
                .extracting(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining("|")))
                .isEqualTo(areas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0", "H1", "H2", "H3", "H4", "H5", "Total"})
    void everyNumberInItIsInThePublicFiles(String hub) throws IOException {
        byte[] pdf = REPORTS.render(figures(hub, Profile.PUBLIC), PUBLIC);
        assertThat(strange(hub, pdf)).isEmpty();
        assertThat(unrounded(text(pdf))).isEmpty();
    }

    @Test
    void aNumberThatIsNotPublicWouldBeFound() throws IOException {
        assertThat(unrounded("3 schools have stopped since 2021/22: ask why\n1,204 pupils\n25 leads"))
                .containsExactly("3 schools", "1,204 pupils");
        assertThat(strange("H0", REPORTS.render(figures("H0", Profile.RESTRICTED), PUBLIC)))
                .hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0", "H3", "Total"})
    void itContainsNoHiddenCount(String hub) throws IOException {
        Set<String> shown = counts(open.stream()
                .filter(row -> row.get("hub").equals(hub) || row.get("hub").equals("Total"))
                .toList());
        Set<String> hidden = counts(csv("indicators.csv").stream()
                .filter(row ->
                        row.get("hub").equals(hub) && row.get("time_period").equals(YEAR + ""))
                .toList());
        hidden.removeAll(shown);
        String text = text(REPORTS.render(figures(hub, Profile.PUBLIC), PUBLIC));
        String restricted = text(REPORTS.render(figures(hub, Profile.RESTRICTED), PUBLIC));
        assertThat(hidden).isNotEmpty();
        assertThat(hidden).noneMatch(count -> stands(count, text));
        assertThat(hidden).as("told to the network").anyMatch(count -> stands(count, restricted));
    }

    private static boolean stands(String count, String text) {
        return Pattern.compile("(?<![\\d.,])" + Pattern.quote(count) + "(?![\\d.,]*\\d)")
                .matcher(text)
                .find();
    }

    @Test
    void theSameFiguresGiveTheSameBytes() {
        HubFigures figures = figures("H0", Profile.PUBLIC);
        byte[] once = REPORTS.render(figures, PUBLIC);
        assertThat(Reports.packaged().render(figures, PUBLIC)).isEqualTo(once);
    }

    private HubFigures figures(String hub, Profile profile) {
        return new Published(workbench.connection(), profile).figuresFor(new Published.Edition(NETWORK, hub, YEAR));
    }

    /// The numbers of a report that are not in the public files, allowing for what a reader can compute: rounding,
    /// differences between years, and the median of the hubs.
    private Set<String> strange(String hub, byte[] pdf) throws IOException {
        List<CSVRecord> rows = open.stream()
                .filter(row -> row.get("hub").equals(hub) || row.get("hub").equals("Total"))
                .toList();
        Set<String> decimals = decimals(rows);
        for (Spread spread : figures(hub, Profile.PUBLIC).spreads())
            for (BigDecimal number : List.of(
                    spread.lowest(), spread.lowerQuartile(), spread.median(), spread.upperQuartile(), spread.highest()))
                add(decimals, number);
        Set<String> counts = counts(rows);
        Set<String> strange = new TreeSet<>();
        for (String part : text(pdf).split("\n")) {

            for (MatchResult found : DECIMAL.matcher(part).results().toList())
                if (!decimals.contains(found.group().replace('\u2212', '-')) && !isMark(found.group()))
                    strange.add(found.group());
            for (MatchResult found : COUNT.matcher(part).results().toList())
                if (!counts.contains(found.group()) && !isOfWords(part, found)) strange.add(found.group());
        }
        return strange;
    }

    /// Numbers of schools or people in sentences, titles and alternative texts that are not rounded. "1 or
    /// 2 schools" is the rule and no count.
    private static List<String> unrounded(String text) {
        return SAID.matcher(text)
                .results()
                .filter(found -> Integer.parseInt(found.group(1).replace(",", "")) % 5 != 0)
                .map(MatchResult::group)
                .toList();
    }

    /// A number on an axis, or a limit named in the text on methods.
    private static boolean isMark(String decimal) {
        BigDecimal number = new BigDecimal(decimal.replace("\u2212", "-").replace(",", ""));
        return Set.of("99.8").contains(decimal)
                || number.remainder(new BigDecimal("2.5")).signum() == 0
                || number.remainder(new BigDecimal("0.05")).signum() == 0
                        && number.abs().compareTo(new BigDecimal("2")) < 0;
    }

    /// "3 of 29 figures" counts figures, and "2 of 6 hubs" counts the hubs of the distribution.
    private static boolean isOfWords(String text, MatchResult found) {
        return text.substring(found.end()).matches("(?s) ?(figures?|hubs?|in|100).*");
    }

    private static Set<String> decimals(List<CSVRecord> rows) {
        Set<String> decimals = new HashSet<>();
        Map<String, BigDecimal> values = new TreeMap<>();
        for (CSVRecord row : rows) {
            for (String column : List.of(
                    "value",
                    "value_lower_ci",
                    "value_upper_ci",
                    "change_lower_ci",
                    "change_upper_ci",
                    "numerator",
                    "denominator",
                    "n")) if (isNumber(row.get(column))) add(decimals, new BigDecimal(row.get(column)));
            if (isNumber(row.get("value")))
                values.put(row.get("hub") + "|" + cell(row), new BigDecimal(row.get("value")));
        }
        values.forEach((place, value) -> {
            BigDecimal before = values.get(yearBefore(place));
            if (before != null)
                for (int places : List.of(1, 2))
                    add(decimals, rounded(value, places).subtract(rounded(before, places)));
        });
        return decimals;
    }

    private static String yearBefore(String place) {
        return Pattern.compile("20\\d{4}")
                .matcher(place)
                .replaceFirst(year -> String.valueOf(Integer.parseInt(year.group()) - 101));
    }

    private static BigDecimal rounded(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.HALF_UP);
    }

    private static void add(Set<String> decimals, BigDecimal number) {
        for (int places : List.of(1, 2)) {
            String written = String.format("%,." + places + "f", rounded(number, places));
            decimals.add(written);
            decimals.add("+" + written);
        }
    }

    private static Set<String> counts(List<CSVRecord> rows) {
        return rows.stream()
                .filter(row -> isNumber(row.get("denominator")))
                .map(row -> count(row.get("numerator")) + " of " + count(row.get("denominator")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String count(String cell) {
        return isNumber(cell)
                ? String.format(
                        "%,d",
                        new BigDecimal(cell).setScale(0, RoundingMode.HALF_UP).longValue())
                : cell;
    }

    /// A line for each text, drawn or not, so that the contents of two cells are never read as one number.
    private static String text(byte[] pdf) throws IOException {
        Set<String> asRead = new HashSet<>();
        return PdfPassages.of(pdf).stream()
                .filter(passage -> !passage.place().startsWith("page ") || !asRead.add(passage.place()))
                .map(Passage::text)
                .map(text -> text.replaceAll("Page \\d+ of \\d+", ""))
                .collect(Collectors.joining("\n"));
    }

    private static void assertNear(BigDecimal found, double wanted) {
        assertThat(found.doubleValue()).isCloseTo(wanted, org.assertj.core.data.Offset.offset(0.000002));
    }

    private static double quantile(List<BigDecimal> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        double low = sorted.get(below).doubleValue();
        double high = sorted.get(Math.min(below + 1, sorted.size() - 1)).doubleValue();
        return low + (place - below) * (high - low);
    }

    private static String cell(CSVRecord row) {
        return Stream.of("time_period", "education_phase", "breakdown", "indicator")
                .map(row::get)
                .collect(Collectors.joining("|"));
    }

    private static Result result(CSVRecord row) {
        return new Result(
                Integer.parseInt(row.get("time_period")),
                row.get("network"),
                row.get("hub"),
                row.get("hub_name"),
                row.get("education_phase"),
                row.get("breakdown"),
                row.get("outcome"),
                row.get("indicator"),
                quantity(row.get("numerator")),
                quantity(row.get("denominator")),
                quantity(row.get("n")),
                quantity(row.get("value")),
                quantity(row.get("value_lower_ci")),
                quantity(row.get("value_upper_ci")),
                row.get("symbol").isEmpty() ? null : Symbol.of(row.get("symbol")),
                row.get("comparison"),
                Change.NONE,
                null,
                Integer.parseInt(row.get("definition_version")));
    }

    private static boolean hasChangeOf(CSVRecord row, Result result) {
        return row.get("indicator").equals(result.indicator())
                && row.get("hub").equals(result.hub())
                && row.get("time_period").equals(String.valueOf(result.timePeriod()))
                && row.get("education_phase").equals(result.educationPhase())
                && row.get("breakdown").equals(result.breakdown())
                && quantity(row.get("change")).equals(result.change().points())
                && quantity(row.get("change_lower_ci")).equals(result.change().lower());
    }

    /// The public file has no word for a change.
    private static Result withoutChange(Result result) {
        return new Result(
                result.timePeriod(),
                result.network(),
                result.hub(),
                result.hubName(),
                result.educationPhase(),
                result.breakdown(),
                result.outcome(),
                result.indicator(),
                result.numerator(),
                result.denominator(),
                result.n(),
                result.value(),
                result.lower(),
                result.upper(),
                result.symbol(),
                result.comparison(),
                Change.NONE,
                null,
                result.definitionVersion());
    }

    private static Quantity quantity(String cell) {
        if (!isNumber(cell)) return new Quantity.SymbolOnly(Symbol.of(cell));
        BigDecimal number = new BigDecimal(cell).stripTrailingZeros();
        return new Quantity.Amount(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?");
    }

    private List<CSVRecord> csv(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }
}
