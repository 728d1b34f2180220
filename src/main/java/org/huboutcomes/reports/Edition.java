package org.huboutcomes.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;

/// Which issue of a report this is. Every date that is printed or written into the file comes from here.
///
/// @param label such as "2022/23 v1"
/// @param dataAsAt the day up to which returns were taken in
/// @param provisional whether figures may still change
/// @param correctionsBy the day by which corrections of a provisional edition are to be sent; null for working figures
/// and a final edition
/// @param profile who may read it: `restricted` or `public`
/// @param tables what this issue has to tell of itself, as rows by table: how it differs from the one before
public record Edition(
        String label,
        LocalDate dataAsAt,
        boolean provisional,
        @Nullable LocalDate correctionsBy,
        String profile,
        Map<String, List<Map<String, Object>>> tables) {
    public Edition {
        if (label.isBlank()) throw new IllegalArgumentException("An edition needs a label, such as 2022/23 v1.");
    }

    /// One that has nothing to tell of itself.
    public Edition(String label, LocalDate dataAsAt, boolean provisional, String profile) {
        this(label, dataAsAt, provisional, null, profile, Map.of());
    }

    /// The same issue, with what it has to tell of itself.
    public Edition with(Map<String, List<Map<String, Object>>> told) {
        return new Edition(label, dataAsAt, provisional, correctionsBy, profile, told);
    }

    /// A frozen one that has nothing to tell of itself: provisional where corrections may still be sent.
    public static Edition of(String label, LocalDate dataAsAt, @Nullable LocalDate correctionsBy, String profile) {
        return new Edition(label, dataAsAt, correctionsBy != null, correctionsBy, profile, Map.of());
    }

    /// Whether figures may still change, as printed; and until when, for the hubs, who alone can send corrections.
    public String state() {
        if (!provisional) return "final";
        return correctionsBy == null || profile.equals(Profile.PUBLIC.code())
                ? "provisional"
                : "provisional (send corrections by " + EnglishFormat.day(correctionsBy) + ")";
    }
}
