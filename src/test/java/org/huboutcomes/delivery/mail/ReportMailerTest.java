package org.huboutcomes.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mail server may refuse one message, which does not delay any other.
class ReportMailerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<String> CONTACTS = List.of("a@example.org", "b..c@example.org", "d@example.org");

    @TempDir
    private Path editions;

    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final Store store = Store.inMemory();

    @BeforeEach
    void anEditionIsOwed() throws IOException {
        mail.start();
        JdbcClient.create(store.dataSource())
                .sql(Catalogue.packaged().list("tables", "sql").stream()
                        .filter(table -> table.name().equals("sending"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .update();
        Path edition = Files.createDirectories(editions.resolve("2022-23-v1/hubs/H1/202223"));
        Files.writeString(edition.resolve("H1.pdf"), "a report");
        Manifest manifest = new Manifest();
        manifest.add(new Manifest.Line(
                "hubs/H1/202223/H1.pdf", "Maths Hubs", "H1", "202223", "2022-23-v1", "0", "0", "passed"));
        for (String file : List.of("reports/definitions.pdf", "public/reports/definitions.pdf")) {
            Path definitions = editions.resolve("2022-23-v1").resolve(file);
            Files.createDirectories(definitions.getParent());
            Files.writeString(definitions, "definitions");
            manifest.add(new Manifest.Line(file, "", "", "202223", "2022-23-v1", "0", "0", ""));
        }
        manifest.write(editions.resolve("2022-23-v1"));
        for (String contact : CONTACTS) sendings().enqueue("2022-23-v1", "Maths Hubs", "H1", 202223, contact, DAY);
    }

    @AfterEach
    void stop() {
        mail.stop();
        store.close();
    }

    private DeliveryQueue sendings() {
        return new DeliveryQueue(store);
    }

    private ReportMailer.SendResult send(String security, String user, String passwordVariable) throws IOException {
        MailServer server = new MailServer(
                "localhost", mail.getSmtp().getPort(), security, user, passwordVariable, "reports@example.org");
        return new ReportMailer(server, sendings(), Catalogue.packaged(), editions).send(Map.of("H1", CONTACTS), DAY);
    }

    @Test
    void anAddressThatIsRefusedKeepsNoOtherBackAndStaysOwed() throws Exception {
        ReportMailer.SendResult result = send("none", "", "NONE");
        assertThat(result.sent()).containsExactly("H1", "H1");
        assertThat(result.failed())
                .singleElement()
                .asString()
                .contains("the mail server refused the address or the message", "next night")
                .doesNotContain("b..c");
        assertThat(recipients()).containsExactlyInAnyOrder("a@example.org", "d@example.org");
        assertThat(sendings().open()).extracting(QueuedDelivery::contact).containsExactly("b..c@example.org");
    }

    @Test
    void theDefinitionsThatAReportRefersToGoWithIt() throws Exception {
        send("none", "", "NONE");
        assertThat(GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[0]))
                .contains("hubs-H1-202223-H1.pdf")
                .containsOnlyOnce("filename=reports-definitions.pdf")
                .doesNotContain("public-reports");
    }

    /// The password is whatever the named variable holds; each machine has a PATH.
    @Test
    void whoIsAskedForANameAndPasswordGivesThem() throws Exception {
        mail.setUser("reports@example.org", "reports", System.getenv("PATH"));
        mail.getUserManager().setAuthRequired(true);
        assertThat(send("none", "reports", "PATH").sent()).hasSize(2);
    }

    @Test
    void aWrongPasswordIsToldOnceForEachAndNothingIsLost() throws Exception {
        mail.setUser("reports@example.org", "reports", "another");
        mail.getUserManager().setAuthRequired(true);
        ReportMailer.SendResult result = send("none", "reports", "PATH");
        assertThat(result.sent()).isEmpty();
        assertThat(result.failed())
                .hasSize(3)
                .allMatch(failed -> failed.contains("did not accept the user name and password"))
                .noneMatch(failed -> failed.contains(System.getenv("PATH")));
        assertThat(sendings().open()).hasSize(3);
    }

    @Test
    void aServerWithoutStartTlsIsGivenNothingWhereItIsAskedFor() throws Exception {
        ReportMailer.SendResult result = send("starttls", "", "NONE");
        assertThat(result.sent()).isEmpty();
        assertThat(result.failed()).hasSize(3);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    private List<String> recipients() throws Exception {
        return Arrays.stream(mail.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
