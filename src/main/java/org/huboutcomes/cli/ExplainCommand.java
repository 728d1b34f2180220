package org.huboutcomes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.explain.Explainer;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.indicators.FigureKey;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads the results of the last run in a transaction that is rolled back.
@Command(
        name = "explain",
        description = "Explains a figure: its definition, and the submissions, sheets and cells it was counted from.",
        footer = "Example: hub-outcomes -w workspace explain INDICATOR --hub HUB --year 2022/23")
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

    @Option(names = "--breakdown", paramLabel = "BREAKDOWN", description = "one of the indicator's breakdowns")
    private String breakdown = "Total";

    private final GlobalOptions options;

    ExplainCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        AcademicYear asked = AcademicYearOption.parse(year);
        try (OpenWorkspace open = OpenWorkspace.open(options.workspace(), options.catalogue())) {
            PreviewCommand.requireIndicator(indicator, open.catalogue());
            requireHub(new StoredRegisters(open.store()));
            Explainer explainer = new Explainer(open.catalogue());
            Explanation explanation = open.store()
                    .inRolledBackTransaction(connection ->
                            explainer.explain(choose(asked, explainer.find(indicator, hub, connection)), connection));
            if (options.json()) options.out().println(JsonOutput.of(explanation));
            else new ExplanationText(explanation).lines().forEach(options.out()::println);
        }
        return ExitCode.DONE.number();
    }

    private void requireHub(StoredRegisters registers) {
        if (registers.findHub(hub).isPresent() || registers.findNetwork(hub).isPresent()) return;
        List<String> known = new ArrayList<>(registers.hubs());
        known.addAll(registers.networks());
        throw Nearest.fault(
                "The list of hubs has no hub or network \"" + hub + "\"",
                hub,
                known,
                known.isEmpty() ? "run `nightly` first" : "use a hub's code or name, or a network's name");
    }

    /// Chooses the figure with the given year, phase and breakdown. If the indicator only has breakdowns and none is
    /// given, chooses the first.
    private FigureKey choose(AcademicYear asked, List<FigureKey> ofAllYears) {
        List<FigureKey> found = ofAllYears.stream()
                .filter(key -> key.timePeriod() == asked.timePeriod())
                .toList();
        if (found.isEmpty())
            throw Nearest.fault(
                    "There is no figure of " + indicator + " for " + hub + " in " + asked.label(),
                    asked,
                    ofAllYears.stream().map(FigureKey::timePeriod).toList());
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
