package org.huboutcomes.cluster;

import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Passes the fault of a worker to the manager, in the context of the partition.
public final class WorkerFault {

    private static final String SENTENCE = "fault";
    private static final String CODE = "exitCode";

    private WorkerFault() {}

    public static void put(Fault fault, StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        context.putString(SENTENCE, String.valueOf(fault.getMessage()));
        context.putString(CODE, fault.exitCode().name());
    }

    /// The fault that ended a partition.
    static Fault of(StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        return context.containsKey(SENTENCE)
                ? new Fault(ExitCode.valueOf(context.getString(CODE)), context.getString(SENTENCE))
                : new Fault(
                        ExitCode.MACHINE_FAILURE,
                        "A worker could not finish its partition; nothing was lost; see the log of the worker, and run"
                                + " again.");
    }
}
