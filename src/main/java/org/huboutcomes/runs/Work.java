package org.huboutcomes.runs;

/// What one step does. Each is safe to repeat: what it had done before a kill, it finds done.
@FunctionalInterface
interface Work {

    /// @return what was done, as one short phrase for the log and the person who waits
    String run(Progress progress) throws Exception;
}
