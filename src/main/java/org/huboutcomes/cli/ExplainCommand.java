package org.huboutcomes.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.explain.ExplainedUnit;
import org.huboutcomes.explain.Explainer;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.explain.UnitChange;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.indicators.FigureKey;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--rows", description = "lists each school, lead or activity with its cell and what it counted as")
    private boolean rows;

    @Option(
            names = "--change",
            description =
                    "says why the figure changed on the year before, with the schools, leads or activities of each"
                            + " part")
    private boolean change;

    private final GlobalOptions options;

    ExplainCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        AcademicYear asked = AcademicYearOption.parse(year);
        try (OpenWorkspace open =
                OpenWorkspace.openToRead(options.workspace(), options.catalogue(), options.err()::println)) {
            PreviewCommand.requireIndicator(indicator, open.catalogue());
            requireHub(new StoredRegisters(open.store()));
            Explainer explainer = new Explainer(open.catalogue());
            Explained now = explained(open, explainer, asked);
            Explained before = change ? explained(open, explainer, new AcademicYear(asked.startYear() - 1)) : null;
            if (options.json()) options.out().println(JsonOutput.of(json(now, before)));
            else print(now, before, asked);
        }
        return ExitCode.DONE.number();
    }

    /// @param units what the figure counts; none where it is suppressed
    private record Explained(Explanation explanation, List<ExplainedUnit> units) {}

    private Explained explained(OpenWorkspace open, Explainer explainer, AcademicYear asked) {
        return open.store().inRolledBackTransaction(connection -> {
            Explanation explanation =
                    explainer.explain(choose(asked, explainer.find(indicator, hub, connection)), connection);
            boolean isShown = (rows || change) && !explanation.isHidden();
            return new Explained(explanation, isShown ? explainer.units(connection) : List.of());
        });
    }

    private Object json(Explained now, @Nullable Explained before) {
        if (!rows && before == null) return now.explanation();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("explanation", now.explanation());
        if (rows) result.put("rows", now.units());
        if (before != null) {
            result.put("numerator_change", UnitChange.between(before.units(), now.units(), ExplainedUnit::numerator));
            result.put(
                    "denominator_change", UnitChange.between(before.units(), now.units(), ExplainedUnit::denominator));
        }
        return result;
    }

    private void print(Explained now, @Nullable Explained before, AcademicYear asked) {
        List<String> lines = new ArrayList<>(new ExplanationText(now.explanation()).lines());
        if (rows && !now.explanation().isHidden()) lines.addAll(UnitText.rows(now.units()));
        if (before != null && before.explanation().isHidden())
            lines.add("The change is not shown, because the figure of the year before is suppressed.");
        else if (before != null && !now.explanation().isHidden())
            lines.addAll(UnitText.change(
                    new AcademicYear(asked.startYear() - 1).label(), asked.label(), before.units(), now.units()));
        lines.stream().map(ControlChars::inOneLine).forEach(options.out()::println);
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
