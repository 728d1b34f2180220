package org.huboutcomes.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.explain.Moved;
import org.huboutcomes.explain.Redefined;

/// The definitions that moved figures, in words: which indicators have a new version, and which tables and formulas
/// under them have changed.
record ChangedDefinitions(List<Moved> moved, List<Redefined> redefined) {

    private static final int NAMED = 3;

    List<String> lines() {
        Set<String> affected = moved.stream()
                .filter(one -> one.causes().contains("definition"))
                .map(Moved::indicator)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> versions = versions();
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> indicatorsByFiles = new TreeMap<>();
        for (Redefined one : redefined) {
            if (!affected.contains(one.indicator())) continue;
            String version = versions.get(one.indicator());
            if (version != null) lines.add("definition of " + one.indicator() + ": version " + version);
            else if (one.isItself()) lines.add("definition of " + one.indicator() + ": changed without a new version");
            if (!one.under().isEmpty())
                indicatorsByFiles
                        .computeIfAbsent(String.join(", ", one.under()), files -> new ArrayList<>())
                        .add(one.indicator());
            else if (!one.isItself())
                lines.add(one.indicator()
                        + ": made of figures that moved, or of rows that the program reads differently");
        }
        indicatorsByFiles.forEach((files, indicators) -> lines.add("changed under " + some(indicators) + ": " + files));
        return lines;
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Moved one : moved)
            if (!one.versionFrom().equals(one.versionTo()))
                versions.put(one.indicator(), one.versionFrom() + " to " + one.versionTo());
        return versions;
    }

    private static String some(List<String> indicators) {
        if (indicators.size() <= NAMED) return String.join(", ", indicators);
        return String.join(", ", indicators.subList(0, NAMED)) + " and " + (indicators.size() - NAMED) + " more";
    }
}
