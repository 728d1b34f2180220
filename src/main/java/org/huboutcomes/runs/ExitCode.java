package org.huboutcomes.runs;

/// What a command tells the machine that called it.
enum ExitCode {
    DONE(0),
    /// Done, and there are errors in the returns that were checked.
    ERRORS_IN_RETURNS(1),
    WRONG_USE(2),
    /// The catalogue or the workspace is not in order.
    NOT_IN_ORDER(3),
    /// Another run holds the workspace.
    HELD(4),
    /// The machine failed: disk, memory, database. Nothing was lost; run again.
    MACHINE(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
