package org.huboutcomes.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.explain.Comparison;
import org.huboutcomes.explain.Frozen;
import org.huboutcomes.explain.Moved;
import org.huboutcomes.explain.Redefined;
import org.huboutcomes.returns.AcademicYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes figures again in transactions that are rolled back, so that comparing changes nothing.
@Command(name = "compare", description = "Two editions or nights: each figure that moved, and why.")
final class CompareCommand implements Callable<Integer> {

    private static final int SHOWN = 40;
    private static final BigDecimal SMALL = BigDecimal.TEN;

    @Parameters(index = "0", paramLabel = "A", description = "an edition such as 2022-23-v1, or a night by its day")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "likewise, or `published` for the figures as they stand")
    private String last = "";

    @Option(names = "--hub", paramLabel = "HUB", description = "only this hub's figures, by its code; or a network's")
    private @Nullable String hub;

    @Option(names = "-o", paramLabel = "FILE", description = "write every number that moved as CSV")
    private @Nullable Path file;

    private final Commands door;

    CompareCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = door.workspace();
        Nights nights = new Nights(workspace.orRefuse());
        Frozen from = nights.named(first);
        Frozen to = nights.named(last);
        List<Moved> moved;
        List<Redefined> redefined;
        try (OpenWorkspace open = OpenWorkspace.open(workspace, door.catalogue())) {
            Comparison comparison = new Comparison(open.store(), from, to);
            moved = comparison.moved().stream().filter(this::isAsked).toList();
            redefined = comparison.redefined();
        }
        MovedTable table = new MovedTable(moved);
        if (file != null) table.write(file);
        ChangedDefinitions definitions = new ChangedDefinitions(moved, redefined);
        if (door.json())
            door.out().println(Answer.of(Map.of("moved", table.rows(), "definitions", definitions.changed())));
        else tell(moved, definitions);
        return ExitCode.DONE.number();
    }

    private boolean isAsked(Moved one) {
        return hub == null || hub.equalsIgnoreCase(one.hub()) || isNetwork(one) && hub.equalsIgnoreCase(one.network());
    }

    private static boolean isNetwork(Moved one) {
        return one.hub().equals("Total");
    }

    private void tell(List<Moved> moved, ChangedDefinitions definitions) {
        door.out().println("From " + first + " to " + last + ": " + moved.size() + " numbers moved.");
        for (String cause : Moved.CAUSES)
            door.out()
                    .println("  %-15s %d"
                            .formatted(
                                    cause,
                                    moved.stream()
                                            .filter(one -> one.causes().contains(cause))
                                            .count()));
        definitions.lines().forEach(line -> door.out().println("  " + line));
        // What is read first is the year that is spoken of.
        List<Moved> values = moved.stream()
                .filter(one -> one.measure().equals("value"))
                .sorted(Comparator.comparing(Moved::timePeriod).reversed())
                .toList();
        if (values.isEmpty()) return;
        door.out().println();
        door.out().println("%-58s %9s %9s %9s  %s".formatted("value of", "from", "to", "change", "by"));
        values.stream().limit(SHOWN).forEach(this::tell);
        if (values.size() > SHOWN)
            door.out().println("and " + (values.size() - SHOWN) + " more; -o FILE or --json gives all");
    }

    private void tell(Moved one) {
        String figure = String.join(
                " ",
                AcademicYear.ofPeriod(Integer.parseInt(one.timePeriod())).label(),
                isNetwork(one) ? one.network() : one.hub(),
                one.indicator(),
                one.educationPhase().equals("Total") ? "" : one.educationPhase(),
                one.breakdown().equals("Total") ? "" : one.breakdown());
        door.out()
                .println("%-58s %9s %9s %9s  %s"
                        .formatted(
                                figure.strip(),
                                brief(one.from()),
                                brief(one.to()),
                                one.change() == null ? "" : signed(one.change()),
                                one.change() == null ? String.join(", ", one.causes()) : shares(one)));
    }

    /// The causes that moved it, each with its share; a single one has all of it.
    private static String shares(Moved one) {
        if (one.causes().size() == 1) return one.causes().get(0);
        List<BigDecimal> shares = Stream.of(one.newRows(), one.correctedRows(), one.register(), one.definition())
                .map(share -> share == null ? BigDecimal.ZERO : share)
                .toList();
        return one.causes().stream()
                .map(cause -> cause + " " + signed(shares.get(Moved.CAUSES.indexOf(cause))))
                .collect(Collectors.joining(", "));
    }

    private static String brief(String text) {
        return text.matches("-?\\d+\\.\\d+") ? rounded(new BigDecimal(text)) : text.isEmpty() ? "-" : text;
    }

    /// What is small, as a ratio is or the change of one, needs one more decimal to be seen to move.
    private static String rounded(BigDecimal number) {
        int places = number.scale() <= 0 ? 0 : number.abs().compareTo(SMALL) < 0 ? 2 : 1;
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + rounded(number);
    }
}
