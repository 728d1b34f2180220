package org.huboutcomes.runs;

import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.intake.Limits;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The limits on dropped files, from `jobs/limits.yaml`.
final class Limiting {

    private Limiting() {}

    static Limits of(Catalogue catalogue) {
        Map<String, Number> keys =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(catalogue.read("limits.yaml"));
        return new Limits(
                number(keys, "file_bytes_max").longValue(),
                number(keys, "unpacked_bytes_max").longValue(),
                number(keys, "unpacked_to_packed_max").intValue(),
                number(keys, "columns_max").intValue(),
                number(keys, "rows_max").intValue(),
                number(keys, "cell_characters_max").intValue(),
                number(keys, "shared_characters_max").longValue());
    }

    private static Number number(Map<String, Number> keys, String key) {
        Number number = keys.get(key);
        if (number == null) throw new IllegalArgumentException("jobs/limits.yaml does not set " + key + ".");
        return number;
    }
}
