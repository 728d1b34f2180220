package org.huboutcomes.returns.definition;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.text.NormalText;
import org.jspecify.annotations.Nullable;

/// The answers that a survey item offers, from the least to the most positive.
public record Scale(String name, Map<Integer, List<String>> points, Set<String> noAnswer) {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\.0+)?");
    private static final Pattern NUMBER_AND_LABEL =
            Pattern.compile("\\(?(?:\\d{1,2}|[a-z])\\)?\\s*[-.:)=]?\\s*(\\D.*)");
    private static final Pattern LABEL_AND_NUMBER = Pattern.compile("(.*\\D?)\\s*[(\\[:=-]\\s*\\d{1,2}\\s*[)\\]]?");

    /// Emoji, and the characters that modify them.
    private static final Pattern PICTURES = Pattern.compile("[\\p{So}\\p{Sk}\\ufe0e\\ufe0f\\u200d\\u20e3]+");

    /// "1-5", "1 to 5", "out of 5".
    private static final Pattern RANGE =
            Pattern.compile("(?i)\\b[01] ?(?:-|\u2013|to|\\.\\.) ?(\\d{1,2})\\b|\\bout of (\\d{1,2})\\b");

    /// A number that a question explains: "0 = not at all likely", "10 is extremely likely".
    private static final Pattern ANCHOR = Pattern.compile(
            "(?i)(?<![\\d.])(\\d{1,2}) ?(?:[=:\u2013-]|(?:is|being|means|meaning)\\b) ?[\"'\u2018\u201c]?\\p{L}");

    /// One number, with words before it or after it: "10 - Extremely likely", "8 out of 10".
    private static final Pattern SHOWN = Pattern.compile(
            "(?i)[(\\[]?(\\d{1,2})(?: ?(?:/|out of) ?10)?[)\\]]?(?:[\\s=:.,\u2013-]+\\D*)?|\\D*[\\s(\\[=:\u2013-](\\d{1,2})[)\\]]?");

    public Scale {
        points = new TreeMap<>(points);
        noAnswer = noAnswer.stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The point for a label, with or without a number beside it, or for a number alone. A label gives the
    /// direction of its number; a number alone uses the direction in the question. On a numeric scale a label
    /// counts as the number in it.
    public OptionalInt point(String answer, boolean lowestIsBest) {
        Integer labelled = first(byLabel(), answer);
        if (labelled != null) return OptionalInt.of(labelled);
        Matcher number = NUMBER.matcher(answer.strip());
        Matcher shown = SHOWN.matcher(answer.strip());
        String counted = number.matches()
                ? number.group(1)
                : isOfNumbers() && shown.matches() ? Objects.requireNonNullElse(shown.group(1), shown.group(2)) : null;
        if (counted == null || !points.containsKey(Integer.valueOf(counted))) return OptionalInt.empty();
        int point = Integer.parseInt(counted);
        return OptionalInt.of(lowestIsBest ? lowest() + highest() - point : point);
    }

    /// The point for a label, whatever direction the numbers have.
    public OptionalInt labelled(String label) {
        Integer point = byLabel().get(keyOf(label));
        return point == null ? OptionalInt.empty() : OptionalInt.of(point);
    }

    /// Whether its points have no labels.
    public boolean isOfNumbers() {
        return points.values().stream().allMatch(List::isEmpty);
    }

    /// The label of an answer without the number beside it, for comparing labels; the answer itself if it has
    /// none.
    public String label(String answer) {
        Map<String, Integer> known = byLabel();
        String key = keyOf(answer);
        if (known.containsKey(key)) return key;
        for (Pattern pattern : List.of(NUMBER_AND_LABEL, LABEL_AND_NUMBER)) {
            Matcher matcher = pattern.matcher(key);
            if (matcher.matches() && known.containsKey(NormalText.key(matcher.group(1))))
                return NormalText.key(matcher.group(1));
        }
        return key;
    }

    /// An answer without the faces, stars and ticks that a form adds to it.
    private static String keyOf(String answer) {
        String words = PICTURES.matcher(answer).replaceAll(" ").strip();
        return NormalText.key(words.isEmpty() ? answer : words);
    }

    private static @Nullable Integer first(Map<String, Integer> known, String answer) {
        String key = keyOf(answer);
        Integer point = known.get(key);
        for (Pattern pattern : List.of(NUMBER_AND_LABEL, LABEL_AND_NUMBER)) {
            Matcher matcher = pattern.matcher(key);
            if (point == null && matcher.matches()) point = known.get(NormalText.key(matcher.group(1)));
        }
        return point;
    }

    /// Whether the wording of a question gives fewer numbers than the scale has, as "(1-5)" does.
    public boolean isShorterIn(String heading) {
        Matcher range = RANGE.matcher(heading);
        while (range.find()) {
            int last = Integer.parseInt(Objects.requireNonNullElse(range.group(1), range.group(2)));
            if (isOfNumbers() && last > 1 && last < highest()) return true;
        }
        List<Integer> explained = explained(heading);
        return isOfNumbers() && explained.size() > 1 && Collections.max(explained) < highest();
    }

    private static List<Integer> explained(String heading) {
        return ANCHOR.matcher(heading)
                .results()
                .map(anchor -> Integer.valueOf(anchor.group(1)))
                .distinct()
                .toList();
    }

    /// Whether the wording of a question gives the full scale, as "(0 to 10)" and "(0 = not at all likely, 10 =
    /// extremely likely)" do.
    public boolean isWholeIn(String heading) {
        Matcher range = RANGE.matcher(heading);
        while (range.find())
            if (Integer.parseInt(Objects.requireNonNullElse(range.group(1), range.group(2))) == highest()) return true;
        return explained(heading).contains(highest());
    }

    /// Whether it is a number outside the scale.
    public boolean isBeyond(String answer) {
        return answer.strip().matches("-?\\d+(\\.\\d+)?");
    }

    public int lowest() {
        return points.keySet().iterator().next();
    }

    public int highest() {
        return lowest() + points.size() - 1;
    }

    public boolean isNoAnswer(String answer) {
        return noAnswer.contains(keyOf(answer));
    }

    public List<String> labels() {
        return points.entrySet().stream()
                .map(point -> point.getValue().isEmpty()
                        ? point.getKey().toString()
                        : point.getValue().get(0))
                .toList();
    }

    private Map<String, Integer> byLabel() {
        Map<String, Integer> known = new HashMap<>();
        points.forEach((point, labels) -> labels.forEach(label -> known.put(NormalText.key(label), point)));
        return known;
    }

    public Optional<String> nearest(String answer) {
        return NormalText.nearest(answer, labels());
    }
}
