package org.huboutcomes.cluster;

import org.springframework.dao.OptimisticLockingFailureException;

/// Thrown if a worker has lost its partition: its lease expired and another worker took it, or the run has ended.
public final class LostLease extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    LostLease(Lease lease) {
        super("The partition " + lease.stepExecution() + " was given to another worker, or its run has ended.");
    }
}
