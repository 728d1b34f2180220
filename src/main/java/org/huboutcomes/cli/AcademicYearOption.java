package org.huboutcomes.cli;

import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;

/// Parses the option `--year`.
final class AcademicYearOption {

    private AcademicYearOption() {}

    /// @throws Fault with exit code 2 if it is not an academic year
    static AcademicYear parse(String written) {
        return AcademicYear.parse(written)
                .orElseThrow(() -> new Fault(
                        ExitCode.WRONG_USE, "\"" + written + "\" is not an academic year; write it as 2022/23."));
    }
}
