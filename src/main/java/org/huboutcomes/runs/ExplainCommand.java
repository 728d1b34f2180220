package org.huboutcomes.runs;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huboutcomes.explain.Explainer;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.indicators.FigureKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads the store as the last night left it, in a transaction that is rolled back.
@Command(
        name = "explain",
        description = "A figure with its definition, and the submissions, sheets and cells that it was counted from.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INDICATOR", description = "the name of its file, without .sql")
    private String indicator = "";

    @Option(
            names = "--hub",
            required = true,
            paramLabel = "HUB",
            description = "the hub's code or name; a network's name for the figure of the network")
    private String hub = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the academic year, such as 2022/23")
    private String year = "";

    @Option(names = "--phase", paramLabel = "PHASE", description = "a phase of education (default: ${DEFAULT-VALUE})")
    private String phase = "Total";

    @Option(names = "--breakdown", paramLabel = "BREAKDOWN", description = "a breakdown of the indicator")
    private String breakdown = "Total";

    private final Commands door;

    ExplainCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        int timePeriod = AnnualCommand.year(year).timePeriod();
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            Explainer explainer = new Explainer(open.catalogue());
            Explanation explanation = open.store()
                    .onTrial(connection -> explainer.explain(
                            choose(explainer.find(indicator, hub, timePeriod, connection)), connection));
            if (door.json()) door.out().println(Answer.of(explanation));
            else new ExplanationPage(explanation).lines().forEach(door.out()::println);
        }
        return ExitCode.DONE.number();
    }

    /// The one that was asked for; where an indicator has breakdowns only, the first of them unless one is named.
    private FigureKey choose(List<FigureKey> found) {
        if (found.isEmpty())
            throw new Fault(
                    ExitCode.WRONG_USE,
                    "There is no figure of " + indicator + " for " + hub + " in " + year
                            + "; indicators are named in jobs/indicators, hubs by their codes, and the year is one with"
                            + " returns. Run `nightly` first if none has been run.");
        boolean hasTotal = found.stream().anyMatch(key -> key.breakdown().equals("Total"));
        String wanted = breakdown.equals("Total") && !hasTotal ? found.get(0).breakdown() : breakdown;
        return found.stream()
                .filter(key -> key.educationPhase().equalsIgnoreCase(phase)
                        && key.breakdown().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        ExitCode.WRONG_USE,
                        indicator + " has no figure for phase " + phase + " and breakdown " + breakdown + "; it has: "
                                + found.stream()
                                        .map(key -> key.educationPhase() + " / " + key.breakdown())
                                        .collect(Collectors.joining("; "))
                                + "."));
    }
}
