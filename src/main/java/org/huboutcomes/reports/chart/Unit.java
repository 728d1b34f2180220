package org.huboutcomes.reports.chart;

import java.util.Locale;

/// How an axis prints its steps and where it may end.
public enum Unit {
    PERCENT(0, 100) {
        @Override
        String tick(double value, double step) {
            return number(value, step) + "%";
        }
    },
    POINTS(-100, 100) {
        @Override
        String tick(double value, double step) {
            return value > 0 ? "+" + number(value, step) : number(value, step);
        }
    },
    NUMBER(0, Double.MAX_VALUE) {
        @Override
        String tick(double value, double step) {
            return number(value, step);
        }
    };

    final double floor;
    final double ceiling;

    Unit(double floor, double ceiling) {
        this.floor = floor;
        this.ceiling = ceiling;
    }

    /// As many decimals as the steps of the axis need, the same for all of them.
    abstract String tick(double value, double step);

    String tick(double value) {
        return tick(value, 1);
    }

    private static String number(double value, double step) {
        int places = 0;
        for (double rest = step; places < 3 && Math.abs(rest - Math.rint(rest)) > 1e-6; rest *= 10) places++;
        return String.format(Locale.UK, "%,." + places + "f", value == 0 ? 0.0 : value)
                .replace('-', '\u2212');
    }
}
