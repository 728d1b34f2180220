package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports are sent through a real mail server exactly once, even if something fails.
class SendingTest {

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private GreenMail mail = server(ServerSetupTest.SMTP.dynamicPort());
    private int port;

    private static GreenMail server(ServerSetup setup) {
        return new GreenMail(setup);
    }

    @BeforeEach
    void start() throws Exception {
        mail.start();
        port = mail.getSmtp().getPort();
        workspace = TestWorkspace.afterTheNight(folder);
        contacts("QS1: [quarry@example.org, lead@example.org]");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private void contacts(String line) throws Exception {
        Files.writeString(workspace.root().resolve("workspace.yaml"), """
                delivery:
                  mail_server: {host: localhost, port: %d, security: none, from: reports@example.org}
                  contacts:
                    %s
                """.formatted(port, line));
    }

    private void startAgain() {
        mail = server(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @Test
    void everyContactGetsItsHubsFilesOncePerEdition() throws Exception {
        List<String> before = published();
        workspace.run("annual", "--year", "2022/23");
        assertThat(published()).as("an edition removes nothing").containsAll(before);
        assertThat(recipients()).containsExactlyInAnyOrder("quarry@example.org", "lead@example.org");
        for (MimeMessage message : mail.getReceivedMessages()) {
            assertThat(message.getSubject()).isEqualTo("QS1: annual report 2022/23, edition 2022-23-v1");
            List<Part> files = attachments(message);
            assertThat(files)
                    .extracting(SendingTest::name)
                    .contains("hubs-QS1-202223-QS1.pdf", "hubs-QS1-202223-QS1.xlsx", "reports-definitions.pdf");
            assertThat(files)
                    .extracting(SendingTest::name)
                    .allMatch(name -> name.contains("QS1") || name.equals("reports-definitions.pdf"))
                    .noneMatch(name -> name.startsWith("public"));
            assertThat(bytes(files, "hubs-QS1-202223-QS1.pdf"))
                    .isEqualTo(Files.readAllBytes(
                            workspace.root().resolve("editions/2022-23-v1/hubs/QS1/202223/QS1.pdf")));
        }
        workspace.run("nightly");
        assertThat(recipients()).as("after another night").hasSize(2);
        workspace.run("annual", "--year", "2022/23", "--hub", "QS1");
        assertThat(recipients()).as("after another edition").hasSize(4);
    }

    private List<String> published() throws Exception {
        Path published = workspace.root().resolve("published");
        try (Stream<Path> files = Files.walk(published)) {
            return files.map(file -> published.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @Tag("long")
    void unsentReportsAreSentInTheNextRunAndNoAddressIsInALogOrNote() throws Exception {
        mail.stop();
        workspace.run("annual", "--year", "2022/23", "--hub", "QS1");
        assertThat(workspace.root().resolve("editions/2022-23-v1/hubs/QS1/202223/QS1.pdf"))
                .exists();
        assertThat(note("annual")).contains("2 could not be sent");
        assertThatNoAddressIsInALogOrNote();
        contacts("QS1: [lead@example.org]");
        startAgain();
        workspace.run("nightly");
        assertThat(recipients())
                .as("an address that was taken out is owed nothing")
                .containsExactly("lead@example.org");
        String id = mail.getReceivedMessages()[0].getMessageID();
        assertThat(id).matches("<[0-9a-f]{32}@hub-outcomes>");
        workspace.run("nightly");
        assertThat(recipients()).hasSize(1);
        assertThat(note("nightly"))
                .as("the report of the address that was taken out")
                .contains("nothing has changed since the nightly run");
        assertThatNoAddressIsInALogOrNote();
    }

    @Test
    void theOperatorIsToldOnceOfEachFailureAndOfANightThatDidNotCome() throws Exception {
        Path settings = workspace.root().resolve("workspace.yaml");
        Files.writeString(settings, "operator: operator@example.org\n" + Files.readString(settings));
        Path journal = workspace.root().resolve("archive/journal.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        for (int told = 1; told <= 2; told++) {
            Files.writeString(journal, "damaged\n");
            for (int i = 0; i < 2; i++) assertThat(workspace.exitCode("import")).isEqualTo(3);
            assertThat(recipients()).hasSize(told).containsOnly("operator@example.org");
            Files.write(journal, whole);
            workspace.run("import");
        }
        MimeMessage first = mail.getReceivedMessages()[0];
        assertThat(first.getSubject()).isEqualTo("hub-outcomes: import ended with 3");
        assertThat((String) first.getContent()).startsWith("Line 1 of " + journal + " is damaged");

        try (Stream<Path> logs = Files.list(workspace.root().resolve("logs/runs"))) {
            for (Path log :
                    logs.filter(log -> log.toString().endsWith("-nightly.json")).toList())
                Files.writeString(
                        log,
                        Files.readString(log)
                                .replaceAll("\"ended\" : \"[^\"]*\"", "\"ended\" : \"2026-01-05T01:35:00\""));
        }
        for (int i = 0; i < 2; i++) workspace.run("import");
        assertThat(recipients()).hasSize(3);
        assertThat(mail.getReceivedMessages()[2].getSubject())
                .isEqualTo("hub-outcomes: no nightly run has finished for more than 26 hours");
    }

    private void assertThatNoAddressIsInALogOrNote() throws Exception {
        try (Stream<Path> files = Stream.of("logs", "published", "editions")
                .flatMap(name -> walk(workspace.root().resolve(name)))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(json|html|csv|log)"))
                    .toList()) assertThat(file).content().doesNotContain("lead@example.org", "quarry@example.org");
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String note(String job) throws Exception {
        try (Stream<Path> notes = Files.list(workspace.root().resolve("logs/runs"))) {
            return Files.readString(notes.filter(note -> note.toString().endsWith(job + ".json"))
                    .max(Path::compareTo)
                    .orElseThrow());
        }
    }

    private List<String> recipients() throws Exception {
        List<String> recipients = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages())
            Arrays.stream(message.getAllRecipients()).map(Object::toString).forEach(recipients::add);
        return recipients;
    }

    private static List<Part> attachments(MimeMessage message) throws Exception {
        Multipart parts = (Multipart) message.getContent();
        List<Part> attachments = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++)
            if (parts.getBodyPart(i).getFileName() != null) attachments.add(parts.getBodyPart(i));
        return attachments;
    }

    private static String name(Part part) {
        try {
            return part.getFileName();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(List<Part> files, String name) throws Exception {
        for (Part file : files)
            if (name.equals(file.getFileName())) return file.getInputStream().readAllBytes();
        throw new AssertionError("no " + name);
    }
}
