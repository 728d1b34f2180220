package org.huboutcomes.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Period;
import java.util.List;
import org.huboutcomes.delivery.mail.MailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void anEmptyFileIsAGoodOne() {
        Settings settings = Settings.of("");
        assertThat(settings.retention()).isNull();
        assertThat(settings.memory()).isEqualTo("1GB");
        assertThat(settings.networks()).isEmpty();
        assertThat(settings.mailServer()).isNull();
        assertThat(settings.schedule().crons()).containsOnlyKeys("nightly");
        assertThat(settings.schedule().watch()).isTrue();
    }

    @Test
    void theFileThatInitWritesSetsNothingAndNamesEveryKeyWithItsDefault() throws IOException {
        String documented = Settings.documented();
        assertThat(Settings.of(documented)).isEqualTo(Settings.of(""));
        String shown = documented.replaceAll("(?m)^# (?=( *)[a-z_A-Z0-9]+:)", "");
        Settings settings = Settings.of(shown);
        assertThat(settings.memory()).isEqualTo("1GB");
        assertThat(settings.schedule().crons().get("nightly"))
                .isEqualTo(Settings.of("").schedule().crons().get("nightly"));
        assertThat(settings.mailServer())
                .isEqualTo(new MailServer(
                        "smtp.example.org", 587, "starttls", "", "HUB_OUTCOMES_MAIL_PASSWORD", "reports@example.org"));
        assertThat(settings.contacts()).containsEntry("HUB1", List.of("lead@example.org", "data@example.org"));
    }

    @ParameterizedTest
    @CsvSource({"90 days, P90D", "18 months, P18M", "7 years, P7Y"})
    void theTimeThatFilesAreKeptIsWrittenInWords(String written, Period meant) {
        assertThat(Settings.of("retention: " + written).retention()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retention: a while                                         | retention to \"a while\"; set it to for ever, or such as 7 years",
                "retention: 0 days                                          | retention to \"0 days\"; set it to for ever",
                "database_memory: much                                      | database_memory to \"much\"; set it to 1GB",
                "report_threads: 0                                          | report_threads to \"0\"; set it to a whole number",
                "report_threads: two                                        | report_threads to \"two\"",
                "networks: Maths                                            | networks to \"Maths\"; set it to a list",
                "schedule: daily                                            | schedule to \"daily\"; set it to keys and values",
                "schedule: {nightly: at one}                                | schedule.nightly to \"at one\"; set it to never, or a cron line",
                "schedule: {weekly: never}                                  | [schedule.weekly], which nothing reads; the keys of schedule are",
                "schedule: {watch: often}                                   | schedule.watch to \"often\"; set it to true or false",
                "delivery: {mail_server: {from: a@b.c}}                     | delivery.mail_server.host to nothing; set it to the name",
                "delivery: {mail_server: {host: h, from: nobody}}           | delivery.mail_server.from to \"nobody\"; set it to an address",
                "delivery: {mail_server: {host: h, from: a@b.c, port: 0}}   | delivery.mail_server.port to \"0\"",
                "delivery: {mail_server: {host: h, from: a@b.c, security: x}} | delivery.mail_server.security to \"x\"; set it to starttls, tls or none",
                "delivery: {mail_server: {host: h, from: a@b.c, password: x}} | [delivery.mail_server.password], which nothing reads",
                "delivery: {contacts: {H1: [somebody]}}                     | delivery.contacts.H1 to a list in which entry 1 is no e-mail address",
                "delivery: {contacts: {H1: a@b.c}}                          | delivery.contacts.H1 to \"a@b.c\"; set it to a list",
                "colour: blue                                               | [colour], which nothing reads; the keys are"
            })
    void whatCannotBeRightIsRefusedInOneSentenceWithItsKey(String text, String sentence) {
        assertThatThrownBy(() -> Settings.of(text))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.NOT_IN_ORDER))
                .hasMessageStartingWith("workspace.yaml sets ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }
}
