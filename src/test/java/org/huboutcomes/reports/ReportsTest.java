package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.StagesChart;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {

    private static final Reports REPORTS = Reports.packaged();

    static List<HubFigures> hubs() {
        return List.of(
                InventedHubs.large(), InventedHubs.small(), InventedHubs.withoutPathway(), InventedHubs.network());
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void theSameFiguresGiveTheSameBytes(HubFigures hub) {
        assertThat(REPORTS.render(hub, InventedHubs.EDITION)).isEqualTo(REPORTS.render(hub, InventedHubs.EDITION));
    }

    @Test
    void anotherStartOfTheProgramGivesTheSameBytes() {
        byte[] here = REPORTS.render(InventedHubs.large(), InventedHubs.EDITION);
        assertThat(Reports.packaged().render(InventedHubs.large(), InventedHubs.EDITION))
                .isEqualTo(here);
    }

    @Test
    void threadsDoNotChangeABit() throws Exception {
        byte[] alone = REPORTS.render(InventedHubs.large(), InventedHubs.EDITION);
        Callable<byte[]> render = () -> REPORTS.render(InventedHubs.large(), InventedHubs.EDITION);
        var threads = Executors.newFixedThreadPool(2);
        for (Future<byte[]> rendered : threads.invokeAll(Collections.nCopies(20, render)))
            assertThat(rendered.get()).isEqualTo(alone);
        threads.shutdown();
    }

    @Test
    void everyFigureOfTheYearIsPrintedWithItsCountAndLimits() throws Exception {
        HubFigures hub = InventedHubs.large();
        String text = text(hub);
        Figures figures = REPORTS.figures(hub);
        for (Result result : hub.results()) {
            if (result.isNetwork() || result.timePeriod() != hub.timePeriod() || !isTotal(result)) continue;
            FigureInContext reading =
                    figures.read(result.indicator(), result.educationPhase(), result.breakdown(), result.timePeriod());
            assertThat(text).contains(reading.printed());
            assertThat(text).contains(reading.networkPrinted());
            if (!result.indicator().equals("net_promoter_score"))
                assertThat(text).contains(reading.count());
        }
    }

    private static boolean isTotal(Result result) {
        return result.educationPhase().equals(Result.TOTAL)
                && result.breakdown().equals(Result.TOTAL);
    }

    @Test
    void aSmallHubsReportPrintsItsSymbolsAndExplainsThem() throws Exception {
        assertThat(text(InventedHubs.small()))
                .contains(
                        "Not shown, to protect people or schools",
                        "Not available (too few cases or years",
                        "73.7% u",
                        "low reliability")
                .doesNotContain("NaN", "null", "{");
    }

    @Test
    void whatDoesNotApplyIsSaidAndNotDrawn() throws Exception {
        assertThat(text(InventedHubs.withoutPathway())).contains("there is no pathway in", "Does not apply:");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noTextIsCut(HubFigures hub) {
        assertThat(REPORTS.cut(REPORTS.document(hub, InventedHubs.EDITION))).isEmpty();
    }

    @Test
    void aLineThatFillsItsColumnExactlyLosesNoWord() throws Exception {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .row("return_status", "return_name", "Pathway stages", "received", true)
                .row("evidence_part", "part", "Conclusion", "text", "Some")
                .row(
                        "evidence_claim",
                        "sentence",
                        "Two years.",
                        "claim",
                        "Since",
                        "stated",
                        "2021/22",
                        "returns",
                        // Its first line is 104 points wide, as the column is.
                        "1 of 2 schools that match had taken part by then.",
                        "result",
                        "Agrees");
        StringBuilder drawn = new StringBuilder();
        PDFTextStripper glyphs = new PDFTextStripper() {
            @Override
            protected void showGlyph(Matrix place, PDFont font, int code, Vector size) throws IOException {
                drawn.append(font.toUnicode(code).strip());
            }
        };
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(hub.figures(), InventedHubs.EDITION))) {
            glyphs.getText(pdf);
        }
        assertThat(drawn).contains("1of2schoolsthatmatchhadtakenpartbythen.");
    }

    @Test
    void aVeryLongNameIsSetSmallerAndNotCut() {
        HubFiguresBuilder hub = HubFiguresBuilder.named(
                "Llanfair and the Vale of the Upper Wye, Severn Side and Marches Science Learning Partnership",
                "Science Learning Partnerships",
                202223,
                "One alias",
                "Another");
        assertThat(REPORTS.cut(REPORTS.document(hub.figures(), InventedHubs.EDITION)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void atAGlanceSaysAtMostTwoHundredWords(HubFigures hub) {
        List<String> said = new ArrayList<>();
        cards(hub)
                .forEach(card -> said.addAll(List.of(
                        card.name(), card.count(), card.change(), card.aim(), card.finding(), card.evidence())));
        assertThat(said).hasSize(24);
        findings(hub).forEach(finding -> said.add(finding.sentence()));
        assertThat(words(String.join(" ", said))).isLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noTypeIsSmallerThanNinePoints(HubFigures hub) throws Exception {
        assertThat(smallType(hub)).isEmpty();
    }

    @Test
    void theReasonsForThinEvidenceFitTheirCard() throws Exception {
        HubFiguresBuilder network = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .ofHubs(34, 40, 93)
                .unsureNetwork("schools_engaged_percent", 1200, 3000)
                .share("schools_retained_percent", 1, 4, 12, 29, "similar")
                .share("respondents_satisfied_percent", 1, 4, 400, 500, "similar")
                .share("survey_response_percent", 1, 4, 80, 100, "similar");
        assertThat(smallType(network.network())).isEmpty();
    }

    private static List<String> smallType(HubFigures hub) throws IOException {
        List<String> small = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                if (letters.get(0).getFontSizeInPt() < 9)
                    small.add(letters.get(0).getFontSizeInPt() + " " + text);
            }
        };
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(hub, InventedHubs.EDITION))) {
            reader.getText(pdf);
        }
        return small;
    }

    @Test
    void aCardSaysHowStrongItsEvidenceIsAndWhy() {
        assertThat(evidence(200, 300, 80)).isEqualTo("Strong evidence: 80.0% replied");
        assertThat(evidence(50, 60, 80)).isEqualTo("Adequate evidence: 80.0% replied");
        assertThat(evidence(200, 300, 39)).isEqualTo("Thin evidence: only 39.0% replied");
        assertThat(evidence(20, 29, 80)).isEqualTo("Thin evidence: fewer than 30 cases");
    }

    @Test
    void withoutAResponseRateEvidenceIsAtMostAdequate() {
        HubFigures hub = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223))
                .share("respondents_satisfied_percent", 200, 300, 800, 1000, "similar")
                .share("schools_engaged_percent", 200, 300, 800, 1000, "similar")
                .figures();
        assertThat(cards(hub).limit(2).map(ReportBlock.Card::evidence))
                .containsExactly("Adequate evidence: response rate not known", "Strong evidence: 300 eligible schools");
    }

    @Test
    void aHubWithAGapHasIncompleteReturnsAndNoSmallSample() {
        HubFigures hub = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223))
                .unsure("schools_engaged_percent", 200, 300)
                .figures();
        assertThat(cards(hub).skip(1).findFirst().orElseThrow().evidence())
                .isEqualTo("Thin evidence: returns are incomplete");
    }

    @Test
    void aNetworksCardSaysHowManyHubsAreBehindIt() {
        assertThat(networkEvidence(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                        .ofHubs(9, 14, 64)
                        .unsureNetwork("schools_engaged_percent", 1200, 3000)))
                .isEqualTo("Thin evidence: only 9 of 14 hubs");
        assertThat(networkEvidence(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                        .ofHubs(13, 14, 93)
                        .unsureNetwork("schools_engaged_percent", 1200, 3000)))
                .isEqualTo("Thin evidence: returns are incomplete, 13 of 14 hubs");
        assertThat(networkEvidence(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                        .ofHubs(13, 14, 93)
                        .share("schools_engaged_percent", 12, 30, 1200, 3000, "similar")))
                .isEqualTo("Strong evidence: 13 of 14 hubs");
        assertThat(networkEvidence(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                        .ofHubs(9, 14, 64)
                        .unsureNetwork("schools_engaged_percent", 12, 20)))
                .isEqualTo("Thin evidence: fewer than 30 cases, 9 of 14 hubs");
    }

    private static String networkEvidence(HubFiguresBuilder network) {
        return cards(network.network()).skip(1).findFirst().orElseThrow().evidence();
    }

    private static HubFiguresBuilder sent(HubFiguresBuilder hub) {
        return hub.counts("returns_received_percent", 6, 6)
                .row("return_status", "return_name", "engagement", "received", true);
    }

    @Test
    void figuresThatRoundToZeroAreNamed() {
        HubFiguresBuilder low = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223));
        for (String indicator : List.of("participants_completed_percent", "leads_retained_percent"))
            low.defines(indicator, "acceptability", indicator, "percent", "Some", "All")
                    .withheld(indicator, Symbol.LOW);
        assertThat(new MissingFigures(REPORTS.figures(low.figures()), new SentenceBank(Catalogue.packaged()))
                        .said(Stream.of("participants_completed_percent", "leads_retained_percent")
                                .map(REPORTS.figures(low.figures())::read)
                                .toList()))
                .isEqualTo("Close to zero: participants_completed_percent, leads_retained_percent.");
    }

    private static String evidence(int satisfied, int answers, int replied) {
        HubFigures hub = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223))
                .share("respondents_satisfied_percent", satisfied, answers, 800, 1000, "similar")
                .share("survey_response_percent", replied, 100, 500, 1000, "similar")
                .figures();
        return cards(hub).toList().get(0).evidence();
    }

    @Test
    void theReportOfANetworkOfFortyHubsHasTenPagesAtMost() throws Exception {
        HubFiguresBuilder network = InventedHubs.everything();
        for (int hub = 1; hub <= 40; hub++)
            for (String indicator :
                    List.of("schools_engaged_percent", "places_filled_percent", "pathway_schools_percent"))
                network.row(
                        "hub_figure",
                        "indicator",
                        indicator,
                        "hub_name",
                        "Hub %02d".formatted(hub),
                        "value",
                        40.0 + hub,
                        "value_lower_ci",
                        30.0 + hub,
                        "value_upper_ci",
                        50.0 + hub,
                        "comparison",
                        "similar");
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(network.network(), InventedHubs.EDITION))) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void aFiguresTitleHasAtMostTenWords(HubFigures hub) {
        figures(hub)
                .forEach(figure ->
                        assertThat(words(figure.finding())).as(figure.finding()).isLessThanOrEqualTo(10));
    }

    @Test
    void aTitleWithItsNamesAndValuesHasAtMostTenWords() {
        HubFiguresBuilder hub = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223));
        for (String indicator : List.of("core_delivered_percent", "adaptations_consistent_percent"))
            hub.defines(indicator, "replicability", "Core of the activity " + indicator, "percent", "Some", "All")
                    .unsure(indicator, 20, 28);
        assertThat(figures(hub.figures()).map(Picture::finding))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(words(finding)).as(finding).isLessThanOrEqualTo(10));
    }

    @Test
    void aTrendSaysOfEachYearHowManyHubsAreInTheNetworksFigure() {
        HubFiguresBuilder hub = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223))
                .defines("schools_engaged_percent", "reach", "Schools engaged", "percent", "Some", "All")
                .ofHubs(4, 5, 85)
                .share("schools_engaged_percent", 202122, "Total", "Total", 20, 40, 300, 600, "similar")
                .ofHubs(38, 40, 96)
                .share("schools_engaged_percent", 22, 40, 3000, 6000, "similar");
        ReportBlock.Series trend = blocks(hub.figures())
                .filter(ReportBlock.Series.class::isInstance)
                .map(ReportBlock.Series.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(trend.table().rows()).contains(List.of("Hubs in network", "4 of 5", "38 of 40"));
        assertThat(trend.toString()).doesNotContain("or more of");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void theAlternativeTextSaysTheFinding(HubFigures hub) {
        figures(hub)
                .forEach(figure ->
                        assertThat(figure.alt()).startsWith(figure.finding()).hasSizeBetween(41, 250));
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noReportClaimsACauseOrARankOrALight(HubFigures hub) throws Exception {
        assertThat(text(hub).replace("Hubs are not ranked, there is no overall score", ""))
                .doesNotContainPattern(SentenceBank.CLAIMS);
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void everyChartIsFollowedByItsTable(HubFigures hub) {
        List<ReportBlock> blocks = blocks(hub).toList();
        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i) instanceof ReportBlock.Figure figure)
                assertThat(blocks.subList(i + 1, Math.min(i + 4, blocks.size())))
                        .as(figure.caption())
                        .anyMatch(ReportBlock.Table.class::isInstance);
    }

    @Test
    void anEvidenceSummaryHoldsTheEvaluatorsPartsInTheirOrder() throws Exception {
        byte[] pdf = REPORTS.renderEvidence(InventedHubs.large(), InventedHubs.EDITION)
                .orElseThrow();
        assertThat(text(pdf))
                .containsSubsequence("Strategic goal", "Research question", "What is the case?", "Context")
                .containsSubsequence("Activity and data collection", "Significant themes", "Conclusion")
                .contains("Ask for two people from each school.", "Cannot be checked", "Schools retained: 81.2%");
        assertThat(REPORTS.cut(REPORTS.evidence(InventedHubs.large(), InventedHubs.EDITION)
                        .orElseThrow()))
                .isEmpty();
        assertThat(REPORTS.renderEvidence(InventedHubs.small(), InventedHubs.EDITION))
                .isEmpty();
    }

    @Test
    void thePublicEditionHasNoReasonsNotesOrDescribedSchools() throws Exception {
        assertThat(text(REPORTS.render(InventedHubs.large(), InventedHubs.EDITION)))
                .contains("Staff turnover", "It moved in May.");
        assertThat(text(REPORTS.render(InventedHubs.large(), InventedHubs.PUBLIC)))
                .contains("public, counts rounded to the nearest 5;")
                .doesNotContain("Staff turnover", "It moved in May.", "Ask for two people");
    }

    @Test
    void aTableThatThePublicEditionWithholdsTakesItsHeadingAlong() throws Exception {
        HubFigures open = InventedHubs.open(InventedHubs.large());
        assertThat(text(REPORTS.render(open, InventedHubs.PUBLIC)))
                .contains("This is the public edition", "Vale of Wen")
                .doesNotContain("What participants answered", "Retention over time", "Open queries");
        assertThat(text(REPORTS.render(open, InventedHubs.EDITION)))
                .contains("Survey answers for 2022/23 are not available");
    }

    @Test
    void aTrendOfFiveYearsHasAWordAndAShorterOneHasNone() throws Exception {
        assertThat(text(InventedHubs.large())).containsOnlyOnce("A steady rise over 5 years, from 2018/19 to 2022/23.");
    }

    @Test
    void aNightIsNoEditionAndSaysSo() throws Exception {
        assertThat(text(InventedHubs.large())).contains("Provisional working figures.");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noReportHasMoreThanTenPagesAndNoPageButTheLastIsLessThanTwoThirdsFull(HubFigures hub) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(hub, InventedHubs.EDITION))) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(10);
            for (int page = 1; page < pdf.getNumberOfPages(); page++)
                assertThat(PageFill.of(pdf, page)).as("page " + page).isGreaterThan(2 / 3.0);
        }
    }

    @Test
    void ofManyLocalAuthoritiesTwentyArePrintedAndTheReportSaysSo() throws Exception {
        HubFiguresBuilder hub = InventedHubs.everything();
        for (int i = 1; i <= 30; i++)
            hub.row(
                    "authority_reach",
                    "authority",
                    "Borough %02d".formatted(i),
                    "eligible",
                    40,
                    "engaged",
                    10,
                    "never",
                    i,
                    "value",
                    25.0,
                    "value_lower_ci",
                    14.2,
                    "value_upper_ci",
                    40.2);
        assertThat(text(hub.figures()))
                .contains("The 20 of 30 with the most schools never engaged", "Borough 11", "Borough 30")
                .doesNotContain("Borough 10");
    }

    @Test
    void aHubThatSentNothingGetsOnePageThatSaysWhatToSend() throws Exception {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Fenny Isle", "Maths Hubs", 202223)
                .withheld("schools_engaged_percent", Symbol.X)
                .row("return_status", "return_name", "Pathway stages", "received", false);
        byte[] pdf = REPORTS.render(hub.figures(), InventedHubs.EDITION);
        assertThat(text(pdf))
                .contains("No returns received", "Returns still to be sent", "Returns still to be sent for 2022/23");
        try (PDDocument report = Loader.loadPDF(pdf)) {
            assertThat(report.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aYearWithoutAPathwayReturnKeepsItsPlaceInTheColumnsByStage() {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .row("return_status", "return_name", "Pathway stages", "received", true);
        for (int year : new int[] {202021, 202122, 202223})
            hub.share("schools_engaged_percent", year, "Total", "Total", 40, 100, 400, 1000, "similar");
        for (int year : new int[] {202021, 202223})
            hub.row("pathway_stage", "time_period", year, "stage", "Developing", "stage_order", 1, "schools", 20);
        List<StagesChart> charts = blocks(hub.figures())
                .filter(ReportBlock.Series.class::isInstance)
                .map(block -> ((ReportBlock.Series) block).chart())
                .filter(StagesChart.class::isInstance)
                .map(StagesChart.class::cast)
                .toList();
        assertThat(charts).singleElement().satisfies(chart -> {
            assertThat(chart.columns())
                    .extracting(StagesChart.Column::label)
                    .containsExactly("2020/21", "2021/22", "2022/23");
            assertThat(chart.columns()).extracting(StagesChart.Column::isKnown).containsExactly(true, false, true);
        });
    }

    @Test
    void onlyTargetsThatAreDecidedAreCounted() {
        assertThat(targetsOf("Met", "Missed", "Not yet met", null)).isEqualTo("1 of 2 targets met");
        assertThat(targetsOf("Met early")).isEqualTo("1 of 1 target met");
        assertThat(targetsOf("Not yet met", null)).isEqualTo("Targets: not yet known or not yet due");
    }

    @Test
    void aPublicCardSaysThatRoundingMayHaveMadeAChange() {
        HubFigures network = sent(HubFiguresBuilder.named("Wen", "Maths Hubs", 202223))
                .ofHubs(12, 14, 85)
                .changed("25", "12.1", "44.6", "no clear change", 11)
                .share("schools_engaged_percent", 50, 100, 50, 100, "similar")
                .network();
        assertThat(changes(network, InventedHubs.EDITION))
                .contains("No clear change: +25.0 points (+12.1 to +44.6), same 11 hubs");
        assertThat(changes(network, InventedHubs.PUBLIC))
                .contains("No change clear beyond rounding: +25.0 points (+12.1 to +44.6), same 11 hubs");
        assertThat(REPORTS.cut(REPORTS.document(network, InventedHubs.PUBLIC))).isEmpty();
    }

    private static Stream<String> changes(HubFigures figures, Edition edition) {
        return REPORTS.document(figures, edition).blocks().stream()
                .filter(ReportBlock.Cards.class::isInstance)
                .flatMap(block -> ((ReportBlock.Cards) block).cards().stream())
                .map(ReportBlock.Card::change);
    }

    private static String targetsOf(@Nullable String... standings) {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .row("return_status", "return_name", "Engagement", "received", true);
        for (String standing : standings)
            hub.row("hub_target", "indicator", "some", "education_phase", "Total", "standing", standing);
        return blocks(hub.figures())
                .filter(ReportBlock.Table.class::isInstance)
                .map(block -> ((ReportBlock.Table) block).caption())
                .filter(caption -> caption.contains("arget"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFigureThatWaitsForAReturnSaysForWhich() throws Exception {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .row("return_status", "return_name", "Pathway stages", "received", true)
                .withheld("schools_retained_percent", Symbol.X)
                .withheld("leads_retained_percent", Symbol.X)
                .row(
                        "missing_return",
                        "indicator",
                        "schools_retained_percent",
                        "needed_period",
                        202122,
                        "return_name",
                        "School engagement")
                .row(
                        "missing_return",
                        "indicator",
                        "leads_retained_percent",
                        "needed_period",
                        202122,
                        "return_name",
                        "PD leads");
        assertThat(text(hub.figures()))
                .contains(
                        "Not available: School engagement 2021/22 return not received",
                        "Not available, because a return was not received: leads retained percent (PD leads 2021/22)",
                        "schools retained percent: not available for 2022/23. Not received: School engagement 2021/22.");
    }

    @Test
    void aSentenceOfTheFirstPageNamesThePageThatShowsItsFigure() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(InventedHubs.large(), InventedHubs.EDITION))) {
            List<MatchResult> sentences = Pattern.compile(
                            "([A-Z][a-z ]+)(?: \\(\\w+\\))?: [^()]*(?:\\([^p)][^)]*\\)[^()]*)?\\(page[ \u00A0](\\d+)\\)")
                    .matcher(page(pdf, 1).replaceFirst(".*What went well", ""))
                    .results()
                    .toList();
            assertThat(sentences).hasSizeGreaterThan(2);
            for (MatchResult sentence : sentences)
                assertThat(page(pdf, Integer.parseInt(sentence.group(2)))).contains(sentence.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void aTableThatIsBrokenHasItsHeadsOnEachPage(HubFigures hub) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(definitions(hub))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = page(pdf, page);
                if (text.contains("95% confidence interval: Wilson."))
                    assertThat(text).contains("What is counted", "Method and source");
            }
        }
    }

    @Test
    void ofFewReturnsTheCountIsSaidAndNoSymbolStandsBesideIt() throws Exception {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .counts("returns_received_percent", 6, 6)
                .row("return_status", "return_name", "engagement", "received", true);
        assertThat(text(hub.figures())).contains("6 of 6 returns received.").containsOnlyOnce("6 of 6");
        assertThat(text(InventedHubs.small())).contains("The number of returns received is not available");
    }

    @Test
    void aDefinitionNamesItsVersionWhereItIsNotTheFirst() throws Exception {
        assertThat(text(definitions(InventedHubs.small()))).doesNotContain("Version 1.");
        assertThat(text(definitions(InventedHubs.inVersion(2, InventedHubs.small()))))
                .contains("Version 2.");
    }

    @Test
    void bookmarksLeadToEveryPageOfThePlan() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(InventedHubs.large(), InventedHubs.EDITION))) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) titles.add(item.getTitle());
            assertThat(titles)
                    .contains(
                            "Ashdown Vale and Łódź Road Maths Hub",
                            "At a glance",
                            "Acceptability",
                            "Reach",
                            "Sustainability",
                            "Replicability",
                            "Data quality");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Ashdown Vale");
        }
    }

    @Test
    void aLetterThatTheTypeLacksIsPrintedWithoutItsMarkOrAsAQuestionMarkAndTold() throws Exception {
        HubFigures hub =
                HubFiguresBuilder.named("Fenny 王 Ǟsle", "Maths Hubs", 202223).figures();
        assertThat(REPORTS.unprintable(hub)).singleElement().asString().contains("Fenny ? Asle", "\u738B", "Ǟ");
        assertThat(text(hub)).contains("Fenny ? Asle").doesNotContain("\u25A1");
    }

    @Test
    void welshAndPolishNamesArePrintedAsTheyAre() throws Exception {
        assertThat(text(HubFiguresBuilder.named("Tŷ Ŵyn a Łódź Hub", "Maths Hubs", 202223)
                        .figures()))
                .contains("Tŷ Ŵyn a Łódź Hub");
    }

    private static byte[] definitions(HubFigures hub) {
        return REPORTS.renderDefinitions(hub.definitions(), InventedHubs.EDITION);
    }

    private static String text(HubFigures hub) throws Exception {
        return text(REPORTS.render(hub, InventedHubs.EDITION));
    }

    private static String text(byte[] bytes) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String page(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    private static Stream<ReportBlock.Finding> findings(HubFigures hub) {
        return blocks(hub)
                .filter(ReportBlock.Findings.class::isInstance)
                .flatMap(block -> ((ReportBlock.Findings) block).columns().stream())
                .flatMap(column -> column.findings().stream());
    }

    private static Stream<ReportBlock.Card> cards(HubFigures hub) {
        return blocks(hub)
                .filter(ReportBlock.Cards.class::isInstance)
                .flatMap(block -> ((ReportBlock.Cards) block).cards().stream());
    }

    private record Picture(String finding, String alt) {}

    private static Stream<Picture> figures(HubFigures hub) {
        return blocks(hub).flatMap(block -> {
            if (block instanceof ReportBlock.Figure figure)
                return Stream.of(new Picture(figure.caption(), figure.alt()));
            if (block instanceof ReportBlock.Plot plot) return Stream.of(new Picture(plot.caption(), plot.alt()));
            if (block instanceof ReportBlock.Series series)
                return Stream.of(new Picture(series.caption(), series.alt()));
            return Stream.empty();
        });
    }

    private static Stream<ReportBlock> blocks(HubFigures hub) {
        return REPORTS.document(hub, InventedHubs.EDITION).blocks().stream();
    }

    private static long words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> word.matches(".*\\w.*"))
                .count();
    }
}
