package org.huboutcomes.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Foundations;

/// What differs between two catalogues in how one indicator is counted.
///
/// @param isItself whether its own file does
/// @param under the files of tables and formulas that it stands on and that differ, by their paths without ending
public record Redefined(String indicator, boolean isItself, List<String> under) {

    /// All figures go this way once they are counted; what hides them from the public reads much more, and moves none.
    private static final String PUBLISHED = "from figure join withheld using (indicator)";

    /// Of every indicator that is in both.
    static List<Redefined> between(Catalogue first, Catalogue last) {
        Map<String, String> before = indicators(first);
        Map<String, String> after = indicators(last);
        try (Foundations had = new Foundations(first, "tables", "publish");
                Foundations has = new Foundations(last, "tables", "publish")) {
            List<String> published = differing(had.under(PUBLISHED), has.under(PUBLISHED));
            List<Redefined> redefined = new ArrayList<>();
            before.forEach((indicator, text) -> {
                String now = after.get(indicator);
                if (now == null) return;
                TreeSet<String> under = new TreeSet<>(published);
                under.addAll(differing(had.under(query(text)), has.under(query(now))));
                redefined.add(new Redefined(indicator, !text.equals(now), List.copyOf(under)));
            });
            return redefined;
        }
    }

    private static Map<String, String> indicators(Catalogue catalogue) {
        return catalogue.list("indicators", "sql").stream()
                .collect(Collectors.toMap(
                        Catalogue.Entry::name, Catalogue.Entry::text, (one, other) -> one, TreeMap::new));
    }

    private static String query(String text) {
        return text.strip().replaceFirst(";$", "");
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        return List.copyOf(paths);
    }
}
