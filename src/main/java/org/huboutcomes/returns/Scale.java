package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The answers that a survey item offers, from the least positive point to the most.
record Scale(String name, Map<Integer, List<String>> points, Set<String> noAnswer) {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\.0+)?");
    private static final Pattern NUMBER_AND_LABEL =
            Pattern.compile("\\(?(?:\\d{1,2}|[a-z])\\)?\\s*[-.:)=]?\\s*(\\D.*)");
    private static final Pattern LABEL_AND_NUMBER = Pattern.compile("(.*\\D?)\\s*[(\\[:=-]\\s*\\d{1,2}\\s*[)\\]]?");

    Scale {
        points = new TreeMap<>(points);
        noAnswer = noAnswer.stream().map(Words::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The point of a label, with or without a number beside it, or of the number alone. A label says which end is
    /// meant; a number alone does not, and counts from the end that the question tells.
    OptionalInt point(String answer, boolean lowestIsBest) {
        Map<String, Integer> known = byLabel();
        Integer point = first(known, answer);
        if (point != null) return OptionalInt.of(point);
        Matcher number = NUMBER.matcher(answer.strip());
        if (!number.matches() || !points.containsKey(Integer.valueOf(number.group(1)))) return OptionalInt.empty();
        int counted = Integer.parseInt(number.group(1));
        return OptionalInt.of(lowestIsBest ? lowest() + highest() - counted : counted);
    }

    private static @Nullable Integer first(Map<String, Integer> known, String answer) {
        String key = Words.key(answer);
        Integer point = known.get(key);
        for (Pattern pattern : List.of(NUMBER_AND_LABEL, LABEL_AND_NUMBER)) {
            Matcher matcher = pattern.matcher(key);
            if (point == null && matcher.matches()) point = known.get(Words.key(matcher.group(1)));
        }
        return point;
    }

    /// Whether it is a number, and one that the scale does not have.
    boolean isBeyond(String answer) {
        return answer.strip().matches("-?\\d+(\\.\\d+)?");
    }

    int lowest() {
        return points.keySet().iterator().next();
    }

    int highest() {
        return lowest() + points.size() - 1;
    }

    boolean isNoAnswer(String answer) {
        return noAnswer.contains(Words.key(answer));
    }

    List<String> labels() {
        return points.entrySet().stream()
                .map(point -> point.getValue().isEmpty()
                        ? point.getKey().toString()
                        : point.getValue().get(0))
                .toList();
    }

    private Map<String, Integer> byLabel() {
        Map<String, Integer> known = new HashMap<>();
        points.forEach((point, labels) -> labels.forEach(label -> known.put(Words.key(label), point)));
        return known;
    }

    Optional<String> nearest(String answer) {
        return Words.nearest(answer, labels());
    }
}
