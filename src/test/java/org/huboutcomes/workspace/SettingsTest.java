package org.huboutcomes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.publish.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "networks:", "retention: ''", "delivery: {mail_server: , contacts: {}}"})
    void anEmptyFileGivesTheDefaults(String text) {
        Settings settings = read(text);
        assertThat(settings.retention().period()).isNull();
        assertThat(settings.databaseMemory()).isEqualTo("1GB");
        assertThat(settings.reportThreads())
                .isEqualTo(Math.min(64, Runtime.getRuntime().availableProcessors()));
        assertThat(settings.networks()).isEmpty();
        assertThat(settings.profile()).isEqualTo(Profile.PUBLIC);
        assertThat(settings.mailServer()).isNull();
        assertThat(settings.contacts()).isEmpty();
        assertThat(settings.schedule().crons()).containsOnlyKeys("nightly");
        assertThat(settings.schedule().watch()).isTrue();
        assertThat(settings.operator()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.jobRepository()).isNull();
        assertThat(settings.cluster()).isEqualTo(new Settings.Cluster(false, 60, 100, 600, 0));
    }

    @Test
    void theFileThatInitWritesSetsNothingAndNamesEveryKeyWithItsDefault() throws IOException {
        String documented = Settings.documented();
        assertThat(read(documented)).isEqualTo(read(""));
        String shown = documented.replaceAll("(?m)^# (?=( *)[a-z_A-Z0-9]+:)", "");
        Settings settings = read(shown);
        assertThat(settings.databaseMemory()).isEqualTo("1GB");
        assertThat(settings.schedule()).isEqualTo(read("").schedule());
        assertThat(settings.mailServer())
                .isEqualTo(new MailServer(
                        "smtp.example.org", 587, "starttls", "", "HUB_OUTCOMES_MAIL_PASSWORD", "reports@example.org"));
        assertThat(settings.contacts()).containsEntry("HUB1", List.of("lead@example.org", "data@example.org"));
        assertThat(settings.jobRepository())
                .isEqualTo(new Settings.JobRepository(
                        "jdbc:postgresql://db.example.org/hub_outcomes",
                        "hub_outcomes",
                        "HUB_OUTCOMES_JOB_REPOSITORY_PASSWORD"));
        assertThat(settings.cluster()).isEqualTo(read("").cluster());
    }

    @ParameterizedTest
    @CsvSource({"90 days, P90D", "18 months, P18M", "7 years, P7Y"})
    void retentionIsWrittenInWords(String written, Period meant) {
        assertThat(read("retention: " + written).retention().period()).isEqualTo(meant);
    }

    @Test
    void everyKeyIsRead() {
        Settings settings = read("""
                database_memory: 500 MB
                report_threads: 3
                networks: [Maths Hubs, "123"]
                profile: restricted
                schedule: {nightly: never, annual: "0 0 2 1 9 *", watch: false}
                delivery:
                  mail_server: {host: mail, security: tls, user: jo, password_variable: SECRET, from: a@b.c}
                  contacts: {HM1: [a@b.c, d@e.f], sw-2_x: [g@h.i], none: []}
                """);
        assertThat(settings.databaseMemory()).isEqualTo("500 MB");
        assertThat(settings.reportThreads()).isEqualTo(3);
        assertThat(settings.networks()).containsExactly("Maths Hubs", "123");
        assertThat(settings.profile()).isEqualTo(Profile.RESTRICTED);
        assertThat(settings.schedule().crons()).containsOnlyKeys("annual");
        assertThat(settings.schedule().watch()).isFalse();
        assertThat(settings.mailServer()).isEqualTo(new MailServer("mail", 465, "tls", "jo", "SECRET", "a@b.c"));
        assertThat(settings.contacts()).isEqualTo(Map.of("HM1", List.of("a@b.c", "d@e.f"), "sw-2_x", List.of("g@h.i")));
    }

    @Test
    void anEnvironmentVariableOverridesItsKey() {
        Settings settings = SettingsReader.read(
                """
                database_memory: 2GB
                report_threads: 3
                networks: [one]
                delivery:
                  mail_server: {host: mail, from: a@b.c}
                  contacts: {HM1: [a@b.c], HM2: [a@b.c]}
                """,
                Map.of(
                        "HUB_OUTCOMES_REPORT_THREADS",
                        "5",
                        "HUB_OUTCOMES_NETWORKS",
                        "two,three",
                        "HUB_OUTCOMES_RETENTION",
                        "7 years",
                        "HUB_OUTCOMES_SCHEDULE_NIGHTLY",
                        "never",
                        "HUB_OUTCOMES_DELIVERY_MAIL_SERVER_HOST",
                        "other",
                        "HUB_OUTCOMES_DELIVERY_CONTACTS_HM1",
                        "x@y.z",
                        "HUB_OUTCOMES_JAVA_OPTS",
                        "-Xmx2g"));
        assertThat(settings.databaseMemory()).isEqualTo("2GB");
        assertThat(settings.reportThreads()).isEqualTo(5);
        assertThat(settings.networks()).containsExactly("two", "three");
        assertThat(settings.retention().period()).isEqualTo(Period.ofYears(7));
        assertThat(settings.schedule().crons()).isEmpty();
        assertThat(settings.mailServer())
                .isEqualTo(new MailServer("other", 587, "starttls", "", "HUB_OUTCOMES_MAIL_PASSWORD", "a@b.c"));
        assertThat(settings.contacts().get("HM1")).containsExactly("x@y.z");
        assertThat(settings.contacts().get("HM2")).containsExactly("a@b.c");
    }

    @Test
    void aMailServerCanBeSetByEnvironmentVariablesOnly() {
        Settings settings = SettingsReader.read(
                "",
                Map.of(
                        "HUB_OUTCOMES_DELIVERY_MAIL_SERVER_HOST", "mail",
                        "HUB_OUTCOMES_DELIVERY_MAIL_SERVER_FROM", "a@b.c",
                        "HUB_OUTCOMES_DELIVERY_MAIL_SERVER_PASSWORD_VARIABLE", "SECRET"));
        assertThat(settings.mailServer()).isEqualTo(new MailServer("mail", 587, "starttls", "", "SECRET", "a@b.c"));
    }

    @Test
    void anInvalidEnvironmentVariableIsRefusedByName() {
        assertThatThrownBy(() -> SettingsReader.read("", Map.of("HUB_OUTCOMES_DATABASE_MEMORY", "much")))
                .isInstanceOf(Fault.class)
                .hasMessage("The environment variable HUB_OUTCOMES_DATABASE_MEMORY sets database_memory to \"much\";"
                        + " set it to a size such as 1GB or 500MB.");
        assertThatThrownBy(() -> SettingsReader.read("report_threads: 2", Map.of("HUB_OUTCOMES_REPORT_THREADS", "two")))
                .isInstanceOf(Fault.class)
                .hasMessage("The environment variable HUB_OUTCOMES_REPORT_THREADS sets report_threads to \"two\";"
                        + " set it to a whole number from 1 to 64.");
    }

    /// Each line is a whole file, and the whole message after `workspace.yaml`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "retention: a while | sets retention to \"a while\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: 0 days | sets retention to \"0 days\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: -3 days | sets retention to \"-3 days\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: 90 | sets retention to \"90\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: [7 years] | sets retention to a list or to keys of its own; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: 101 years | sets retention to \"101 years\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "retention: 99999 months | sets retention to \"99999 months\"; set it to for ever, or such as 90 days, 18 months or 7 years.",
                "due: 31 October | sets due to \"31 October\"; set it to keys and values of its own, each on a line.",
                "due: {all: 31.10.} | sets due.all to \"31.10.\"; set it to a day and month, such as 31 October.",
                "due: {pathway: 31 September} | sets due.pathway to \"31 September\"; set it to a day and month, such as 31 October.",
                "due: {pathway: 29 February} | sets due.pathway to \"29 February\"; set it to a day and month, such as 31 October.",
                "database_memory: 1MB | sets database_memory to \"1MB\"; set it to a size such as 1GB or 500MB.",
                "database_memory: 999999GB | sets database_memory to \"999999GB\"; set it to a size such as 1GB or 500MB.",
                "database_memory: much | sets database_memory to \"much\"; set it to a size such as 1GB or 500MB.",
                "database_memory: 0GB | sets database_memory to \"0GB\"; set it to a size such as 1GB or 500MB.",
                "settle_seconds: 601 | sets settle_seconds to \"601\"; set it to a whole number of seconds from 0 to 600.",
                "report_threads: 0 | sets report_threads to \"0\"; set it to a whole number from 1 to 64.",
                "report_threads: 65 | sets report_threads to \"65\"; set it to a whole number from 1 to 64.",
                "report_threads: 2.5 | sets report_threads to \"2.5\"; set it to a whole number from 1 to 64.",
                "report_threads: two | sets report_threads to \"two\"; set it to a whole number from 1 to 64.",
                "report_threads: {most: 2} | sets report_threads to a list or to keys of its own; set it to a whole number from 1 to 64.",
                "networks: Maths | sets networks to \"Maths\"; set it to a list in brackets, such as [one, another].",
                "networks: [[Maths]] | sets networks[0] to a list or to keys of its own; set it to words or a number.",
                "profile: secret | sets profile to \"secret\"; set it to restricted or public.",
                "log_format: xml | sets log_format to \"xml\"; set it to text or json.",
                "schedule: daily | sets schedule to \"daily\"; set it to keys and values of its own, each on a line.",
                "schedule: {nightly: at one} | sets schedule.nightly to \"at one\"; set it to never, or a cron line of six fields: second minute hour day month weekday.",
                "schedule: {annual: 0 0 2 30 2 *} | sets schedule.annual to \"0 0 2 30 2 *\"; set it to never, or a cron line of six fields: second minute hour day month weekday.",
                "schedule: {weekly: never} | sets schedule.weekly, which is not a key; the keys of schedule are nightly, annual, watch.",
                "schedule: {watch: often} | sets schedule.watch to \"often\"; set it to true or false.",
                "delivery: {mail_server: smtp} | sets delivery.mail_server to \"smtp\"; set it to keys and values of its own, each on a line.",
                "delivery: {mail_server: {from: a@b.c}} | does not set delivery.mail_server.host; set it to the name of a machine, such as smtp.example.org.",
                "delivery: {mail_server: {host: h}} | does not set delivery.mail_server.from; set it to an email address, such as reports@example.org.",
                "delivery: {mail_server: {host: h, from: nobody}} | sets delivery.mail_server.from to \"nobody\"; set it to an email address, such as reports@example.org.",
                "delivery: {mail_server: {host: h, from: a@b.c, port: 0}} | sets delivery.mail_server.port to \"0\"; set it to a whole number from 1 to 65535.",
                "delivery: {mail_server: {host: h, from: a@b.c, port: 65536}} | sets delivery.mail_server.port to \"65536\"; set it to a whole number from 1 to 65535.",
                "delivery: {mail_server: {host: h, from: a@b.c, port: smtp}} | sets delivery.mail_server.port to \"smtp\"; set it to a whole number from 1 to 65535.",
                "delivery: {mail_server: {host: h, from: a@b.c, security: x}} | sets delivery.mail_server.security to \"x\"; set it to starttls, tls or none.",
                "delivery: {mail_server: {host: h, from: a@b.c, password_variable: a b}} | sets delivery.mail_server.password_variable to \"a b\"; set it to the name of an environment variable.",
                "delivery: {mail_server: {host: h, from: a@b.c, password: x}} | sets delivery.mail_server.password, which is not a key; the keys of delivery.mail_server are host, port, security, user, password_variable, from.",
                "delivery: {contacts: [a@b.c]} | sets delivery.contacts to a list; set it to keys and values of its own, each on a line.",
                "delivery: {contacts: {H1: [somebody]}} | sets delivery.contacts.H1 to a list in which entry 1 is not an email address or is there twice; set it to a list of different email addresses, such as [lead@example.org, data@example.org].",
                "delivery: {contacts: {H1: [a@b.c, a@b.c]}} | sets delivery.contacts.H1 to a list in which entry 2 is not an email address or is there twice; set it to a list of different email addresses, such as [lead@example.org, data@example.org].",
                "delivery: {contacts: {H1: a@b.c}} | sets delivery.contacts.H1 to \"a@b.c\"; set it to a list of different email addresses, such as [lead@example.org, data@example.org].",
                "colour: blue | sets colour, which is not a key; the keys are retention, database_memory, report_threads, settle_seconds, due, networks, profile, log_format, schedule, delivery, operator, job_repository, cluster.",
                "colour: {sky: blue} | sets colour, which is not a key; the keys are retention, database_memory, report_threads, settle_seconds, due, networks, profile, log_format, schedule, delivery, operator, job_repository, cluster.",
                "operator: somebody | sets operator to \"somebody\"; set it to an email address, such as operator@example.org, beside delivery.mail_server.",
                "operator: a@b.c | sets operator to \"a@b.c\"; set it to an email address, such as operator@example.org, beside delivery.mail_server.",
                "job_repository: {user: jo} | does not set job_repository.url; set it to an address without a password, such as jdbc:postgresql://db.example.org/hub_outcomes.",
                "job_repository: {url: jdbc:postgresql://jo:secret@db/x} | sets job_repository.url to an address of another kind, or one with a password; set it to an address without a password, such as jdbc:postgresql://db.example.org/hub_outcomes.",
                "job_repository: {password: x} | sets job_repository.password, which is not a key; the keys of job_repository are url, user, password_variable.",
                "cluster: {workers: true} | does not set job_repository; set it to the url and user of a PostgreSQL database, because cluster.workers is true.",
                "cluster: {lease_seconds: 1} | sets cluster.lease_seconds to \"1\"; set it to a whole number from 2 to 3600.",
                "cluster: {files_per_partition: 0} | sets cluster.files_per_partition to \"0\"; set it to a whole number from 1 to 10000.",
                "cluster: {shards: -1} | sets cluster.shards to \"-1\"; set it to a whole number from 0 to 1000, or 0 where cluster.workers is true.",
                "cluster: {wait_seconds: soon} | sets cluster.wait_seconds to \"soon\"; set it to a whole number from 1 to 86400.",
                "{report_threads: 2, report-threads: 3} | sets report-threads twice, in two spellings; keep one of them."
            })
    void aFaultyFileIsRefusedInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.INVALID_SETUP))
                .hasMessage("workspace.yaml " + sentence);
    }

    @Test
    void eachReturnHasItsDayOrThatOfAllOrTheUsualOne() {
        Catalogue catalogue = Catalogue.packaged();
        MonthDay usual = MonthDay.of(10, 31);
        assertThat(DueDays.of(read(""), catalogue).byReturn())
                .containsKeys("engagement", "pd_lead", "pathway")
                .allSatisfy((name, day) -> assertThat(day).isEqualTo(usual));
        Settings settings = SettingsReader.read(
                "due: {all: 15 November, pathway: 1 december, pd_lead: 2 January}",
                Map.of("HUB_OUTCOMES_DUE_STATED_TOTAL", "30 September"));
        assertThat(DueDays.of(settings, catalogue).byReturn())
                .containsEntry("engagement", MonthDay.of(11, 15))
                .containsEntry("pathway", MonthDay.of(12, 1))
                .containsEntry("pd_lead", MonthDay.of(1, 2))
                .containsEntry("stated_total", MonthDay.of(9, 30));
        assertThatThrownBy(() -> DueDays.of(read("due: {pathways: 1 December}"), catalogue))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("due.pathways, which is no return that is asked for; the keys of due are all,");
    }

    @Test
    void aValueOfSeveralLinesIsRefusedOnOneLine() {
        assertThatThrownBy(() -> read("retention: |\n  a\n  while\n"))
                .isInstanceOf(Fault.class)
                .message()
                .startsWith("workspace.yaml sets retention to \"a")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report_threads: 2%nreport_threads: 3 | sets report_threads twice (line 2); keep one.",
                "schedule:%n  watch: true%n  watch: false | sets watch twice (line 3); keep one.",
                "- 1%n- 2 | is not YAML with keys and values.",
                "retention: [ | is not YAML with keys and values: expected the node content, but found '<stream end>' (line 1)."
            })
    void aFileThatIsNotYamlOrSetsAKeyTwiceIsRefusedInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text.replace("%n", "\n")))
                .satisfies(thrown -> assertThat(Fault.of(thrown))
                        .hasMessage("workspace.yaml " + sentence)
                        .extracting(Fault::exitCode)
                        .isEqualTo(ExitCode.INVALID_SETUP));
    }

    private static Settings read(String text) {
        return SettingsReader.read(text, Map.of());
    }
}
