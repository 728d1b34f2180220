package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Each mark is at its value on an axis whose lines and numbers agree. The position of a value is computed from the
/// numbers printed beside the axis, as a reader would.
class ChartDrawingTest {

    private static final double WIDTH = 460;
    private static final Offset<Double> NEAR = within(0.01);

    @Test
    void aTrendHasARuleAndANumberAtEachStep() {
        RecordingCanvas canvas = RecordingCanvas.of(trend(null), WIDTH);
        List<Line2D> rules = canvas.lines(Shade.RULE, false);
        assertThat(numbers(canvas)).containsExactly("30%", "40%", "50%", "60%");
        assertThat(rules).hasSameSizeAs(numbers(canvas)).allSatisfy(rule -> {
            assertThat(rule.getY1()).isEqualTo(rule.getY2());
            assertThat(rule.getX2()).isEqualTo(WIDTH);
        });
        for (int i = 0; i < rules.size(); i++)
            assertThat(numberWords(canvas).get(i).y() - 3)
                    .isCloseTo(rules.get(i).getY1(), NEAR);
        assertThat(gaps(rules.stream().map(Line2D::getY1).toList()))
                .allSatisfy(gap -> assertThat(gap)
                        .isNegative()
                        .isCloseTo(rules.get(1).getY1() - rules.get(0).getY1(), NEAR));
        assertThat(canvas.texts()).anyMatch(text -> text.endsWith(" 30%"));
    }

    @Test
    void aTrendHasItsMarksAtTheirValuesFromYearToYear() {
        RecordingCanvas canvas = RecordingCanvas.of(trend(new ChartMark(50, null, null, "50%")), WIDTH);
        List<Point2D> hub = canvas.discs(Shade.SELF);
        List<Point2D> network = canvas.diamonds(Shade.NETWORK);
        assertThat(hub).hasSize(3);
        assertThat(network).hasSize(4);
        double[] values = {40, 45, 52.5};
        int[] years = {0, 1, 3};
        for (int i = 0; i < 3; i++) {
            assertThat(hub.get(i).getY()).isCloseTo(y(canvas, values[i]), NEAR);
            assertThat(hub.get(i).getX()).isCloseTo(network.get(years[i]).getX(), NEAR);
        }
        double[] beside = {42, 43, 44, 46};
        for (int i = 0; i < 4; i++) assertThat(network.get(i).getY()).isCloseTo(y(canvas, beside[i]), NEAR);
        assertThat(gaps(network.stream().map(Point2D::getX).toList()))
                .allSatisfy(gap -> assertThat(gap).isGreaterThan(50));
        assertThat(canvas.lines(Shade.TYPE, true))
                .singleElement()
                .satisfies(target -> assertThat(target.getY1()).isCloseTo(y(canvas, 50), NEAR));
    }

    @Test
    void aTrendBreaksItsLineAtAYearWithoutAFigure() {
        RecordingCanvas canvas = RecordingCanvas.of(trend(null), WIDTH);
        assertThat(canvas.paths(Shade.SELF)).extracting(List::size).containsExactly(2, 1);
        assertThat(canvas.paths(Shade.NETWORK)).extracting(List::size).containsExactly(4);
        assertThat(canvas.areas(Shade.SELF.tint(0.14))).singleElement().satisfies(band -> {
            assertThat(band.get(0).getY()).isCloseTo(y(canvas, 46), NEAR);
            assertThat(band.get(1).getY()).isCloseTo(y(canvas, 50), NEAR);
            assertThat(band.get(2).getY()).isCloseTo(y(canvas, 40), NEAR);
            assertThat(band.get(3).getY()).isCloseTo(y(canvas, 34), NEAR);
        });
    }

    @Test
    void stripsHaveOneAxisForAllRows() {
        IntervalStrips strips = strips();
        RecordingCanvas axis = new RecordingCanvas(200, 12);
        strips.axis(axis.chartCanvas());
        assertThat(axis.texts()).containsExactly("0%", "25%", "50%", "75%", "100%");
        for (int index = 0; index < 2; index++) {
            RecordingCanvas row = new RecordingCanvas(200, 15);
            strips.row(row.chartCanvas(), index);
            List<Line2D> rules = row.lines(Shade.RULE, false);
            assertThat(rules).hasSize(5);
            for (int i = 0; i < rules.size(); i++) {
                RecordingCanvas.Word number = axis.words().get(i);
                double middle = number.x() + axis.chartCanvas().width(number.text(), TextStyle.QUIET) / 2;
                assertThat(rules.get(i).getX1()).isEqualTo(rules.get(i).getX2()).isCloseTo(middle, within(0.05));
            }
        }
    }

    @Test
    void aStripHasItsMarksAtTheirValues() {
        RecordingCanvas row = new RecordingCanvas(200, 15);
        strips().row(row.chartCanvas(), 0);
        List<Line2D> rules = row.lines(Shade.RULE, false);
        double zero = rules.get(0).getX1();
        double hundred = rules.get(4).getX1();
        assertThat(row.discs(Shade.SELF))
                .singleElement()
                .satisfies(hub -> assertThat(hub.getX()).isCloseTo(zero + 0.62 * (hundred - zero), NEAR));
        assertThat(row.diamonds(Shade.NETWORK))
                .singleElement()
                .satisfies(network -> assertThat(network.getX()).isCloseTo(zero + 0.7 * (hundred - zero), NEAR));
        assertThat(row.lines(Shade.SELF, false).get(0)).satisfies(limits -> {
            assertThat(limits.getX1()).isCloseTo(zero + 0.55 * (hundred - zero), NEAR);
            assertThat(limits.getX2()).isCloseTo(zero + 0.68 * (hundred - zero), NEAR);
        });
        RecordingCanvas empty = new RecordingCanvas(200, 15);
        strips().row(empty.chartCanvas(), 1);
        assertThat(empty.discs(Shade.SELF)).isEmpty();
        assertThat(empty.diamonds(Shade.NETWORK)).hasSize(1);
    }

