package org.huboutcomes.indicators;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// One indicator file: what it means, and the select that counts it.
record Indicator(String name, String path, Heading heading, String select) {

    private static final Set<String> INTERVALS =
            Set.of("wilson", "wilson_deff", "nps", "t", "katz", "greenwood", "prediction", "none");
    private static final Set<String> UNITS = Set.of("percent", "score", "points", "ratio", "mean");
    private static final Set<String> OUTCOMES =
            Set.of("acceptability", "reach", "sustainability", "replicability", "none");
    private static final Set<String> COUNTS = Set.of(
            "schools",
            "pupils",
            "respondents",
            "people",
            "people per school",
            "places",
            "components",
            "contexts",
            "hubs",
            "returns",
            "rows",
            "totals");
    private static final Set<String> YEARS = Set.of("this", "this and last");
    private static final Set<String> LEVELS =
            Set.of("hub network phase", "hub network", "hub", "network phase", "network");

    private static final String FROM_DATA = "from data";
    private static final Pattern HAS_UNITS = Pattern.compile("(?m)^(?:with )?unit as \\($");
    private static final Pattern OUTERMOST_SELECT = Pattern.compile("(?m)^select$");
    private static final Pattern READS_FIGURES = Pattern.compile("\\b(?:from|join) measured\\b");

    static Indicator of(Catalogue.Entry entry) {
        String path = "jobs/indicators/" + entry.folder() + "/" + entry.name() + ".sql";
        Indicator indicator = new Indicator(entry.name(), path, Heading.of(path, entry.text()), select(entry.text()));
        indicator.refuseUnless("outcome", Set.of(entry.folder()));
        for (String also : indicator.says("also").split(", ")) indicator.refuseUnless("also", also, OUTCOMES);
        indicator.refuseUnless("unit", UNITS);
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

    /// Its figures are made of other indicators' figures, so that it is measured after those.
    boolean readsFigures() {
        return READS_FIGURES.matcher(select).find();
    }

    /// Some breakdowns are not known before the returns are, such as the activities of a year.
    boolean takesBreakdownsFromData() {
        return List.of(says("breakdowns").split(", ")).contains(FROM_DATA);
    }

    /// The shell wants a semicolon at the end; within another statement there must be none.
    private static String select(String text) {
        String select = text.stripTrailing();
        return select.endsWith(";") ? select.substring(0, select.length() - 1) : select;
    }

    /// The same query, ended at its `unit`: one row for each thing that the figure counts. What follows adds these up,
    /// so that a figure and its units cannot disagree. The style of the catalogue puts only what is outermost at the
    /// beginning of a line.
    String units() {
        Matcher outermost = OUTERMOST_SELECT.matcher(select);
        if (!HAS_UNITS.matcher(select).find() || !outermost.find())
            throw new CatalogueFault(
                    path + " lists no units; it begins with \"with ... unit as (\", and then adds the units up.");
        return select.substring(0, outermost.start());
    }

    private void refuseUnless(String key, Set<String> accepted) {
        refuseUnless(key, says(key), accepted);
    }

    private void refuseUnless(String key, String said, Set<String> accepted) {
        if (!accepted.contains(said))
            throw new CatalogueFault(path + " says " + key + ": " + said + ". Use one of: "
                    + String.join("; ", new TreeSet<>(accepted)) + ".");
    }
}
