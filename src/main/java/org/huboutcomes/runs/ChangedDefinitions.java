package org.huboutcomes.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huboutcomes.explain.Moved;
import org.huboutcomes.explain.Redefined;

/// The definitions that moved figures, in words: which indicators have a new version, and which tables and formulas
/// under them have changed.
record ChangedDefinitions(List<Moved> moved, List<Redefined> redefined) {

    private static final int NAMED = 3;

    /// One indicator whose definition moved its figures.
    ///
    /// @param versionFrom the version it was counted by, and `versionTo` the one it is counted by now
    /// @param inItself whether its own file differs
    /// @param under the files of tables and formulas that it stands on and that differ
    record Changed(String indicator, Object versionFrom, Object versionTo, boolean inItself, List<String> under) {

        private boolean isNewVersion() {
            return !versionFrom.equals(versionTo);
        }
    }

    List<Changed> changed() {
        Map<String, Moved> byDefinition = new TreeMap<>();
        for (Moved one : moved)
            if (one.causes().contains("definition"))
                byDefinition.merge(one.indicator(), one, ChangedDefinitions::telling);
        return redefined.stream()
                .filter(one -> byDefinition.containsKey(one.indicator()))
                .map(one -> {
                    Moved figure = Objects.requireNonNull(byDefinition.get(one.indicator()));
                    return new Changed(
                            one.indicator(),
                            Answer.cell(figure.versionFrom()),
                            Answer.cell(figure.versionTo()),
                            one.isItself(),
                            one.under());
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
                        + ": made of figures that moved, or of rows that the program reads differently");
        }
        indicatorsByFiles.forEach((files, indicators) -> lines.add("changed under " + some(indicators) + ": " + files));
        return lines;
    }

    /// Figures of one indicator have the same two versions, but where one end has no figure at all.
    private static Moved telling(Moved one, Moved other) {
        return one.versionFrom().equals(one.versionTo()) ? other : one;
    }

    private static String some(List<String> indicators) {
        if (indicators.size() <= NAMED) return String.join(", ", indicators);
        return String.join(", ", indicators.subList(0, NAMED)) + " and " + (indicators.size() - NAMED) + " more";
    }
}
