package org.huboutcomes.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Sends short messages to the operator. If one cannot be sent, it is logged and the run continues.
public final class OperatorMailer {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorMailer.class);

    private final MailServer server;
    private final String operator;

    /// @param operator the email address
    public OperatorMailer(MailServer server, String operator) {
        this.server = server;
        this.operator = operator;
    }

    /// @return whether the mail server accepted the message
    public boolean send(String subject, String text) {
        try {
            JavaMailSender sender = server.open();
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message);
            helper.setFrom(server.from());
            helper.setTo(operator);
            helper.setSubject(subject);
            helper.setText(text);
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return true;
        } catch (MailException | MessagingException e) {
            LOG.warn(
                    "delivery: mail to the operator could not be sent through the mail server {}: {}", server, subject);
            return false;
        }
    }
}
