package org.huboutcomes.cli;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides when a failed job is run again: after a minute, then after twice as long each time, up to an hour.
final class Retries {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// @param next when the job is run again
    /// @param pause the time between the failure and the next run
    private record Retry(LocalDateTime next, Duration pause) {}

    private final Map<String, Retry> retries = new HashMap<>();

    /// @return when the job is run again
    LocalDateTime failed(String job, LocalDateTime now) {
        Retry before = retries.get(job);
        Duration pause = before == null ? FIRST : before.pause().multipliedBy(2);
        if (pause.compareTo(LONGEST) > 0) pause = LONGEST;
        Retry retry = new Retry(now.plus(pause), pause);
        retries.put(job, retry);
        return retry.next();
    }

    void settled(String job) {
        retries.remove(job);
    }

    /// Whether the job has not failed, or its pause is over.
    boolean mayRun(String job, LocalDateTime now) {
        return !now.isBefore(next(job, now));
    }

    /// Whether the job has failed, and its pause is over.
    boolean isDue(String job, LocalDateTime now) {
        return retries.containsKey(job) && mayRun(job, now);
    }

    private LocalDateTime next(String job, LocalDateTime now) {
        @Nullable Retry retry = retries.get(job);
        return retry == null ? now : retry.next();
    }
}
