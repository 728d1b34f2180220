package org.huboutcomes.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;

/// The issue of a report. Every date printed or written into the file comes from here.
///
/// @param label such as "2022/23 v1"
/// @param dataAsAt the day up to which returns were received
/// @param provisional whether figures may still change
/// @param correctionsBy the deadline for corrections of a provisional edition; null for working figures and a final
/// edition
/// @param profile its readers: `restricted` or `public`
/// @param tables the rows of tables about this issue itself: how it differs from the previous one
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

    /// An issue without tables about itself.
    public Edition(String label, LocalDate dataAsAt, boolean provisional, String profile) {
        this(label, dataAsAt, provisional, null, profile, Map.of());
    }

    /// The same issue with tables about itself.
    public Edition with(Map<String, List<Map<String, Object>>> told) {
        return new Edition(label, dataAsAt, provisional, correctionsBy, profile, told);
    }

    /// A frozen issue without tables about itself; provisional if corrections may still be sent.
    public static Edition of(String label, LocalDate dataAsAt, @Nullable LocalDate correctionsBy, String profile) {
        return new Edition(label, dataAsAt, correctionsBy != null, correctionsBy, profile, Map.of());
    }

    /// Whether figures may still change, as printed; with the deadline for hubs, because only they can send
    /// corrections.
    public String state() {
        if (!provisional) return "final";
        return correctionsBy == null || profile.equals(Profile.PUBLIC.code())
                ? "provisional"
                : "provisional (send corrections by " + EnglishFormat.day(correctionsBy) + ")";
    }
}
