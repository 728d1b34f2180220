package org.huboutcomes.checks;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.SqlValidation;

/// Validates the checks of a catalogue: each can be run, returns the columns it needs, and has a description.
public final class ChecksValidation {

    private static final Pattern NAMED_FIELD = Pattern.compile("'(\\w+)'\\s+as\\s+field\\b");

    private ChecksValidation() {}

    /// @param tables a connection to a store that has the catalogue's formulas and tables, without rows
    public static void validate(Catalogue catalogue, ReturnTypes types, Connection tables) {
        Set<String> fields = types.all().stream()
                .flatMap(type -> type.tables().values().stream())
                .flatMap(stored -> stored.stream().map(field -> field.name()))
                .collect(Collectors.toSet());
        List<Check> checks = Check.of(catalogue);
        SqlValidation.refuseUnknownTables(
                checks.stream().collect(Collectors.toMap(check -> Check.path(check.rule()), Check::query)), tables);
        for (Check check : checks) {
            String path = Check.path(check.rule());
            if (types.hasRule(check.rule()))
                throw new CatalogueFault(path + " has the name of a rule in jobs/rules; rename it.");
            check.validate(tables);
            Matcher named = NAMED_FIELD.matcher(check.query());
            while (named.find())
                if (!fields.contains(named.group(1)))
                    throw new CatalogueFault(
                            path + " is about the field " + named.group(1) + ", which no return stores.");
        }
    }
}
