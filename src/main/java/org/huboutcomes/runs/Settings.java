package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.support.CronExpression;

/// What `workspace.yaml` sets. Every key has a default, so that an empty file is a good one.
///
/// @param retention how long the archive keeps a file that counts no longer; null for ever
/// @param memory what the database may take, such as `1GB`
/// @param reportThreads how many hubs' reports are made at once
/// @param networks those in use; all in the list of hubs when empty
/// @param profile how far figures and reports go: to the network and its hubs alone, or to everybody as well
/// @param mailServer null where nothing is sent
/// @param contacts the addresses of each hub, by its code
record Settings(
        @Nullable Period retention,
        String memory,
        int reportThreads,
        List<String> networks,
        Profile profile,
        Schedule schedule,
        @Nullable MailServer mailServer,
        Map<String, List<String>> contacts) {

    private static final String FOR_EVER = "for ever";

    /// When jobs run.
    ///
    /// @param crons by job, its cron line; a job without one runs by command only
    /// @param watch whether files that come to rest in the import folder are read at once
    record Schedule(Map<String, CronExpression> crons, boolean watch) {}

    /// The file as `init` writes it: all keys, explained, with their defaults.
    static String documented() throws IOException {
        return new ClassPathResource("workspace.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    static Settings of(Workspace workspace) throws IOException {
        try {
            return of(Files.readString(workspace.settings()));
        } catch (CharacterCodingException e) {
            throw new Fault(ExitCode.NOT_IN_ORDER, workspace.settings() + " is not written in UTF-8; save it so.");
        }
    }

    static Settings of(String text) {
        SettingsKeys keys = SettingsKeys.of(YamlKeys.of("workspace.yaml", text));
        Period retention = retention(keys.text(
                "retention",
                FOR_EVER,
                FOR_EVER + "|[1-9]\\d{0,4} (days|months|years)",
                "for ever, or such as 7 years"));
        String memory = keys.text("database_memory", "1GB", "\\d+ ?(MB|GB|MiB|GiB)", "1GB or 500MB");
        int threads = keys.number("report_threads", Runtime.getRuntime().availableProcessors(), 1, 64);
        List<String> networks = keys.texts("networks");
        Profile profile = Profile.of(keys.text("profile", "public", "restricted|public", "restricted or public"));
        Schedule schedule = schedule(keys.inner("schedule"));
        SettingsKeys delivery = keys.inner("delivery");
        MailServer server = delivery.has("mail_server") ? server(delivery.inner("mail_server")) : null;
        Map<String, List<String>> contacts = delivery.addresses("contacts");
        delivery.refuseOthers();
        keys.refuseOthers();
        return new Settings(retention, memory, threads, networks, profile, schedule, server, contacts);
    }

    private static @Nullable Period retention(String text) {
        if (text.equals(FOR_EVER)) return null;
        int number = Integer.parseInt(text.substring(0, text.indexOf(' ')));
        if (text.endsWith("days")) return Period.ofDays(number);
        return text.endsWith("months") ? Period.ofMonths(number) : Period.ofYears(number);
    }

    private static Schedule schedule(SettingsKeys keys) {
        Schedule schedule = new Schedule(
                keys.crons(Map.of("nightly", "0 30 1 * * *", "annual", "never")), keys.flag("watch", true));
        keys.refuseOthers();
        return schedule;
    }

    private static MailServer server(SettingsKeys keys) {
        String security = keys.text("security", "starttls", "starttls|tls|none", "starttls, tls or none");
        int port = keys.number("port", security.equals("tls") ? 465 : 587, 1, 65535);
        MailServer server = new MailServer(
                keys.text("host", "", "[\\w.:-]+", "the name of a machine, such as smtp.example.org"),
                port,
                security,
                keys.text("user", "", "(?s).*", "a name"),
                keys.text("password_variable", "HUB_OUTCOMES_MAIL_PASSWORD", "\\w+", "the name of a variable"),
                keys.text("from", "", SettingsKeys.ADDRESS, "an address, such as reports@example.org"));
        keys.refuseOthers();
        return server;
    }
}
