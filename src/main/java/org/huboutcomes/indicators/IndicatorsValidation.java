package org.huboutcomes.indicators;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.SqlValidation;

/// Validates the indicators of a catalogue: each can be computed and explained, gives the columns that its heading
/// promises, and gives the results of its worked example.
public final class IndicatorsValidation {

    private static final Set<String> WITH_LIMITS = Set.of("nps", "t", "katz", "greenwood", "prediction", "newcombe");

    private final Catalogue catalogue;
    private final List<Indicator> indicators;

    private IndicatorsValidation(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.indicators =
                catalogue.list("indicators", "sql").stream().map(Indicator::of).toList();
    }

    /// @param tables a connection to a store that has the catalogue's formulas, tables and lists, but no returned
    /// rows
    public static void validate(Catalogue catalogue, ReturnTypes types, Connection tables) {
        IndicatorsValidation validation = new IndicatorsValidation(catalogue);
        validation.refuseSameTitles();
        validation.refuseUnknownReturns(types);
        SqlValidation.refuseUnknownTables(
                validation.indicators.stream().collect(Collectors.toMap(Indicator::path, Indicator::select)), tables);
        for (Indicator indicator : validation.indicators) {
            validation.refuseColumns(indicator, new Measurement(indicator, tables).validate());
            new Units(indicator, tables).validate();
        }
        validation.checkExamples(tables);
    }

    private void refuseSameTitles() {
        Map<String, Indicator> titles = new HashMap<>();
        for (Indicator indicator : indicators) {
            Indicator other = titles.put(indicator.says("title"), indicator);
            if (other != null)
                throw new CatalogueFault("%s and %s have the title \"%s\"; give each its own."
                        .formatted(other.path(), indicator.path(), indicator.says("title")));
        }
    }

    private void refuseUnknownReturns(ReturnTypes types) {
        Set<String> known = types.all().stream().map(ReturnType::name).collect(Collectors.toSet());
        for (Indicator indicator : indicators) {
            String needed = indicator.says("returns");
            if (needed.equals("none") || needed.equals("any")) continue;
            for (String name : needed.split(", "))
                if (!known.contains(name))
                    throw new CatalogueFault(
                            "%s needs the return \"%s\", which jobs/returns does not have; name returns, or say any or none."
                                    .formatted(indicator.path(), name));
        }
    }

    /// Compares the heading with the columns of the query. A missing numerator would become 0.
    private void refuseColumns(Indicator indicator, Set<String> given) {
        for (String count : List.of("numerator", "denominator")) {
            boolean isDescribed = !indicator.says(count).equals("none");
            if (isDescribed && !given.contains(count))
                throw lacks(indicator, count, "its heading describes a " + count);
            if (!isDescribed && given.contains(count))
                throw new CatalogueFault(
                        indicator.path() + " gives a " + count + ", and its heading says " + count + ": none.");
        }
        boolean counted = given.contains("numerator") && given.contains("denominator");
        if (!counted) {
            if (!given.contains("value"))
                throw lacks(indicator, "value", "it has no numerator and denominator to divide");
            if (!given.contains("n"))
                throw lacks(indicator, "n", "without a denominator the number of cases must be given");
        }
        requirePublicColumns(indicator, given);
        String interval = indicator.says("interval");
        if (interval.startsWith("wilson")
                && (!counted
                        || given.contains("value")
                        || !indicator.says("unit").equals("percent")))
            throw new CatalogueFault(indicator.path() + " says interval: " + interval
                    + ", which is that of a percentage of a numerator and a denominator; choose another.");
        if (interval.equals("wilson_deff") && !given.contains("deff"))
            throw lacks(indicator, "deff", "its interval is wilson_deff");
        if (interval.equals("t") && !given.contains("groups"))
            throw lacks(indicator, "groups", "a change of means needs the number of means");
        if (WITH_LIMITS.contains(interval))
            for (String limit : List.of("value_lower_ci", "value_upper_ci"))
                if (!given.contains(limit)) throw lacks(indicator, limit, "its interval is " + interval);
        if (indicator.says("counts").equals("respondents") && !given.contains("schools"))
            throw lacks(indicator, "schools", "answers from fewer than three schools are suppressed");
    }

    /// A value other than numerator over denominator could reveal the counts it is computed from. So the query must
    /// give the public value and the counts that it is computed from.
    private static void requirePublicColumns(Indicator indicator, Set<String> given) {
        String why = "the public value must be computed from rounded counts";
        if (given.contains("value") && !given.contains("public_value")) throw lacks(indicator, "public_value", why);
        if (given.contains("value") && !given.contains("public_counts"))
            throw lacks(
                    indicator, "public_counts", "the counts that public_value is computed from, or [], must be given");
        if (given.contains("value_lower_ci")
                && !(given.contains("public_lower_ci") && given.contains("public_upper_ci")))
            throw lacks(indicator, "public_lower_ci and public_upper_ci", why);
        if (indicator.says("counts").equals("pupils") && !given.contains("public_counts"))
            throw lacks(indicator, "public_counts", "counts of pupils can reveal the schools that they attend");
    }

    private static CatalogueFault lacks(Indicator indicator, String column, String why) {
        return new CatalogueFault(indicator.path() + " does not give the column \"" + column + "\"; " + why + ".");
    }

    private void checkExamples(Connection tables) {
        Map<String, Catalogue.Entry> examples = catalogue.list("indicators", "md").stream()
                .collect(Collectors.toMap(Catalogue.Entry::name, example -> example));
        for (Indicator indicator : indicators) {
            String path = indicator.path().replaceFirst("sql$", "md");
            Catalogue.Entry example = examples.remove(indicator.name());
            if (example == null)
                throw new CatalogueFault(indicator.path() + " has no worked example; write " + path
                        + " with tables Given, and the figures to Expect.");
            WorkedExample.of(path, example.text()).check(indicator, tables);
        }
        for (Catalogue.Entry left : examples.values())
            throw new CatalogueFault("jobs/indicators/%s/%s.md is a worked example, but there is no indicator %s.sql."
                    .formatted(left.subject(), left.name(), left.name()));
    }
}
