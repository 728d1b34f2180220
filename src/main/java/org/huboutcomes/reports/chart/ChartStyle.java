package org.huboutcomes.reports.chart;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;

/// What all charts of a report share: fonts, colours, and the words of their legends.
public record ChartStyle(Typefaces faces, Palette palette, Map<String, String> words) {

    public String word(String key) {
        String word = words.get(key);
        if (word == null) throw new CatalogueFault("reports/house/charts.yaml has no word \"" + key + "\".");
        return word;
    }

    /// The same style with some other words.
    public ChartStyle saying(Map<String, String> others) {
        Map<String, String> said = new HashMap<>(words);
        said.putAll(others);
        return new ChartStyle(faces, palette, said);
    }
}
