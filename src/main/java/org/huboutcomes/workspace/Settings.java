package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.support.CronExpression;

/// The settings in `workspace.yaml`, bound by Spring Boot. Each component is a key, written with underscores in the
/// file (`database_memory`) and in capitals in the environment (`HUB_OUTCOMES_DATABASE_MEMORY`), which overrides the
/// file. Every key has a default, so the file can be empty. The constructors refuse invalid values.
///
/// @param retention how long the archive keeps a file that is no longer in force
/// @param databaseMemory the memory limit of the database
/// @param reportThreads how many hubs' reports are rendered at the same time
/// @param settleSeconds how long a file in the import folder must stay the same before it is imported
/// @param due the day after the end of an academic year on which each return is due, by the name of the return
/// @param networks the networks to use; all in the list of hubs if empty
/// @param profile whether figures and reports are for the network and its hubs only, or also for the public
/// @param logFormat how the log is written
/// @param operator the email address to which failed and missing runs are reported; empty for none
/// @param jobRepository the database of Spring Batch's job repository; null if it is in the store
/// @param cluster how a run shares its work with other processes
public record Settings(
        @Accepts("for ever, or such as 90 days, 18 months or 7 years") @DefaultValue("for ever")
        FileRetention retention,

        @Accepts("a size such as 1GB or 500MB") @DefaultValue("1GB")
        String databaseMemory,

        @Accepts("a whole number from 1 to " + MOST_THREADS) int reportThreads,

        @Accepts("a whole number of seconds from 0 to " + MOST_SECONDS) @DefaultValue("1")
        int settleSeconds,

        @Accepts(DueDay.ACCEPTED) @DefaultValue Map<String, String> due,

        @Accepts("a list in brackets, such as [one, another]") @DefaultValue
        List<String> networks,

        @Accepts("restricted or public") @DefaultValue("public")
        Profile profile,

        @Accepts("text or json") @DefaultValue("text") LogFormat logFormat,

        @DefaultValue Schedule schedule,
        @DefaultValue Delivery delivery,

        @Accepts("an email address, such as operator@example.org, beside delivery.mail_server") @DefaultValue("")
        String operator,

        @Accepts("the url and user of a PostgreSQL database, because cluster.workers is true") @Nullable
        JobRepository jobRepository,

        @DefaultValue Cluster cluster) {

    static final int MOST_THREADS = 64;
    static final int MOST_SECONDS = 600;
    private static final long LEAST_MEGABYTES = 64;
    private static final long MOST_MEGABYTES = 1024 * 1024;

    private static final String EMAIL_ADDRESS = "[^@\\s<>,;]+@[^@\\s<>,;]+";

    public Settings {
        refuseUnless(isMemory(databaseMemory), "databaseMemory");
        refuseUnless(reportThreads >= 1 && reportThreads <= MOST_THREADS, "reportThreads");
        refuseUnless(settleSeconds >= 0 && settleSeconds <= MOST_SECONDS, "settleSeconds");
        due = Map.copyOf(due);
        due.forEach(Settings::refuseUnlessDay);
        networks = List.copyOf(networks);
        refuseUnless(
                operator.isEmpty() || operator.matches(EMAIL_ADDRESS) && delivery.mailServer() != null, "operator");
        refuseUnless(jobRepository != null || !cluster.workers(), "jobRepository");
    }

    /// How long a file in the import folder must stay the same before it is imported.
    public Duration settling() {
        return Duration.ofSeconds(settleSeconds);
    }

    private static void refuseUnlessDay(String returnName, String written) {
        try {
            DueDay.of(written);
        } catch (IllegalArgumentException e) {
            throw new RefusedSetting("due", returnName, null);
        }
    }

    /// From 64 MB, below which no query runs, to 1 TB, above which it must be a slip.
    private static boolean isMemory(String text) {
        if (!text.matches("[1-9]\\d{0,5} ?(MB|GB|MiB|GiB)")) return false;
        long number = Long.parseLong(text.replaceAll("\\D", ""));
        long megabytes = text.contains("G") ? number * 1024 : number;
        return megabytes >= LEAST_MEGABYTES && megabytes <= MOST_MEGABYTES;
    }

    /// How long the archive keeps a file that is no longer in force.
    ///
    /// @param period null to keep files for ever
    public record FileRetention(@Nullable Period period) {

        private static final int MOST_MONTHS = 1200;
        private static final int MOST_DAYS = 36525;

        /// @throws IllegalArgumentException if it is neither `for ever` nor a number of days, months or years up to a
        /// century
        public static FileRetention of(String text) {
            if (text.equals("for ever")) return new FileRetention(null);
            if (!text.matches("[1-9]\\d{0,4} (days|months|years)")) throw new IllegalArgumentException(text);
            String[] words = text.split(" ");
            int number = Integer.parseInt(words[0]);
            Period period = switch (words[1]) {
                case "days" -> Period.ofDays(number);
                case "months" -> Period.ofMonths(number);
                default -> Period.ofYears(number);
            };
            if (period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS)
                throw new IllegalArgumentException(text);
            return new FileRetention(period);
        }
    }

    /// The day of every year on which a return is due.
    ///
    /// @param day a day that exists in every year
    public record DueDay(MonthDay day) {

        static final String ACCEPTED = "a day and month, such as 31 October";

        /// The default.
        static final DueDay USUAL = new DueDay(MonthDay.of(10, 31));

        /// The key for all returns without a day of their own.
        static final String ALL = "all";

        private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d MMMM")
                .toFormatter(Locale.UK);

        public DueDay {
            if (day.equals(MonthDay.of(2, 29))) throw new IllegalArgumentException("not a day of every year");
        }

        /// @throws IllegalArgumentException if it is not a day and month, or not a day of every year
        public static DueDay of(String text) {
            try {
                return new DueDay(MonthDay.parse(text.strip(), WRITTEN));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
    }

    /// When `schedule` runs the jobs.
    /// @param watch whether files are imported as soon as they are complete
    public record Schedule(
            @Accepts(JobTime.ACCEPTED) @DefaultValue("0 30 1 * * *")
            JobTime nightly,

            @Accepts(JobTime.ACCEPTED) @DefaultValue("never")
            JobTime annual,

            @Accepts("true or false") @DefaultValue("true") boolean watch) {

        /// The cron expression of each job that has one.
        public Map<String, CronExpression> crons() {
            Map<String, CronExpression> crons = new TreeMap<>();
            if (annual.cron() != null) crons.put("annual", annual.cron());
            if (nightly.cron() != null) crons.put("nightly", nightly.cron());
            return crons;
        }
    }

    /// The time at which a job runs.
    ///
    /// @param cron null if it never runs by itself
    public record JobTime(@Nullable CronExpression cron) {

        static final String ACCEPTED = "never, or a cron line of six fields: second minute hour day month weekday";

        /// Before a leap year, so that 29 February is found.
        private static final LocalDateTime ANY_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

        /// @throws IllegalArgumentException if it is neither `never` nor a cron line, or names a day that does not
        /// exist
        public static JobTime of(String text) {
            if (text.equals("never")) return new JobTime(null);
            CronExpression cron = CronExpression.parse(text);
            if (cron.next(ANY_DAY) == null) throw new IllegalArgumentException(text);
            return new JobTime(cron);
        }
    }

    /// The PostgreSQL database of the job repository.
    ///
    /// @param user empty for the user who runs the program
    public record JobRepository(
            @Accepts("an address without a password, such as jdbc:postgresql://db.example.org/hub_outcomes")
            @DefaultValue("")
            String url,

            @Accepts("a user name") @DefaultValue("") String user,

            @Accepts("the name of an environment variable") @DefaultValue("HUB_OUTCOMES_JOB_REPOSITORY_PASSWORD")
            String passwordVariable) {

        public JobRepository {
            refuseUnless(!url.isEmpty(), "url");
            // The value is not repeated: it may hold a password.
            if (!url.matches("jdbc:postgresql://[^\\s@]+") || url.contains("password"))
                throw new RefusedSetting("url", "", "an address of another kind, or one with a password");
            refuseUnless(passwordVariable.matches("\\w+"), "passwordVariable");
        }
    }

    /// How a run shares its work with `worker` processes.
    ///
    /// @param workers whether `worker` processes do the partitions of files and of hubs
    /// @param leaseSeconds how long a worker that gives no sign of life keeps its partition
    /// @param waitSeconds how long a run waits for the database, or for a worker, before it ends
    /// @param shards how many `worker --shard` processes each do a share of every run, without a queue; 0 for none
    public record Cluster(
            @Accepts("true or false") @DefaultValue("false") boolean workers,

            @Accepts("a whole number from 2 to 3600") @DefaultValue("60")
            int leaseSeconds,

            @Accepts("a whole number from 1 to 10000") @DefaultValue("100")
            int filesPerPartition,

            @Accepts("a whole number from 1 to 86400") @DefaultValue("600")
            int waitSeconds,

            @Accepts("a whole number from 0 to 1000, or 0 where cluster.workers is true") @DefaultValue("0")
            int shards) {

        public Cluster {
            refuseUnless(leaseSeconds >= 2 && leaseSeconds <= 3600, "leaseSeconds");
            refuseUnless(filesPerPartition >= 1 && filesPerPartition <= 10_000, "filesPerPartition");
            refuseUnless(waitSeconds >= 1 && waitSeconds <= 86_400, "waitSeconds");
            refuseUnless(shards >= 0 && shards <= 1000 && (shards == 0 || !workers), "shards");
        }

        /// Whether other processes do part of a run.
        public boolean isShared() {
            return workers || shards > 0;
        }

        public Duration lease() {
            return Duration.ofSeconds(leaseSeconds);
        }

        public Duration patience() {
            return Duration.ofSeconds(waitSeconds);
        }
    }

    /// Who receives the reports of an edition.
    ///
    /// @param mailServer null if nothing is sent
    /// @param contacts the email addresses of each hub, by its code; case does not matter
    public record Delivery(
            @Nullable OutgoingMail mailServer,

            @Accepts(ADDRESSES) @DefaultValue Map<String, List<String>> contacts) {

        static final String ADDRESSES =
                "a list of different email addresses, such as [lead@example.org, data@example.org]";

        public Delivery {
            // Environment variables are in capitals, so codes are compared without case.
            Map<String, List<String>> byHub = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            contacts.forEach((hub, addresses) -> byHub.putIfAbsent(hub, checked(hub, addresses)));
            contacts = Collections.unmodifiableMap(byHub);
        }

        private static List<String> checked(String hub, List<String> addresses) {
            Set<String> seen = new HashSet<>();
            for (int entry = 0; entry < addresses.size(); entry++)
                if (!addresses.get(entry).matches(EMAIL_ADDRESS) || !seen.add(addresses.get(entry)))
                    // The value is not repeated: even if it is not an address, it may be about a person.
                    throw new RefusedSetting(
                            "contacts",
                            hub,
                            "a list in which entry " + (entry + 1) + " is not an email address or is there twice");
            return List.copyOf(addresses);
        }
    }

    /// The settings of the mail server.
    ///
    /// @param port by default the usual port for the security
    public record OutgoingMail(
            @Accepts("the name of a machine, such as smtp.example.org") @DefaultValue("")
            String host,

            @Accepts("a whole number from 1 to 65535") @Nullable
            Integer port,

            @Accepts("starttls, tls or none") @DefaultValue("starttls")
            String security,

            @Accepts("a user name") @DefaultValue("") String user,

            @Accepts("the name of an environment variable") @DefaultValue("HUB_OUTCOMES_MAIL_PASSWORD")
            String passwordVariable,

            @Accepts("an email address, such as reports@example.org") @DefaultValue("")
            String from) {

        public OutgoingMail {
            refuseUnless(host.matches("[\\w.:-]+"), "host");
            refuseUnless(port == null || port >= 1 && port <= 65535, "port");
            refuseUnless(List.of("starttls", "tls", "none").contains(security), "security");
            refuseUnless(passwordVariable.matches("\\w+"), "passwordVariable");
            refuseUnless(from.matches(EMAIL_ADDRESS), "from");
        }

        MailServer server() {
            int usual = security.equals("tls") ? 465 : 587;
            return new MailServer(host, port == null ? usual : port, security, user, passwordVariable, from);
        }
    }

    /// The mail server; null if nothing is sent.
    public @Nullable MailServer mailServer() {
        return delivery.mailServer() == null ? null : delivery.mailServer().server();
    }

    /// The email addresses of each hub, by its code.
    public Map<String, List<String>> contacts() {
        return delivery.contacts();
    }

    /// The file that `init` writes: all keys with explanations and defaults.
    public static String documented() throws IOException {
        return new ClassPathResource("workspace.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    /// Reads the settings from the workspace and the environment.
    ///
    /// @throws Fault if the file is invalid or a value is refused
    public static Settings of(Workspace workspace) throws IOException {
        try {
            return SettingsReader.read(Files.readString(workspace.settings()), System.getenv());
        } catch (CharacterCodingException e) {
            throw new Fault(ExitCode.INVALID_SETUP, workspace.settings() + " is not in UTF-8; save it as UTF-8.");
        }
    }

    private static void refuseUnless(boolean right, String component) {
        if (!right) throw new RefusedSetting(component);
    }
}
