package org.huboutcomes.runs;

import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// A job as the catalogue describes it: its steps, in order.
record JobPlan(String name, List<String> steps) {

    JobPlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new CatalogueFault("jobs/" + name + ".yaml has no steps.");
    }

    /// What is left of it when all that comes before this step is done.
    JobPlan from(String step) {
        return new JobPlan(name, steps.subList(steps.indexOf(step), steps.size()));
    }

    static JobPlan of(Catalogue catalogue, String name) {
        return new JobPlan(name, catalogue.yaml(name + ".yaml").list("steps"));
    }
}
