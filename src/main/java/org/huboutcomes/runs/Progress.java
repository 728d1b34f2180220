package org.huboutcomes.runs;

/// Where a run tells how far it is: a bar on a terminal, plain lines elsewhere, the status file always.
interface Progress {

    /// @param total how many there are to do; 0 when that is not known
    void begin(String step, int total);

    /// One more is done.
    void advance(String what);

    void end(String step, String summary);
}
