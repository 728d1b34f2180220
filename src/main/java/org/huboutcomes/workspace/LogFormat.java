package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the log is written: lines for people, or one JSON object on each line.
public enum LogFormat {
    TEXT,
    JSON;

    private static final Pattern KEY = Pattern.compile("(?m)^log[_-]format:[ \t]*[\"']?(\\w+)");

    /// The format that the workspace or the environment sets. It is needed before the settings are read, because
    /// reading them writes to the log. A value that the settings refuse is treated as text.
    public static LogFormat of(Workspace workspace) {
        return Optional.ofNullable(System.getenv("HUB_OUTCOMES_LOG_FORMAT"))
                        .filter(value -> !value.isEmpty())
                        .or(() -> written(workspace))
                        .filter(value -> value.equalsIgnoreCase(JSON.name()))
                        .isPresent()
                ? JSON
                : TEXT;
    }

    private static Optional<String> written(Workspace workspace) {
        try {
            Matcher key = KEY.matcher(new String(Files.readAllBytes(workspace.settings()), StandardCharsets.UTF_8));
            return key.find() ? Optional.of(key.group(1)) : Optional.empty();
        } catch (IOException noSettings) {
            return Optional.empty();
        }
    }

    /// Its name in the settings and in `logback.xml`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
