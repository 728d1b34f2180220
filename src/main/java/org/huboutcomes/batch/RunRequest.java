package org.huboutcomes.batch;

import java.time.LocalDate;
import java.util.List;
import org.huboutcomes.domain.AcademicYear;
import org.jspecify.annotations.Nullable;

/// The parameters of a run.
///
/// @param job the name of the job
/// @param asOf the day of the run, the source of every date in an output
/// @param year the academic year of an annual run; null for other jobs
/// @param hubs the hubs of an annual run; all if empty
public record RunRequest(
        String job, LocalDate asOf, @Nullable AcademicYear year, List<String> hubs) {

    public RunRequest {
        hubs = List.copyOf(hubs);
    }

    public static RunRequest of(String job, LocalDate asOf) {
        return new RunRequest(job, asOf, null, List.of());
    }

    public static RunRequest annual(AcademicYear year, List<String> hubs, LocalDate asOf) {
        return new RunRequest("annual", asOf, year, hubs);
    }
}
