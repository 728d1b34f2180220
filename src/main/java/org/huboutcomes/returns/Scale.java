package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The answers that a survey item offers, from the least positive point to the most.
record Scale(String name, Map<Integer, List<String>> points, Set<String> noAnswer) {

    Scale {
        points = new TreeMap<>(points);
        noAnswer = noAnswer.stream().map(Words::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The point of a label, or of the number itself.
    OptionalInt point(String answer) {
        Integer point = byLabel().get(Words.key(answer));
        return point == null ? OptionalInt.empty() : OptionalInt.of(point);
    }

    boolean isNoAnswer(String answer) {
        return noAnswer.contains(Words.key(answer));
    }

    List<String> labels() {
        return points.values().stream().map(labels -> labels.get(0)).toList();
    }

    private Map<String, Integer> byLabel() {
        Map<String, Integer> known = new HashMap<>();
        points.forEach((point, labels) -> {
            labels.forEach(label -> known.put(Words.key(label), point));
            known.put(point.toString(), point);
        });
        return known;
    }

    Optional<String> nearest(String answer) {
        return Words.nearest(answer, labels());
    }
}
