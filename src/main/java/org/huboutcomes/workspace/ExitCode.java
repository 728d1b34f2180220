package org.huboutcomes.workspace;

/// The exit codes of commands, listed in the README.
public enum ExitCode {
    DONE(0),
    /// The command is done, and the files that were checked have errors.
    ERRORS_IN_RETURNS(1),
    WRONG_USE(2),
    /// The catalogue or the workspace is invalid.
    INVALID_SETUP(3),
    /// Another run has locked the workspace.
    WORKSPACE_LOCKED(4),
    /// A failure of the disk, memory or database. Nothing was lost; run again.
    MACHINE_FAILURE(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
