package org.huboutcomes.indicators;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;

/// One indicator file: its heading, and the query that computes it.
record Indicator(String name, String path, Heading heading, String select) {

    private static final Set<String> INTERVALS =
            Set.of("wilson", "wilson_deff", "nps", "t", "katz", "greenwood", "prediction", "newcombe", "none");
    private static final Set<String> UNITS = Set.of("percent", "per 100", "score", "points", "ratio", "mean");
    private static final Set<String> DIRECTIONS = Set.of("better", "worse", "neither");
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
            "totals",
            "activities");
    private static final Set<String> YEARS =
            Set.of("this", "this and last", "up to this", "five up to this", "all up to this");
    private static final Set<String> LEVELS =
            Set.of("hub network phase", "hub network", "hub", "network phase", "network");

    private static final String FROM_DATA = "from data";
    private static final Pattern HAS_UNITS = Pattern.compile("(?m)^(?:with )?unit as \\($");
    private static final Pattern OUTERMOST_SELECT = Pattern.compile("(?m)^select$");

    static Indicator of(Catalogue.Entry entry) {
        String path = "jobs/" + entry.folder() + "/" + entry.name() + ".sql";
        Indicator indicator = new Indicator(entry.name(), path, Heading.of(path, entry.text()), select(entry.text()));
        indicator.refuseUnless("outcome", Set.of(entry.subject()));
        for (String also : indicator.says("also").split(", ")) indicator.refuseUnless("also", also, OUTCOMES);
        indicator.refuseUnless("unit", UNITS);
        indicator.refuseUnless("higher is", DIRECTIONS);
        indicator.refuseUnless("interval", INTERVALS);
        indicator.refuseUnless("counts", COUNTS);
        indicator.refuseUnless("levels", LEVELS);
        indicator.refuseUnless("years", YEARS);
        if (!indicator.says("reviewed").matches("\\d{4}-\\d{2}-\\d{2}"))
            throw new CatalogueFault(
                    path + " was reviewed on \"" + indicator.says("reviewed") + "\"; write the day as 2026-11-23.");
        if (!indicator.says("version").matches("[1-9][0-9]*"))
            throw new CatalogueFault(
                    path + " has the version \"" + indicator.says("version") + "\"; it is a whole number.");
        return indicator;
    }

    String says(String key) {
        return heading.of(key);
    }

    /// Whether its breakdowns come from the returns, such as the activities of a year.
    boolean takesBreakdownsFromData() {
        return List.of(says("breakdowns").split(", ")).contains(FROM_DATA);
    }

    /// The query without the final semicolon, which the shell needs but a larger statement must not contain.
    private static String select(String text) {
        String select = text.stripTrailing();
        return select.endsWith(";") ? select.substring(0, select.length() - 1) : select;
    }

    /// The query cut off after its `unit`: one row for each thing that the figure counts. The rest of the query adds
    /// these up, so a figure and its units cannot disagree. In catalogue files only the outermost clauses start in the
    /// first column.
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

    private void refuseUnless(String key, String value, Set<String> accepted) {
        if (!accepted.contains(value))
            throw new CatalogueFault(path + " says " + key + ": " + value + ". Use one of: "
                    + String.join("; ", new TreeSet<>(accepted)) + ".");
    }
}