    @Test
    void aFunnelHasEachHubAtItsSizeAndValue() {
        FunnelChart funnel = new FunnelChart(
                "Schools",
                new FunnelLimits(60, null),
                List.of(new FunnelChart.Hub(50, 70, "70%"), new FunnelChart.Hub(150, 55, "55%")),
                new FunnelChart.Hub(100, 65, "65%"));
        RecordingCanvas canvas = RecordingCanvas.of(funnel, WIDTH);
        List<Line2D> rules = canvas.lines(Shade.RULE, false);
        assertThat(numbers(canvas))
                .containsExactly("40%", "50%", "60%", "70%", "80%")
                .hasSameSizeAs(rules);
        for (int i = 0; i < rules.size(); i++)
            assertThat(numberWords(canvas).get(i).y() - 3)
                    .isCloseTo(rules.get(i).getY1(), NEAR);
        assertThat(canvas.texts()).containsSubsequence("0", "50", "100", "150", "200", "Schools");
        List<Point2D> others = canvas.discs(Shade.QUIET);
        Point2D self = canvas.discs(Shade.SELF).get(0);
        assertThat(others).hasSize(2);
        assertThat(others.get(0).getY()).isCloseTo(y(canvas, 70), NEAR);
        assertThat(others.get(1).getY()).isCloseTo(y(canvas, 55), NEAR);
        assertThat(self.getY()).isCloseTo(y(canvas, 65), NEAR);
        assertThat(self.getX()).isCloseTo((others.get(0).getX() + others.get(1).getX()) / 2, NEAR);
        assertThat(canvas.lines(Shade.NETWORK, false))
                .singleElement()
                .satisfies(network -> assertThat(network.getY1()).isCloseTo(y(canvas, 60), NEAR));
    }

    @Test
    void aMapHasOneScaleInBothDirectionsAndNorthAtTheTop() {
        DotMap map = new DotMap(
                "Engaged",
                "Not engaged",
                List.of(
                        new DotMap.MapPoint(400_000, 300_000, true),
                        new DotMap.MapPoint(410_000, 300_000, true),
                        new DotMap.MapPoint(400_000, 310_000, true),
                        new DotMap.MapPoint(405_000, 320_000, false)));
        RecordingCanvas canvas = RecordingCanvas.of(map, WIDTH);
        // The first disc of each is that of the legend.
        List<Point2D> engaged = canvas.discs(Shade.SELF);
        assertThat(engaged).hasSize(4);
        double across = engaged.get(2).getX() - engaged.get(1).getX();
        double up = engaged.get(1).getY() - engaged.get(3).getY();
        assertThat(across).isPositive().isCloseTo(up, NEAR);
        assertThat(canvas.discs(Shade.QUIET.tint(0.35)).stream().skip(1))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.getX()).isCloseTo(engaged.get(1).getX() + across / 2, NEAR);
                    assertThat(other.getY()).isCloseTo(engaged.get(1).getY() - 2 * up, NEAR);
                });
        assertThat(canvas.texts()).containsExactly("Engaged", "Not engaged", "10 km");
    }

    private static TrendChart trend(ChartMark target) {
        return new TrendChart(
                Unit.PERCENT,
                List.of(
                        new TrendChart.Year("2019/20", mark(40, 34, 46), mark(42), false),
                        new TrendChart.Year("2020/21", mark(45, 40, 50), mark(43), true),
                        new TrendChart.Year("2021/22", null, mark(44), false),
                        new TrendChart.Year("2022/23", mark(52.5, 46, 59), mark(46), false)),
                target);
    }

    private static IntervalStrips strips() {
        return new IntervalStrips(
                Unit.PERCENT,
                List.of(
                        new IntervalStrips.Row(mark(62, 55, 68), mark(70), null, NetworkComparison.NONE, ""),
                        new IntervalStrips.Row(null, mark(30), null, NetworkComparison.NONE, "")),
                null,
                null);
    }

    private static ChartMark mark(double value) {
        return new ChartMark(value, null, null, value + "%");
    }

    private static ChartMark mark(double value, double lower, double upper) {
        return new ChartMark(value, lower, upper, value + "%");
    }

    private static List<RecordingCanvas.Word> numberWords(RecordingCanvas canvas) {
        return canvas.words().stream()
                .filter(word -> word.text().matches("\\d+%"))
                .toList();
    }

    private static List<String> numbers(RecordingCanvas canvas) {
        return numberWords(canvas).stream().map(RecordingCanvas.Word::text).toList();
    }

    /// The position of a value, from the first and the last number of the vertical axis.
    private static double y(RecordingCanvas canvas, double value) {
        List<RecordingCanvas.Word> numbers = numberWords(canvas);
        RecordingCanvas.Word first = numbers.get(0);
        RecordingCanvas.Word last = numbers.get(numbers.size() - 1);
        double low = Double.parseDouble(first.text().replace("%", ""));
        double high = Double.parseDouble(last.text().replace("%", ""));
        return first.y() - 3 + (value - low) / (high - low) * (last.y() - first.y());
    }

    private static List<Double> gaps(List<Double> places) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) gaps.add(places.get(i) - places.get(i - 1));
        return gaps;
    }
}
