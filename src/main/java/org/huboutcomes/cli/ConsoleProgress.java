package org.huboutcomes.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.workspace.Progress;

/// Prints progress: a bar if the console is a terminal, and a line for each finished step.
final class ConsoleProgress implements Progress {

    private static final int BAR = 30;
    private static final int ITEM = 40;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private int total;
    private int done;
    private long started;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void stepStarted(String step) {
        this.step = step;
        total = 0;
        done = 0;
        started = System.nanoTime();
        if (terminal) draw("");
    }

    @Override
    public synchronized void itemsExpected(int total) {
        this.total = total;
        if (terminal) draw("");
    }

    @Override
    public synchronized void itemDone(String item) {
        done++;
        if (terminal) draw(item);
    }

    @Override
    public synchronized void stepFinished(String step, String summary) {
        double seconds = (System.nanoTime() - started) / 1e9;
        if (terminal) out.print("\r\033[K");
        out.println(String.format(Locale.ROOT, "%-11s %s (%.1f s)", step, summary, seconds));
    }

    private void draw(String item) {
        int filled = total == 0 ? 0 : Math.min(BAR, BAR * done / total);
        String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
        String name = ControlChars.inOneLine(item);
        String shown = name.length() > ITEM ? name.substring(0, ITEM - 1) + "\u2026" : name;
        out.print("\r\033[K"
                + String.format(
                        Locale.ROOT, "%-11s [%s] %d%s %s", step, bar, done, total == 0 ? "" : " of " + total, shown));
        out.flush();
    }
}
