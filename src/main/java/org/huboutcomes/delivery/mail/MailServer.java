package org.huboutcomes.delivery.mail;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The mail server.
///
/// @param security `starttls`, which fails if the server does not offer it; `tls` from the first byte; or `none`
/// @param user empty if the server needs no login
/// @param passwordVariable the environment variable that holds the password; no file ever does
public record MailServer(String host, int port, String security, String user, String passwordVariable, String from) {

    private static final String PATIENCE = "30000";

    public MailServer {
        if (port < 1 || port > 65535)
            throw new IllegalArgumentException("A mail server's port is a number from 1 to 65535, not " + port + ".");
    }

    JavaMailSender open() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password());
        }
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(security.equals("starttls")));
        properties.put("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        properties.put("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.put("mail.smtp." + wait, PATIENCE);
        return sender;
    }

    private @Nullable String password() {
        return System.getenv(passwordVariable);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
