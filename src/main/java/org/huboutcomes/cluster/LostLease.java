package org.huboutcomes.cluster;

import org.springframework.dao.OptimisticLockingFailureException;

/// A worker that was not heard of for too long has lost its partition to another, or its run has ended.
public final class LostLease extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    LostLease(Lease lease) {
        super("The partition " + lease.stepExecution() + " was given to another worker, or its run has ended.");
    }
}
