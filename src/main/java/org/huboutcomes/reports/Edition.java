package org.huboutcomes.reports;

import java.time.LocalDate;

/// Which issue of a report this is. Every date that is printed or written into the file comes from here.
///
/// @param label such as "2022/23 v1"
/// @param dataAsAt the day up to which returns were taken in
/// @param provisional whether figures may still change
/// @param profile who may read it: `restricted` or `public`
public record Edition(String label, LocalDate dataAsAt, boolean provisional, String profile) {
    public Edition {
        if (label.isBlank()) throw new IllegalArgumentException("An edition needs a label, such as 2022/23 v1.");
    }
}
