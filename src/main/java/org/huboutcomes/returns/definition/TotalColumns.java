package org.huboutcomes.returns.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.returns.text.NormalText;

/// How a summary with one row for each group and one column for each quantity becomes rows of totals.
///
/// @param quantity the field for the name of the quantity
/// @param value the field for the count
/// @param of for each quantity that a column can have, its headings
/// @param rows quantities that are in rows, with their counts beside them
public record TotalColumns(String quantity, String value, Map<String, List<String>> of, List<String> rows) {

    private static final Pattern FILLER = Pattern.compile(
            "^(?:of which|thereof|(?:(?:number|no\\.?|total) )?(?:of )?(?:schools|places) (?:at|in|on) (?:the )?|number of|no\\.? of|number at) ?");

    public TotalColumns {
        rows = List.copyOf(rows);
        of = Map.copyOf(of);
    }

    static TotalColumns of(YamlKeys keys) {
        keys.only("quantity", "value", "of", "rows");
        Map<String, List<String>> of = new LinkedHashMap<>();
        YamlKeys quantities = keys.keys("of");
        for (String quantity : quantities.map().keySet()) of.put(quantity, quantities.list(quantity));
        return new TotalColumns(keys.text("quantity"), keys.text("value"), of, keys.list("rows"));
    }

    /// The quantity that a heading means.
    public Optional<String> meant(String heading) {
        String key = NormalText.key(heading);
        return of.entrySet().stream()
                .filter(one -> NormalText.key(one.getKey()).equals(key)
                        || one.getValue().stream()
                                .anyMatch(other -> NormalText.key(other).equals(key)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The quantity that the label of a row means.
    public Optional<String> inRow(String label) {
        String key = FILLER.matcher(NormalText.key(label)).replaceFirst("");
        return rows.stream().filter(one -> NormalText.key(one).equals(key)).findFirst();
    }
}
