package org.huboutcomes.cli;

import java.util.Collection;
import java.util.Comparator;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;

/// Reports a wrong name together with the most similar valid one.
final class Nearest {

    private Nearest() {}

    /// @param what is wrong, such as `There is no hub "H11"`
    /// @param otherwise what to do if no valid name is similar
    static Fault fault(String what, String wrong, Collection<String> valid, String otherwise) {
        return wrongUse(
                what,
                NormalText.nearest(wrong, valid)
                        .map(near -> "the nearest is \"" + near + "\"")
                        .orElse(otherwise));
    }

    /// @param valid the existing years; if there are none, the workspace has no figures yet
    static Fault fault(String what, AcademicYear wrong, Collection<Integer> valid) {
        return wrongUse(
                what,
                valid.stream()
                        .min(Comparator.<Integer>comparingInt(year -> Math.abs(year - wrong.timePeriod()))
                                .thenComparing(Comparator.reverseOrder()))
                        .map(year -> "the nearest year is "
                                + AcademicYear.ofPeriod(year).label())
                        .orElse("run `nightly` first"));
    }

    private static Fault wrongUse(String what, String then) {
        return new Fault(ExitCode.WRONG_USE, what + "; " + then + ".");
    }
}
