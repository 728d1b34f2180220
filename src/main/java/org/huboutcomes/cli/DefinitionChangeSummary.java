package org.huboutcomes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huboutcomes.compare.DefinitionChange;
import org.huboutcomes.compare.FigureChange;

/// Describes the changed definitions behind changed figures: which indicators have a new version, and which tables and
/// formulas they depend on have changed.
record DefinitionChangeSummary(List<FigureChange> moved, List<DefinitionChange> changes) {

    private static final int NAMED = 3;

    /// An indicator with a changed definition that changed its figures.
    ///
    /// @param versionFrom the version that the earlier figures were computed with
    /// @param versionTo the version that the later figures were computed with
    /// @param inItself whether its own file differs
    /// @param under the changed files of tables and formulas that it depends on
    record Changed(String indicator, Object versionFrom, Object versionTo, boolean inItself, List<String> under) {

        private boolean isNewVersion() {
            return !versionFrom.equals(versionTo);
        }
    }

    List<Changed> changed() {
        Map<String, FigureChange> byDefinition = new TreeMap<>();
        for (FigureChange one : moved)
            if (one.causes().contains("definition"))
                byDefinition.merge(one.indicator(), one, DefinitionChangeSummary::preferNewVersion);
        return changes.stream()
                .filter(one -> byDefinition.containsKey(one.indicator()))
                .map(one -> {
                    FigureChange figure = Objects.requireNonNull(byDefinition.get(one.indicator()));
                    return new Changed(
                            one.indicator(),
                            JsonOutput.cell(figure.versionFrom()),
                            JsonOutput.cell(figure.versionTo()),
                            one.isItself(),
                            one.dependencies());
                })
                .toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> indicatorsByFiles = new TreeMap<>();
        for (Changed one : changed()) {
            if (one.isNewVersion())
                lines.add("definition of " + one.indicator() + ": version " + one.versionFrom() + " to "
                        + one.versionTo());
            else if (one.inItself()) lines.add("definition of " + one.indicator() + ": changed without a new version");
            if (!one.under().isEmpty())
                indicatorsByFiles
                        .computeIfAbsent(String.join(", ", one.under()), files -> new ArrayList<>())
                        .add(one.indicator());
            else if (!one.inItself())
                lines.add(one.indicator()
                        + ": computed from changed figures, or from rows that the program now reads differently");
        }
        indicatorsByFiles.forEach(
                (files, indicators) -> lines.add("changed dependencies of " + some(indicators) + ": " + files));
        return lines;
    }

    /// Of two changes of an indicator, prefers one with two different versions; a figure that appears or disappears has
    /// only one.
    private static FigureChange preferNewVersion(FigureChange one, FigureChange other) {
        return one.versionFrom().equals(one.versionTo()) ? other : one;
    }

    private static String some(List<String> indicators) {
        if (indicators.size() <= NAMED) return String.join(", ", indicators);
        return String.join(", ", indicators.subList(0, NAMED)) + " and " + (indicators.size() - NAMED) + " more";
    }
}
