package org.huboutcomes.returns.values;

import java.util.Locale;
import org.huboutcomes.returns.text.NormalText;

/// The name of a school in any spelling: two spellings of one name have the same key.
public final class SchoolName {

    private SchoolName() {}

    /// @param place a postcode, or the code or name of a local authority
    public static String key(String name, String place) {
        return plain(name) + "|" + place(place);
    }

    private static String plain(String name) {
        return NormalText.key(name)
                .replace("&", " and ")
                .replaceAll("\\b(church of england|c of e|cofe|c\\.? ?e\\.?)(?= |$)", "ce")
                .replaceAll("\\b(roman catholic|r\\.c\\.?)(?= |$)", "rc")
                .replaceAll("\\bsaint\\b", "st")
                .replaceAll("\\b(voluntary aided|voluntary controlled|va|vc)\\b", "")
                .replaceAll("\\b(school|the)\\b", "")
                .replaceAll("[^a-z0-9]", "");
    }

    private static String place(String place) {
        return place.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
