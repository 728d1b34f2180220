package org.huboutcomes.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.compare.Comparison;
import org.huboutcomes.compare.DefinitionChange;
import org.huboutcomes.compare.FigureChange;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Snapshots;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Recomputes figures in transactions that are rolled back, so a comparison changes nothing.
@Command(
        name = "compare",
        description = "Compares two editions or nightly runs: each figure that changed, and why.",
        footer = "Example: hub-outcomes -w workspace compare 2022-23-v1 published")
final class CompareCommand implements Callable<Integer> {

    private static final int SHOWN = 40;
    private static final BigDecimal SMALL = BigDecimal.TEN;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "an edition such as 2022-23-v1, or the day of a nightly run")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "the same, or `published` for the latest figures")
    private String last = "";

    @Option(names = "--hub", paramLabel = "HUB", description = "only the figures of this hub (code) or network (name)")
    private @Nullable String hub;

    @Option(names = "-o", paramLabel = "FILE", description = "write all changed numbers to a CSV file")
    private @Nullable Path file;

    private final GlobalOptions options;

    CompareCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace();
        Snapshots snapshots = new Snapshots(workspace.requireExists());
        Snapshot from = snapshots.named(first);
        Snapshot to = snapshots.named(last);
        List<FigureChange> moved;
        List<DefinitionChange> redefined;
        try (OpenWorkspace open = OpenWorkspace.open(workspace, options.catalogue())) {
            Comparison comparison = new Comparison(open.store(), from, to);
            moved = comparison.figureChanges().stream().filter(this::isAsked).toList();
            redefined = comparison.definitionChanges();
        }
        FigureChangeTable table = new FigureChangeTable(moved);
        if (file != null) table.write(file);
        DefinitionChangeSummary definitions = new DefinitionChangeSummary(moved, redefined);
        if (options.json())
            options.out().println(JsonOutput.of(Map.of("moved", table.rows(), "definitions", definitions.changed())));
        else print(moved, definitions);
        return ExitCode.DONE.number();
    }

    private boolean isAsked(FigureChange one) {
        return hub == null || hub.equalsIgnoreCase(one.hub()) || isNetwork(one) && hub.equalsIgnoreCase(one.network());
    }

    private static boolean isNetwork(FigureChange one) {
        return one.hub().equals("Total");
    }

    private void print(List<FigureChange> moved, DefinitionChangeSummary definitions) {
        options.out()
                .println("From " + first + " to " + last + ": " + EnglishFormat.counted(moved.size(), "numbers")
                        + " changed.");
        for (String cause : FigureChange.CAUSES)
            options.out()
                    .println("  %-15s %d"
                            .formatted(
                                    cause,
                                    moved.stream()
                                            .filter(one -> one.causes().contains(cause))
                                            .count()));
        definitions.lines().forEach(line -> options.out().println("  " + line));
        // The latest year first.
        List<FigureChange> values = moved.stream()
                .filter(one -> one.measure().equals("value"))
                .sorted(Comparator.comparing(FigureChange::timePeriod).reversed())
                .toList();
        if (values.isEmpty()) return;
        options.out().println();
        options.out().println("%-58s %9s %9s %9s  %s".formatted("value of", "from", "to", "change", "by"));
        values.stream().limit(SHOWN).forEach(this::print);
        if (values.size() > SHOWN)
            options.out().println("and " + (values.size() - SHOWN) + " more; -o FILE or --json gives all");
    }

    private void print(FigureChange one) {
        String figure = String.join(
                " ",
                AcademicYear.ofPeriod(Integer.parseInt(one.timePeriod())).label(),
                isNetwork(one) ? one.network() : one.hub(),
                one.indicator(),
                one.educationPhase().equals("Total") ? "" : one.educationPhase(),
                one.breakdown().equals("Total") ? "" : one.breakdown());
        options.out()
                .println("%-58s %9s %9s %9s  %s"
                        .formatted(
                                figure.strip(),
                                brief(one.from()),
                                brief(one.to()),
                                one.change() == null ? "" : signed(one.change()),
                                one.change() == null ? String.join(", ", one.causes()) : shares(one)));
    }

    /// The causes of the change with their shares. For a single cause no share is printed.
    private static String shares(FigureChange one) {
        if (one.causes().size() == 1) return one.causes().get(0);
        List<BigDecimal> shares = Stream.of(one.newRows(), one.correctedRows(), one.register(), one.definition())
                .map(share -> share == null ? BigDecimal.ZERO : share)
                .toList();
        return one.causes().stream()
                .map(cause -> cause + " " + signed(shares.get(FigureChange.CAUSES.indexOf(cause))))
                .collect(Collectors.joining(", "));
    }

    private static String brief(String text) {
        return text.matches("-?\\d+\\.\\d+") ? rounded(new BigDecimal(text)) : text.isEmpty() ? "-" : text;
    }

    /// Rounds to one decimal, or two for small numbers such as ratios; whole numbers have none.
    private static String rounded(BigDecimal number) {
        int places = number.scale() <= 0 ? 0 : number.abs().compareTo(SMALL) < 0 ? 2 : 1;
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + rounded(number);
    }
}
