package org.huboutcomes.cli;

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
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OperatorNotices;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import picocli.CommandLine.Command;

/// Runs jobs when they are due, one at a time, prints how each ended, and continues after a failure. A job that
/// failed because of the machine runs again after a growing pause, and so does an import that failed for any
/// reason. The workspace is released between jobs, so that other commands can run.
@Command(
        name = "schedule",
        description = "Keeps running: watches the import folder and runs jobs at their scheduled times.",
        footer = "Example: hub-outcomes -w workspace schedule")
final class ScheduleCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int LOOK_SECONDS = 2;
    private static final String IMPORT = "import";

    private final GlobalOptions options;
    private final Retries retries = new Retries();

    ScheduleCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace().requireExists();
        // Read once at the start, so that a mistake is reported now and not at night.
        Settings settings = Settings.of(workspace);
        Settings.Schedule schedule = settings.schedule();
        Arrivals arrivals = Arrivals.lookingEvery(settings.settling());
        // A running job is finished first.
        try (StopSignal stop = new StopSignal("schedule")) {
            print("Watching " + workspace.importFolder() + "; "
                    + (schedule.crons().isEmpty() ? "no job is scheduled." : next(schedule, now()) + "."));
            run(workspace, schedule, arrivals, stop);
            return ExitCode.DONE.number();
        }
    }

    private void run(Workspace workspace, Settings.Schedule schedule, Arrivals arrivals, StopSignal stop)
            throws InterruptedException {
        Set<String> waiting = new TreeSet<>(Comparator.reverseOrder());
        List<Arrival> left = List.of();
        LocalDateTime looked = now();
        OperatorNotices notices = new OperatorNotices(workspace);
        LocalDateTime noticed = looked;
        while (!stop.await(LOOK_SECONDS)) {
            LocalDateTime now = now();
            if (now.isAfter(noticed.plusHours(1))) {
                notices.lookForANight();
                noticed = now;
            }
            for (String job : due(schedule.crons(), looked, now)) {
                retries.settled(job);
                waiting.add(job);
            }
            looked = now;
            waiting.removeIf(job -> !stop.isGiven() && retries.mayRun(job, now) && isOver(job, run(job)));
            if (!schedule.watch() || stop.isGiven()) continue;
            List<Arrival> arrived = arrived(arrivals, workspace);
            // An import that leaves files in the folder runs again when other files arrive, or when it had failed.
            boolean hasNew = !left.containsAll(arrived);
            if (!hasNew && !(retries.isDue(IMPORT, now) && !arrived.isEmpty())) continue;
            ExitCode ended = run(IMPORT);
            if (ended == ExitCode.WORKSPACE_LOCKED) continue;
            left = arrived;
            if (ended == ExitCode.DONE) retries.settled(IMPORT);
            else tryAgain(IMPORT);
        }
    }

    /// Whether a job need not run again before its next time. If another command holds the workspace, the job is
    /// tried again at the next poll.
    private boolean isOver(String job, ExitCode ended) {
        if (ended == ExitCode.MACHINE_FAILURE) tryAgain(job);
        else if (ended != ExitCode.WORKSPACE_LOCKED) retries.settled(job);
        return ended != ExitCode.MACHINE_FAILURE && ended != ExitCode.WORKSPACE_LOCKED;
    }

    private void tryAgain(String job) {
        print(job + " is run again at " + retries.failed(job, now()).withNano(0) + ".");
    }

    /// The jobs that became due since the last poll, nightly before annual. If several runs were missed, only one
    /// is run.
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

    private static List<Arrival> arrived(Arrivals arrivals, Workspace workspace) throws InterruptedException {
        try {
            return arrivals.settled(workspace.importFolder());
        } catch (IOException e) {
            // The folder may be on a network share that is briefly unavailable.
            return List.of();
        }
    }

    private ExitCode run(String job) {
        try {
            LocalDate day = options.asOf();
            print(job + " started, as of " + day + ".");
            new JobConsole(options)
                    .run(
                            job.equals("annual")
                                    ? RunRequest.annual(lastYear(day), List.of(), day)
                                    : RunRequest.of(job, day));
            print(job + " is done.");
            return ExitCode.DONE;
        } catch (Exception | Error e) {
            Fault fault = Fault.of(e);
            print(job + " failed (" + fault.exitCode().number() + "): " + fault.getMessage());
            return fault.exitCode();
        }
    }

    /// The last complete academic year. A year begins on 1 September.
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

    private void print(String sentence) {
        options.out().println(now().withNano(0) + " " + sentence);
    }
}
