package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.paper.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {

    private static final Reports REPORTS = Reports.packaged();

    static List<HubFigures> hubs() {
        return List.of(Hubs.large(), Hubs.small(), Hubs.withoutPathway(), Hubs.network());
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void theSameFiguresGiveTheSameBytes(HubFigures hub) {
        assertThat(REPORTS.render(hub, Hubs.EDITION)).isEqualTo(REPORTS.render(hub, Hubs.EDITION));
    }

    @Test
    void anotherStartOfTheProgramGivesTheSameBytes() {
        byte[] here = REPORTS.render(Hubs.large(), Hubs.EDITION);
        assertThat(Reports.packaged().render(Hubs.large(), Hubs.EDITION)).isEqualTo(here);
    }

    @Test
    void threadsDoNotChangeABit() throws Exception {
        byte[] alone = REPORTS.render(Hubs.large(), Hubs.EDITION);
        Callable<byte[]> render = () -> REPORTS.render(Hubs.large(), Hubs.EDITION);
        var threads = Executors.newFixedThreadPool(2);
        for (Future<byte[]> rendered : threads.invokeAll(Collections.nCopies(20, render)))
            assertThat(rendered.get()).isEqualTo(alone);
        threads.shutdown();
    }

    @Test
    void everyFigureOfTheYearIsPrintedWithItsCountAndLimits() throws Exception {
        HubFigures hub = Hubs.large();
        String text = text(hub);
        Figures figures = REPORTS.figures(hub);
        for (Result result : hub.results()) {
            if (result.isNetwork() || result.timePeriod() != hub.timePeriod()) continue;
            Reading reading =
                    figures.read(result.indicator(), result.educationPhase(), result.breakdown(), result.timePeriod());
            assertThat(text).contains(reading.printed());
            assertThat(text).contains(reading.networkPrinted());
            if (!result.indicator().equals("net_promoter_score"))
                assertThat(text).contains(reading.count(), reading.limits());
        }
    }

    @Test
    void aSmallHubsReportPrintsItsSymbolsAndExplainsThem() throws Exception {
        assertThat(text(Hubs.small()))
                .contains(
                        "c: suppressed to protect people or schools",
                        "x: not available, or of fewer than 10",
                        "73.7% u",
                        "low reliability")
                .doesNotContain("NaN", "null", "{");
    }

    @Test
    void whatDoesNotApplyIsSaidAndNotDrawn() throws Exception {
        assertThat(text(Hubs.withoutPathway())).contains("has no pathway", "z: not applicable");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noTextIsCut(HubFigures hub) {
        assertThat(REPORTS.cut(REPORTS.manuscript(hub, Hubs.EDITION))).isEmpty();
    }

    @Test
    void aVeryLongNameIsSetSmallerAndNotCut() {
        Hub hub = Hub.named(
                "Llanfair and the Vale of the Upper Wye, Severn Side and Marches Science Learning Partnership",
                "Science Learning Partnerships",
                202223,
                "One alias",
                "Another");
        assertThat(REPORTS.cut(REPORTS.manuscript(hub.figures(), Hubs.EDITION))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void atAGlanceSaysAtMostAHundredAndTwentyWords(HubFigures hub) {
        List<String> sentences = cards(hub).map(Block.Card::sentence).toList();
        assertThat(sentences).hasSize(4);
        assertThat(words(String.join(" ", sentences))).isLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void aFiguresTitleHasAtMostTenWords(HubFigures hub) {
        figures(hub)
                .forEach(figure ->
                        assertThat(words(figure.finding())).as(figure.finding()).isLessThanOrEqualTo(10));
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void theAlternativeTextSaysTheFinding(HubFigures hub) {
        figures(hub)
                .forEach(figure ->
                        assertThat(figure.alt()).startsWith(figure.finding()).hasSizeGreaterThan(40));
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void noReportClaimsACauseOrARankOrALight(HubFigures hub) throws Exception {
        assertThat(text(hub)).doesNotContainPattern(SentenceBankTest.CLAIMS);
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void everyChartIsFollowedByItsTable(HubFigures hub) {
        List<Block> blocks = blocks(hub).toList();
        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i) instanceof Block.Figure figure)
                assertThat(blocks.subList(i + 1, Math.min(i + 4, blocks.size())))
                        .as(figure.caption())
                        .anyMatch(Block.Table.class::isInstance);
    }

    @Test
    void anEvidenceSummaryHoldsTheEvaluatorsPartsInTheirOrder() throws Exception {
        byte[] pdf = REPORTS.renderEvidence(Hubs.large(), Hubs.EDITION).orElseThrow();
        assertThat(text(pdf))
                .containsSubsequence("Strategic goal", "Research question", "What is the case?", "Context")
                .containsSubsequence("Activity and data collection", "Significant themes", "Conclusion")
                .contains(
                        "Ask for two people from each school.", "Before the records begin", "Schools retained: 81.2%");
        assertThat(REPORTS.cut(REPORTS.evidence(Hubs.large(), Hubs.EDITION).orElseThrow()))
                .isEmpty();
        assertThat(REPORTS.renderEvidence(Hubs.small(), Hubs.EDITION)).isEmpty();
    }

    @Test
    void thePublicEditionHasNoReasonsNotesOrDescribedSchools() throws Exception {
        assertThat(text(REPORTS.render(Hubs.large(), Hubs.EDITION))).contains("Staff turnover", "It moved in May.");
        assertThat(text(REPORTS.render(Hubs.large(), Hubs.PUBLIC)))
                .contains("Public.")
                .doesNotContain("Staff turnover", "It moved in May.", "Ask for two people");
    }

    @Test
    void aTableThatThePublicEditionWithholdsTakesItsHeadingAlong() throws Exception {
        HubFigures open = Hubs.open(Hubs.large());
        assertThat(text(REPORTS.render(open, Hubs.PUBLIC)))
                .contains("This is the public edition", "Vale of Wen")
                .doesNotContain("What participants answered", "How long schools stay", "Open queries");
        assertThat(text(REPORTS.render(open, Hubs.EDITION))).contains("There are no survey answers to show");
    }

    @Test
    void aTrendOfFiveYearsHasAWordAndAShorterOneHasNone() throws Exception {
        assertThat(text(Hubs.large()))
                .containsOnlyOnce("Over 5 years with a figure, from 2018/19 to 2022/23: rising more steadily than");
    }

    @Test
    void aNightIsNoEditionAndSaysSo() throws Exception {
        assertThat(text(Hubs.large())).contains("These are working figures of a night and no edition.");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void aTableThatIsBrokenHasItsHeadsOnEachPage(HubFigures hub) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(hub, Hubs.EDITION))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                if (text.contains("Limits: Wilson, 95%."))
                    assertThat(text).contains("What is counted", "Method and source");
            }
        }
    }

    @Test
    void ofFewReturnsTheCountIsSaidAndNoSymbolStandsBesideIt() throws Exception {
        Hub hub = Hub.named("Wen", "Maths Hubs", 202223)
                .counts("returns_received_percent", 6, 6)
                .row("return_status", "return_name", "engagement", "received", true);
        assertThat(text(hub.figures()))
                .contains("Received of the returns that were due: 6 of 6.")
                .containsOnlyOnce("6 of 6");
        assertThat(text(Hubs.small())).contains("that were due were received is not given here");
    }

    @Test
    void aDefinitionNamesItsVersionWhereItIsNotTheFirst() throws Exception {
        assertThat(text(Hubs.large()))
                .contains("A definition is in its first version where its row names no other.")
                .doesNotContain("Version 1.");
        assertThat(text(Hubs.inVersion(2, Hubs.small()))).contains("Version 2.");
    }

    @Test
    void bookmarksLeadToEveryPageOfThePlan() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.render(Hubs.large(), Hubs.EDITION))) {
            List<String> titles = new java.util.ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) titles.add(item.getTitle());
            assertThat(titles)
                    .contains(
                            "At a glance", "Acceptability", "Reach", "Sustainability", "Replicability", "Data quality");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Ashdown Vale");
        }
    }

    @Test
    void aLetterThatTheTypeLacksIsPrintedAsASquareAndTold() throws Exception {
        HubFigures hub = Hub.named("Fenny 王 Isle", "Maths Hubs", 202223).figures();
        assertThat(REPORTS.unprintable(hub)).singleElement().asString().contains("Fenny \u25A1 Isle", "\u738B");
        assertThat(text(hub)).contains("Fenny \u25A1 Isle");
    }

    @Test
    void welshAndPolishNamesArePrintedAsTheyAre() throws Exception {
        assertThat(text(Hub.named("Tŷ Ŵyn a Łódź Hub", "Maths Hubs", 202223).figures()))
                .contains("Tŷ Ŵyn a Łódź Hub");
    }

    private static String text(HubFigures hub) throws Exception {
        return text(REPORTS.render(hub, Hubs.EDITION));
    }

    private static String text(byte[] bytes) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static Stream<Block.Card> cards(HubFigures hub) {
        return blocks(hub)
                .filter(Block.Cards.class::isInstance)
                .flatMap(block -> ((Block.Cards) block).cards().stream());
    }

    private record Picture(String finding, String alt) {}

    private static Stream<Picture> figures(HubFigures hub) {
        return blocks(hub).flatMap(block -> {
            if (block instanceof Block.Figure figure) return Stream.of(new Picture(figure.caption(), figure.alt()));
            if (block instanceof Block.Plot plot) return Stream.of(new Picture(plot.caption(), plot.alt()));
            if (block instanceof Block.Series series) return Stream.of(new Picture(series.caption(), series.alt()));
            return Stream.empty();
        });
    }

    private static Stream<Block> blocks(HubFigures hub) {
        return REPORTS.manuscript(hub, Hubs.EDITION).blocks().stream();
    }

    private static long words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> word.matches(".*\\w.*"))
                .count();
    }
}
