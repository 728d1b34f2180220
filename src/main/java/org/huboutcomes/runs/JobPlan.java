package org.huboutcomes.runs;

import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A job as the catalogue describes it: its steps, in order.
record JobPlan(String name, List<String> steps) {

    JobPlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("jobs/" + name + ".yaml has no steps.");
    }

    @SuppressWarnings("unchecked")
    static JobPlan of(Catalogue catalogue, String name) {
        Map<String, Object> keys =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(catalogue.read(name + ".yaml"));
        return new JobPlan(name, (List<String>) keys.getOrDefault("steps", List.of()));
    }
}
