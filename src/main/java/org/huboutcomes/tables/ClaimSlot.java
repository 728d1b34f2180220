package org.huboutcomes.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.ReturnType;
import org.jspecify.annotations.Nullable;

/// The unit in which submissions replace each other: a return of one hub and academic year, or a whole reference
/// list (then both are null).
record ClaimSlot(
        ReturnType type, @Nullable String hub, @Nullable Integer timePeriod) {

    /// For the condition `return_name = ? and hub is not distinct from ? and time_period is not distinct from ?`.
    List<@Nullable Object> parameters() {
        return Arrays.asList(type.name(), hub, timePeriod);
    }

    String hubWord() {
        return Objects.requireNonNullElse(hub, "");
    }

    String yearWord() {
        return timePeriod == null ? "" : AcademicYear.ofPeriod(timePeriod).label();
    }
}
