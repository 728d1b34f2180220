package org.huboutcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.Network;
import org.huboutcomes.tables.QueryDependencies;

/// How the computation of one indicator differs between two catalogues.
///
/// @param isItself whether its own file differs
/// @param dependencies the files it depends on that differ, as paths without extension: tables, formulas and networks
public record DefinitionChange(String indicator, boolean isItself, List<String> dependencies) {

    /// The tables of all published figures. Disclosure control reads more tables, which do not affect figures.
    private static final String PUBLISHED = "from figure join withheld using (indicator)";

    /// Compares every indicator in both catalogues.
    static List<DefinitionChange> between(Catalogue first, Catalogue last) {
        Map<String, String> before = indicators(first);
        Map<String, String> after = indicators(last);
        QueryDependencies dependenciesBefore = new QueryDependencies(first, "tables", "publish");
        QueryDependencies dependenciesAfter = new QueryDependencies(last, "tables", "publish");
        List<String> published =
                new ArrayList<>(differing(ofPublished(dependenciesBefore), ofPublished(dependenciesAfter)));
        published.addAll(differing(networks(first), networks(last)));
        Map<String, SortedMap<String, String>> readBefore = dependenciesBefore.of(before);
        Map<String, SortedMap<String, String>> readAfter = dependenciesAfter.of(after);
        List<DefinitionChange> changes = new ArrayList<>();
        before.forEach((indicator, text) -> {
            if (!after.containsKey(indicator)) return;
            TreeSet<String> dependencies = new TreeSet<>(published);
            dependencies.addAll(differing(
                    readBefore.getOrDefault(indicator, new TreeMap<>()),
                    readAfter.getOrDefault(indicator, new TreeMap<>())));
            changes.add(new DefinitionChange(indicator, !text.equals(after.get(indicator)), List.copyOf(dependencies)));
        });
        return changes;
    }

    private static SortedMap<String, String> ofPublished(QueryDependencies dependencies) {
        return dependencies.of(Map.of("published", PUBLISHED)).getOrDefault("published", new TreeMap<>());
    }

    private static Map<String, String> indicators(Catalogue catalogue) {
        return catalogue.list("indicators", "sql").stream()
                .collect(Collectors.toMap(
                        Catalogue.Entry::name, Catalogue.Entry::text, (one, other) -> one, TreeMap::new));
    }

    /// Networks count as dependencies, because a figure exists only where its network has the returns that it needs.
    private static Map<String, String> networks(Catalogue catalogue) {
        return Network.of(catalogue).stream()
                .collect(Collectors.toMap(network -> "networks/" + network.name(), Network::toString));
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        return List.copyOf(paths);
    }
}
