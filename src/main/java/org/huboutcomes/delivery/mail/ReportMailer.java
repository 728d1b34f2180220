package org.huboutcomes.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.publish.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Sends the queued reports. A message that fails delays no other and stays queued. Addresses are never logged.
public final class ReportMailer {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMailer.class);

    /// The result of sending.
    ///
    /// @param sent the hubs that were sent a report, in order
    /// @param failed one sentence for each message that could not be sent
    public record SendResult(List<String> sent, List<String> failed) {

        public SendResult {
            sent = List.copyOf(sent);
            failed = List.copyOf(failed);
        }

        @Override
        public String toString() {
            return sent.size() + " sent" + (failed.isEmpty() ? "" : ", " + failed.size() + " could not be sent");
        }
    }

    private final MailServer server;
    private final DeliveryQueue sendings;
    private final Catalogue catalogue;
    private final Path editions;

    /// Refuses a catalogue whose message has unknown placeholders.
    public static void validate(Catalogue catalogue) {
        Message.validate(catalogue);
    }

    public ReportMailer(MailServer server, DeliveryQueue sendings, Catalogue catalogue, Path editions) {
        this.server = server;
        this.sendings = sendings;
        this.catalogue = catalogue;
        this.editions = editions;
    }

    /// Whether a report is still to be sent: nothing is sent to an address that was removed.
    ///
    /// @param contacts the current contacts by hub
    public static boolean isWanted(QueuedDelivery sending, Map<String, List<String>> contacts) {
        return contacts.getOrDefault(sending.hub(), List.of()).contains(sending.contact());
    }

    /// @param contacts the current contacts by hub
    public SendResult send(Map<String, List<String>> contacts, LocalDate day) throws IOException {
        List<String> sent = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        JavaMailSender sender = server.open();
        String unreachable = "";
        for (QueuedDelivery sending : sendings.open()) {
            if (!isWanted(sending, contacts)) continue;
            Path edition = editions.resolve(sending.edition());
            if (!Files.isDirectory(edition)) continue;
            String failure = unreachable.isEmpty() ? failure(sender, sending, edition) : unreachable;
            if (failure.isEmpty()) {
                sendings.sent(sending, day);
                sent.add(sending.hub());
                LOG.info("delivery: edition {} sent to a contact of {}", sending.edition(), sending.hub());
            } else {
                sendings.failed(sending, failure);
                failed.add("Edition " + sending.edition() + " could not be sent to a contact of " + sending.hub() + ": "
                        + failure + ". It is tried again the next night.");
                LOG.warn("delivery: {}", failed.get(failed.size() - 1));
                if (!REFUSALS.contains(failure)) unreachable = failure;
            }
        }
        return new SendResult(sent, failed);
    }

    private static final String REFUSED = "the mail server refused the address or the message";
    private static final String NO_FILE = "the edition has no report of this hub";

    /// Faults that concern one message only. Any other fault would recur with the next message.
    private static final Set<String> REFUSALS = Set.of(REFUSED, NO_FILE);

    /// @return empty if the server accepted the message
    private String failure(JavaMailSender sender, QueuedDelivery sending, Path edition) throws IOException {
        try {
            List<String> files = files(sending, edition);
            if (files.isEmpty()) return NO_FILE;
            sender.send(message(sender, sending, edition, files));
            return "";
        } catch (MailAuthenticationException e) {
            return "the mail server did not accept the user name and password";
        } catch (MailException | MessagingException e) {
            return isRefusal(e) ? REFUSED : "the mail server " + server + " could not be reached";
        }
    }

    private static boolean isRefusal(Exception e) {
        if (!(e instanceof MailSendException failed)) return true;
        return failed.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }

    /// The hub's own files with the definitions that they refer to; none if the edition has no file of the hub.
    private static List<String> files(QueuedDelivery sending, Path edition) throws IOException {
        Manifest manifest = Manifest.in(edition);
        List<String> files = new ArrayList<>(manifest.lines().stream()
                .filter(line -> line.hub().equals(sending.hub()))
                .filter(line -> !line.file().startsWith(Profile.PUBLIC.code() + "/"))
                .map(Manifest.Line::file)
                .filter(file -> !file.endsWith(".csv"))
                .toList());
        if (!files.isEmpty())
            manifest.find(Manifest.DEFINITIONS).map(Manifest.Line::file).ifPresent(files::add);
        return files;
    }

    private MimeMessage message(JavaMailSender sender, QueuedDelivery sending, Path edition, List<String> files)
            throws MessagingException {
        Message words = Message.of(
                catalogue,
                Map.of(
                        "hub",
                        sending.hub(),
                        "network",
                        sending.network(),
                        "year",
                        AcademicYear.ofPeriod(sending.timePeriod()).label(),
                        "edition",
                        sending.edition()));
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true);
        helper.setFrom(server.from());
        helper.setTo(sending.contact());
        helper.setSubject(words.subject());
        helper.setText(words.text());
        // Attachment names include the path, so that the files of two years do not clash in a downloads folder.
        for (String file : files)
            helper.addAttachment(file.replace('/', '-'), new FileSystemResource(edition.resolve(file)));
        message.setHeader("Message-ID", sending.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
