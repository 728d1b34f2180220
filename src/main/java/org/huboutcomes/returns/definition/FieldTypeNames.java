package org.huboutcomes.returns.definition;

import java.util.Set;
import org.huboutcomes.catalogue.CatalogueFault;

/// The valid types of fields.
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

    /// Types that are read to suggest a school or to ignore a row, and not stored.
    private static final Set<String> EVIDENCE = Set.of("postcode", "local_authority", "mark");

    private FieldTypeNames() {}

    /// @param field the name of the field in the message
    static void refuseUnknown(String type, String field) {
        if (!KNOWN.contains(type))
            throw new CatalogueFault(field + " is of type \"" + type + "\"; the types are "
                    + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
    }

    static boolean isStored(String type) {
        return !EVIDENCE.contains(type);
    }
}
