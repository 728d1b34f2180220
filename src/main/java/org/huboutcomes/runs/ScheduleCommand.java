package org.huboutcomes.runs;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.returns.AcademicYear;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import picocli.CommandLine.Command;

/// One thread, one job at a time: looks what is due, runs it, tells how it ended, and goes on whatever happened.
/// Between jobs it holds nothing, so that any other command may be used.
@Command(name = "schedule", description = "Stays up, watches the import folder, and runs the jobs at their cron lines.")
final class ScheduleCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int LOOK_SECONDS = 2;

    private final Commands door;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    ScheduleCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = door.workspace().orRefuse();
        // Read once: a file that is not in order is told now, not in the middle of a night.
        Settings.Schedule schedule = Settings.of(workspace).schedule();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of schedule"));
        try {
            tell("Watching " + workspace.importFolder() + "; "
                    + (schedule.crons().isEmpty() ? "no job has a cron line." : next(schedule, now()) + "."));
            run(workspace, schedule);
            return ExitCode.DONE.number();
        } finally {
            ended.countDown();
        }
    }

    /// A job that runs is let finish: it is killed only by who cannot wait, and loses nothing by it.
    private void end() {
        if (ended.getCount() == 0) return;
        stop.countDown();
        try {
            ended.await();
            // To be stopped is how it ends: that is no failure to tell the machine of.
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Workspace workspace, Settings.Schedule schedule) throws InterruptedException {
        Set<String> waiting = new TreeSet<>(Comparator.reverseOrder());
        List<Arrival> left = List.of();
        LocalDateTime looked = now();
        while (!stop.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
            LocalDateTime now = now();
            waiting.addAll(due(schedule.crons(), looked, now));
            looked = now;
            waiting.removeIf(job -> stop.getCount() > 0 && run(workspace, job));
            if (!schedule.watch() || stop.getCount() == 0) continue;
            List<Arrival> arrived = arrived(workspace);
            // What an import left where it lies would be left again; it waits for another file, or for the night.
            if (!left.containsAll(arrived) && run(workspace, "import")) left = arrived;
        }
    }

    /// The jobs whose time came after the last look, the nightly before the annual. A machine that slept through
    /// several nights makes up for them with one.
    static List<String> due(Map<String, CronExpression> crons, LocalDateTime looked, LocalDateTime now) {
        return crons.entrySet().stream()
                .filter(job -> {
                    LocalDateTime next = job.getValue().next(looked);
                    return next != null && !next.isAfter(now);
                })
                .map(Map.Entry::getKey)
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    private static List<Arrival> arrived(Workspace workspace) throws InterruptedException {
        try {
            return Arrivals.standard().settled(workspace.importFolder());
        } catch (IOException e) {
            // A share that is away for a moment is no reason to stop watching it.
            return List.of();
        }
    }

    /// @return whether it had its turn; one that finds the workspace held by somebody's command waits for the next look
    private boolean run(Workspace workspace, String job) {
        try {
            LocalDate day = door.asOf();
            tell(job + " begins, as of " + day + ".");
            door.runJob(workspace, new Run(job, day, job.equals("annual") ? lastYear(day) : null, List.of()));
            tell(job + " is done.");
            return true;
        } catch (Exception | Error e) {
            Fault fault = Fault.of(e);
            tell(job + " failed (" + fault.exitCode().number() + "): " + fault.getMessage());
            return fault.exitCode() != ExitCode.HELD;
        }
    }

    /// The academic year that has ended last: one begins on 1 September.
    static AcademicYear lastYear(LocalDate day) {
        return new AcademicYear(day.getYear() - (day.getMonthValue() >= 9 ? 1 : 2));
    }

    private static @Nullable String next(Settings.Schedule schedule, LocalDateTime now) {
        return schedule.crons().entrySet().stream()
                .map(job -> job.getKey() + " next at " + job.getValue().next(now))
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZONE);
    }

    private void tell(String sentence) {
        door.out().println(now().withNano(0) + " " + sentence);
    }
}
