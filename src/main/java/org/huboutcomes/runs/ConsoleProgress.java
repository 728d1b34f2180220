package org.huboutcomes.runs;

import java.io.PrintStream;
import java.util.Locale;
import org.huboutcomes.intake.Visible;

/// Progress for the person who waits: a bar that fills where there is a terminal, a line a step where there is none.
final class ConsoleProgress implements Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private int total;
    private int done;
    private long begun;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begin(String step, int total) {
        this.step = step;
        this.total = total;
        done = 0;
        begun = System.nanoTime();
        if (terminal) draw("");
    }

    @Override
    public synchronized void advance(String what) {
        done++;
        if (terminal) draw(what);
    }

    @Override
    public synchronized void end(String step, String summary) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (terminal) out.print("\r\033[K");
        out.println(String.format(Locale.ROOT, "%-11s %s (%.1f s)", step, summary, seconds));
    }

    private void draw(String what) {
        int filled = total == 0 ? 0 : Math.min(WIDTH, WIDTH * done / total);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String name = Visible.inOneLine(what);
        String shown = name.length() > 40 ? name.substring(0, 39) + "\u2026" : name;
        out.print("\r\033[K"
                + String.format(
                        Locale.ROOT, "%-11s [%s] %d%s %s", step, bar, done, total == 0 ? "" : " of " + total, shown));
        out.flush();
    }
}
