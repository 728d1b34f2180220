package org.huboutcomes.indicators;

import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// One indicator file: what it means, and the select that counts it.
record Indicator(String name, String path, Heading heading, String select) {

    private static final Set<String> INTERVALS = Set.of("wilson", "wilson_deff", "nps", "none");
    private static final Set<String> COUNTS = Set.of("schools", "respondents", "people", "places", "components");
    private static final Set<String> YEARS = Set.of("this", "this and last");
    private static final Set<String> LEVELS =
            Set.of("hub network phase", "hub network", "hub", "network phase", "network");

    static Indicator of(Catalogue.Entry entry) {
        String path = "jobs/indicators/" + entry.folder() + "/" + entry.name() + ".sql";
        Indicator indicator = new Indicator(entry.name(), path, Heading.of(path, entry.text()), select(entry.text()));
        indicator.refuseUnless("outcome", Set.of(entry.folder()));
        indicator.refuseUnless("interval", INTERVALS);
        indicator.refuseUnless("counts", COUNTS);
        indicator.refuseUnless("levels", LEVELS);
        indicator.refuseUnless("years", YEARS);
        if (!indicator.says("version").matches("[1-9][0-9]*"))
            throw new CatalogueFault(
                    path + " has the version \"" + indicator.says("version") + "\"; it is a whole number.");
        return indicator;
    }

    String says(String key) {
        return heading.of(key);
    }

    /// The shell wants a semicolon at the end; within another statement there must be none.
    private static String select(String text) {
        String select = text.stripTrailing();
        return select.endsWith(";") ? select.substring(0, select.length() - 1) : select;
    }

    private void refuseUnless(String key, Set<String> accepted) {
        if (!accepted.contains(says(key)))
            throw new CatalogueFault(path + " says " + key + ": " + says(key) + ". Use one of: "
                    + String.join("; ", new TreeSet<>(accepted)) + ".");
    }
}
