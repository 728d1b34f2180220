package org.huboutcomes.reports.paper;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.SeriesColumns;

/// The layouts of tables: the number and width of columns, and whether rows have a picture.
public enum TableLayout {
    /// The first column names the row. The others are numbers, aligned to the right.
    NUMBERS(2, 10) {
        @Override
        int[] widths(int columns) {
            return even(columns, NUMBER[columns]);
        }
    },
    /// Sentences, in columns of equal width.
    WORDS(2, 4) {
        @Override
        int[] widths(int columns) {
            return columns == 2 ? new int[] {64, WIDTH - 64} : even(columns, WIDTH / columns);
        }
    },
    /// Sentences; the first column is the widest and the last the narrowest.
    LEADING(4, 4) {
        @Override
        int[] widths(int columns) {
            return new int[] {170, 132, 112, 85};
        }
    },
    /// Sentences; the last column is the widest.
    TRAILING(4, 4) {
        @Override
        int[] widths(int columns) {
            return new int[] {132, 92, 92, 183};
        }
    },
    /// A name and up to five short texts.
    LIST(5, 6) {
        @Override
        int[] widths(int columns) {
            return columns == 5 ? new int[] {196, 46, 62, 126, 69} : new int[] {154, 42, 54, 112, 56, 81};
        }
    },
    /// A name, a long sentence and a shorter one.
    GLOSSARY(3, 3) {
        @Override
        int[] widths(int columns) {
            return new int[] {106, 208, 185};
        }
    },
    /// Numbers with a picture at the end of each row, which takes the remaining width.
    PLOT(2, 5) {
        @Override
        int[] widths(int columns) {
            return switch (columns) {
                case 2 -> new int[] {186, 60};
                case 3 -> new int[] {184, 98, 56};
                case 4 -> new int[] {166, 86, 48, 84};
                default -> new int[] {138, 74, 46, 84, 48};
            };
        }
    },
    /// The same for a whole network, whose last column is a range.
    RANGES(5, 6) {
        @Override
        int[] widths(int columns) {
            return columns == 5 ? new int[] {126, 86, 46, 76, 76} : new int[] {104, 86, 44, 76, 44, 76};
        }
    },
    /// The same with rows so close that all figures of a report fit on one page.
    CLOSE(3, 5) {
        @Override
        int[] widths(int columns) {
            return switch (columns) {
                case 3 -> new int[] {172, 110, 56};
                case 4 -> new int[] {178, 98, 50, 50};
                default -> new int[] {176, 108, 48, 44, 46};
            };
        }
    },
    /// A hub and five of its figures, with a picture of all five at the end of each row.
    HUBS(6, 6) {
        @Override
        int[] widths(int columns) {
            return new int[] {118, 48, 48, 48, 48, 48};
        }
    },
    /// The counts of five answers, their number and a share, with a picture at the end of each row.
    ANSWERS(8, 8) {
        @Override
        int[] widths(int columns) {
            return new int[] {112, 44, 44, 40, 38, 44, 34, 44};
        }
    },
    /// Cells of one width with a picture at the end of each row.
    CELLS(2, 6) {
        @Override
        int[] widths(int columns) {
            return even(columns, 68, WIDTH - STRIP);
        }
    },
    /// Columns that are aligned with the points of a chart.
    SERIES(2, 11) {
        @Override
        int[] widths(int columns) {
            int[] widths = new int[columns];
            for (int i = 0; i < columns; i++)
                widths[i] = SeriesColumns.edge(i, columns - 1, WIDTH)
                        - (i == 0 ? 0 : SeriesColumns.edge(i - 1, columns - 1, WIDTH));
            return widths;
        }
    };

    static final int WIDTH = 499;
    private static final int STRIP = 100;
    private static final int[] NUMBER = {0, 0, 84, 84, 84, 84, 78, 62, 54, 55, 49};

    private final int least;
    private final int most;

    TableLayout(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /// The width of each column.
    abstract int[] widths(int columns);

    boolean holds(int columns) {
        return columns >= least && columns <= most;
    }

    String counts() {
        return least + " to " + most;
    }

    IntStream columnCounts() {
        return IntStream.rangeClosed(least, most);
    }

    boolean isWords() {
        return this == WORDS || this == LEADING || this == TRAILING || this == LIST || this == GLOSSARY;
    }

    /// Whether it may break across pages and repeat its heads on each.
    boolean mayBeLong() {
        return this == NUMBERS || this == HUBS || isWords();
    }

    boolean hasStrips() {
        return this == PLOT || this == RANGES || this == CLOSE || this == CELLS || this == ANSWERS || this == HUBS;
    }

    /// Where the picture of a row begins; it extends to the right edge.
    int stripFrom(int columns) {
        return Arrays.stream(widths(columns)).sum() + 10;
    }

    /// Whether a column has the value of the hub or network of the report, which is highlighted.
    boolean isOwn(int column) {
        return column == 2 && hasStrips() && this != CELLS && this != ANSWERS && this != HUBS;
    }

    int rowHeight() {
        return 15;
    }

    private static int[] even(int columns, int width) {
        return even(columns, width, WIDTH);
    }

    /// The first column takes the remaining width.
    private static int[] even(int columns, int width, int all) {
        int[] widths = new int[columns];
        Arrays.fill(widths, width);
        widths[0] = all - (columns - 1) * width;
        return widths;
    }
}
