package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;

/// Where the schools of one year are a year later: ribbons from stage to stage, as wide as their counts.
///
/// @param stages the stages in order; other states, such as paused, are drawn in grey
/// @param fewest the minimum number of schools for a ribbon; smaller groups are counted in their stages but not
/// drawn
public record FlowChart(
        String before,
        String after,
        List<String> stages,
        List<String> from,
        List<String> to,
        List<Ribbon> ribbons,
        long fewest)
        implements Chart {

    public record Ribbon(String from, String to, long schools) {}

    private static final double TOP = 22;
    private static final double NODE = 12;
    private static final double GAP = 11;
    private static final double BARS = 48;
    private static final double FOOT = 6;
    private static final double SIDE = 118;

    @Override
    public int height() {
        return (int) (TOP + BARS + (Math.max(from.size(), to.size()) - 1) * GAP + FOOT);
    }

    @Override
    public void draw(ChartCanvas canvas) {
        double left = SIDE;
        double right = canvas.width() - SIDE;
        canvas.right(before, left + NODE, 9, TextStyle.HEAD);
        canvas.left(after, right - NODE, 9, TextStyle.HEAD);
        long all = Math.max(1, ribbons.stream().mapToLong(Ribbon::schools).sum());
        double gaps = (Math.max(from.size(), to.size()) - 1) * GAP;
        double scale = (canvas.height() - TOP - gaps - FOOT) / all;
        double[] fromTops = tops(from, true, scale);
        double[] toTops = tops(to, false, scale);
        ribbons(canvas, left + NODE, right - NODE, scale, fromTops.clone(), toTops.clone());
        for (int i = 0; i < from.size(); i++) {
            long total = total(from.get(i), true);
            canvas.box(left, fromTops[i], NODE, Math.max(1, total * scale), colour(from.get(i)));
            canvas.right(name(from.get(i), total), left - 7, fromTops[i] + total * scale / 2 + 3, TextStyle.LABEL);
        }
        for (int i = 0; i < to.size(); i++) {
            long total = total(to.get(i), false);
            canvas.box(right - NODE, toTops[i], NODE, Math.max(1, total * scale), colour(to.get(i)));
            canvas.left(name(to.get(i), total), right + 7, toTops[i] + total * scale / 2 + 3, TextStyle.LABEL);
        }
    }

    private void ribbons(
            ChartCanvas canvas, double left, double right, double scale, double[] fromTops, double[] toTops) {
        for (int i = 0; i < from.size(); i++)
            for (int j = 0; j < to.size(); j++) {
                long schools = count(from.get(i), to.get(j));
                if (schools == 0 || schools < fewest) continue;
                double high = schools * scale;
                boolean same = from.get(i).equals(to.get(j));
                // The two shades differ enough in strength to be distinguished without colour.
                Shade colour = same ? Shade.SELF.tint(0.6) : Shade.ACCENT.tint(0.3);
                canvas.area(ribbon(left, fromTops[i], right, toTops[j], high), colour);
                fromTops[i] += high;
                toTops[j] += high;
            }
    }

    private static List<double[]> ribbon(double left, double y1, double right, double y2, double high) {
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        for (int i = 0; i <= 24; i++) {
            double t = i / 24.0;
            double y = y1 + (y2 - y1) * t * t * (3 - 2 * t);
            upper.add(new double[] {left + (right - left) * t, y});
            lower.add(0, new double[] {left + (right - left) * t, y + Math.max(high, 0.6)});
        }
        upper.addAll(lower);
        return upper;
    }

    private double[] tops(List<String> stages, boolean outgoing, double scale) {
        double[] tops = new double[stages.size()];
        double y = TOP;
        for (int i = 0; i < stages.size(); i++) {
            tops[i] = y;
            y += total(stages.get(i), outgoing) * scale + GAP;
        }
        return tops;
    }

    private long total(String stage, boolean outgoing) {
        return ribbons.stream()
                .filter(ribbon -> (outgoing ? ribbon.from() : ribbon.to()).equals(stage))
                .mapToLong(Ribbon::schools)
                .sum();
    }

    private long count(String one, String other) {
        return ribbons.stream()
                .filter(ribbon -> ribbon.from().equals(one) && ribbon.to().equals(other))
                .mapToLong(Ribbon::schools)
                .sum();
    }

    private static String name(String stage, long total) {
        return stage + "  " + Unit.NUMBER.tick(total);
    }

    /// The shades of the stages are the same as in the chart of stages: darker is later.
    private Shade colour(String stage) {
        return stages.contains(stage)
                ? StagesChart.colour(stages.indexOf(stage), stages.size())
                : Shade.QUIET.tint(0.45);
    }
}
