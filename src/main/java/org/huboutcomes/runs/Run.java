package org.huboutcomes.runs;

import java.time.LocalDate;
import java.util.List;
import org.huboutcomes.returns.AcademicYear;
import org.jspecify.annotations.Nullable;

/// What one run of a job was asked to do.
///
/// @param asOf the day of the run: every date in an output comes from it
/// @param year the academic year of an annual run; null for the others
/// @param hubs the hubs of an annual run; all when empty
record Run(String job, LocalDate asOf, @Nullable AcademicYear year, List<String> hubs) {

    public Run {
        hubs = List.copyOf(hubs);
    }
}
