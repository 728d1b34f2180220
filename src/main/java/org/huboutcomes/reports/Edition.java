package org.huboutcomes.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Which issue of a report this is. Every date that is printed or written into the file comes from here.
///
/// @param label such as "2022/23 v1"
/// @param dataAsAt the day up to which returns were taken in
/// @param provisional whether figures may still change
/// @param profile who may read it: `restricted` or `public`
/// @param tables what this issue has to tell of itself, as rows by table: how it differs from the one before
public record Edition(
        String label,
        LocalDate dataAsAt,
        boolean provisional,
        String profile,
        Map<String, List<Map<String, Object>>> tables) {
    public Edition {
        if (label.isBlank()) throw new IllegalArgumentException("An edition needs a label, such as 2022/23 v1.");
    }

    /// One that has nothing to tell of itself.
    public Edition(String label, LocalDate dataAsAt, boolean provisional, String profile) {
        this(label, dataAsAt, provisional, profile, Map.of());
    }

    /// The same issue, with what it has to tell of itself.
    public Edition with(Map<String, List<Map<String, Object>>> told) {
        return new Edition(label, dataAsAt, provisional, profile, told);
    }
}
