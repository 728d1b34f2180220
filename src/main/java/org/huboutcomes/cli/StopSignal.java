package org.huboutcomes.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huboutcomes.workspace.ExitCode;

/// Asks a command that runs until it is stopped to end, and keeps the process alive until it has. Nothing is lost
/// if the process is killed earlier.
final class StopSignal implements AutoCloseable {

    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param command the command, for the name of the thread
    StopSignal(String command) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::give, "end of " + command));
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /// Waits for the signal.
    ///
    /// @return whether the signal came within this time
    boolean await(long seconds) throws InterruptedException {
        return given.await(seconds, TimeUnit.SECONDS);
    }

    private void give() {
        if (ended.getCount() == 0) return;
        given.countDown();
        try {
            ended.await();
            // Being stopped is not a failure.
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reports that the command has ended.
    @Override
    public void close() {
        ended.countDown();
    }
}
