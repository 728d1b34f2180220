package org.huboutcomes.batch;

import java.time.LocalDate;
import java.util.List;
import org.huboutcomes.domain.AcademicYear;
import org.jspecify.annotations.Nullable;

/// The parameters of a run.
///
/// @param job the name of the job
/// @param asOf the day of the run, from which every date in an output follows
/// @param year the academic year of an annual run; null for other jobs
/// @param hubs the hubs of an annual run; all if empty
/// @param correctionsBy the day by which hubs must send corrections of a provisional edition; null for a final
/// edition, and for other jobs
public record RunRequest(
        String job,
        LocalDate asOf,
        @Nullable AcademicYear year,
        List<String> hubs,
        @Nullable LocalDate correctionsBy) {

    /// The default time in which hubs may send corrections of a provisional edition.
    private static final int WEEKS = 4;

    public RunRequest {
        hubs = List.copyOf(hubs);
    }

    public static RunRequest of(String job, LocalDate asOf) {
        return new RunRequest(job, asOf, null, List.of(), null);
    }

    /// A provisional edition.
    public static RunRequest annual(AcademicYear year, List<String> hubs, LocalDate asOf) {
        return new RunRequest("annual", asOf, year, hubs, asOf.plusWeeks(WEEKS));
    }

    /// The same edition as a final one.
    public RunRequest asFinal() {
        return new RunRequest(job, asOf, year, hubs, null);
    }

    /// The same with another deadline for corrections.
    public RunRequest withCorrectionsBy(LocalDate day) {
        return new RunRequest(job, asOf, year, hubs, day);
    }
}
