package org.huboutcomes.returns.definition;

import java.util.Set;
import org.huboutcomes.catalogue.CatalogueFault;

/// The types that a field can have.
final class FieldTypeNames {

    private static final Set<String> KNOWN = Set.of(
            "text",
            "code",
            "authority_code",
            "network",
            "reference",
            "id",
            "mark",
            "integer",
            "decimal",
            "date",
            "date_or_month",
            "date_in_year",
            "moment",
            "academic_year",
            "urn",
            "hub",
            "school",
            "school_name",
            "postcode",
            "local_authority",
            "choice",
            "scale");

    /// Read to propose a school, or to set a row aside, and not stored.
    private static final Set<String> EVIDENCE = Set.of("postcode", "local_authority", "mark");

    private FieldTypeNames() {}

    /// @param field how the message calls it
    static void refuseUnknown(String type, String field) {
        if (!KNOWN.contains(type))
            throw new CatalogueFault(field + " is of type \"" + type + "\"; the types are "
                    + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
    }

    static boolean isStored(String type) {
        return !EVIDENCE.contains(type);
    }
}
