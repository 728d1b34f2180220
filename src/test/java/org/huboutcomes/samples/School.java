package org.huboutcomes.samples;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One establishment of the invented register.
record School(
        int urn,
        String la,
        int number,
        String name,
        Kind kind,
        String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed) {

    /// A school's type, group and phase in the register.
    record Kind(String type, String group, String phase) {

        boolean onPathway() {
            return phase.equals("Primary") || isSecondary();
        }

        boolean isSecondary() {
            return phase.equals("Secondary") || phase.equals("Middle deemed secondary") || phase.equals("All-through");
        }
    }

    /// State-funded and open on 1 January of the year.
    boolean isOpenIn(int year) {
        LocalDate day = LocalDate.of(year + 1, 1, 1);
        return !kind.group().equals("Independent schools")
                && !status.equals("Proposed to open")
                && (opened == null || !opened.isAfter(day))
                && (closed == null || closed.isAfter(day));
    }

    String laestab() {
        return la + "/" + number;
    }

    School closedOn(LocalDate day) {
        return new School(urn, la, number, name, kind, "Closed", opened, day);
    }
}
