package org.huboutcomes.forget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The spellings of a person's full name in a file, which are replaced wherever they occur in it. A single word may
/// have another meaning, so it is replaced only if it is a whole cell.
final class FullNames {

    private final Set<String> names;
    private final Pattern pattern;
    private final String replacement;

    FullNames(Collection<String> written, String replacement) {
        this.names = written.stream()
                .map(String::strip)
                .filter(name -> name.indexOf(' ') > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        this.replacement = replacement;
        List<String> longestFirst = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                .toList();
        this.pattern = Pattern.compile(
                longestFirst.isEmpty() ? "(?!)" : "(?<!\\p{L})(?:" + String.join("|", longestFirst) + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String replacedIn(String text) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
    }

    /// Replaces the names in a part of a workbook or document, decoded with one character per byte.
    String replacedInMarkup(String part) {
        String replaced = part;
        for (String name : names) replaced = replaced.replace(markup(name), replacement);
        return replaced;
    }

    private static String markup(String name) {
        String escaped = name.replace("&", "&amp;").replace("<", "&lt;");
        return new String(escaped.getBytes(UTF_8), ISO_8859_1);
    }
}
