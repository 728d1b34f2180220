package org.huboutcomes.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.text.TitledNames;

/// The names of people that a file gives instead of references, so that they can be replaced everywhere in the
/// file.
final class Names {

    static final Names NONE = new Names(Map.of());

    private static final int SHORTEST_ALONE = 4;
    private static final int SHORTEST_FIRST = 3;

    private final Map<String, String> pseudonyms = new HashMap<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private final Map<String, String> inMarkup = new HashMap<>();
    private final Pattern full;
    private final Pattern any;
    private final Pattern first;

    private Names(Map<String, String> names) {
        names.forEach((name, pseudonym) -> {
            pseudonyms.put(key(name), pseudonym);
            if (!isFull(name)) return;
            inMarkup.put(markup(name), pseudonym);
            // A defined name has no blanks and no hyphens.
            inMarkup.put(markup(name.strip().replaceAll("\\s+", "_")), pseudonym.replace('-', '_'));
        });
        this.full = pattern(names.keySet().stream().filter(Names::isFull).toList());
        Map<String, Set<String>> first = new HashMap<>();
        names.forEach((name, pseudonym) -> {
            String own = firstName(name);
            if (own.length() >= SHORTEST_FIRST && Character.isUpperCase(own.charAt(0)))
                first.computeIfAbsent(own, none -> new HashSet<>()).add(pseudonym);
        });
        first.forEach((name, people) ->
                // If two people share a first name, it cannot be attributed to either.
                firstNames.put(name, people.size() == 1 ? people.iterator().next() : TitledNames.LEFT_OUT));
        this.any = pattern(names.keySet().stream()
                .filter(name -> isFull(name) || name.length() >= SHORTEST_ALONE)
                .toList());
        // A first name is capitalised, which distinguishes it from an ordinary word with the same spelling.
        this.first = Pattern.compile(
                firstNames.isEmpty()
                        ? "(?!)"
                        : "(?<![\\p{L}])(?:"
                                + firstNames.keySet().stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|"))
                                + ")(?![\\p{L}])");
    }

    /// Accepts both "Kate Black" and "Black, Kate".
    private static String firstName(String name) {
        if (!isFull(name)) return "";
        String[] words = name.strip().split("\\s+");
        return words[0].endsWith(",") ? words[1] : words[0];
    }

    static Names of(List<SheetLayout> layouts) {
        Map<String, String> all = new HashMap<>();
        layouts.forEach(layout -> all.putAll(layout.names()));
        return all.isEmpty() ? NONE : new Names(all);
    }

    private static boolean isFull(String name) {
        return name.indexOf(' ') > 0;
    }

    private static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// The longest name comes first, because one name may be the beginning of another.
    private static Pattern pattern(List<String> names) {
        String all = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                all.isEmpty() ? "(?!)" : "(?<![\\p{L}])(?:" + all + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean isEmpty() {
        return pseudonyms.isEmpty();
    }

    /// The text of a cell with full names replaced, or any name if it is the whole text.
    String withoutFull(String text) {
        if (isEmpty()) return text;
        String alone = pseudonyms.get(key(text));
        return alone == null ? replaced(full, text) : alone;
    }

    /// A comment with all names replaced, including first names alone.
    String without(String text) {
        return isEmpty() ? text : withoutFirst(replaced(any, text));
    }

    private String withoutFirst(String text) {
        return first.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(firstNames.getOrDefault(found.group(), TitledNames.LEFT_OUT)));
    }

    private String replaced(Pattern names, String text) {
        return names.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(pseudonyms.getOrDefault(key(found.group()), TitledNames.LEFT_OUT)));
    }

    /// A part of a workbook, decoded with one character per byte, with full names replaced.
    String withoutInMarkup(String part) {
        String without = part;
        for (Map.Entry<String, String> name : inMarkup.entrySet())
            if (without.contains(name.getKey())) without = without.replace(name.getKey(), name.getValue());
        return without;
    }

    private static String markup(String name) {
        String escaped = name.replace("&", "&amp;").replace("<", "&lt;");
        return new String(escaped.getBytes(UTF_8), ISO_8859_1);
    }
}
