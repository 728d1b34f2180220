package org.huboutcomes.reports.chart;

/// How an axis prints its steps and where it may end.
public enum Unit {
    PERCENT(0, 100) {
        @Override
        String tick(double value) {
            return number(value) + "%";
        }
    },
    POINTS(-100, 100) {
        @Override
        String tick(double value) {
            return value > 0 ? "+" + number(value) : number(value);
        }
    },
    NUMBER(0, Double.MAX_VALUE) {
        @Override
        String tick(double value) {
            return number(value);
        }
    };

    final double floor;
    final double ceiling;

    Unit(double floor, double ceiling) {
        this.floor = floor;
        this.ceiling = ceiling;
    }

    abstract String tick(double value);

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        String digits = rounded == Math.rint(rounded) ? String.format("%,d", (long) rounded) : Double.toString(rounded);
        return digits.replace('-', '\u2212');
    }
}
