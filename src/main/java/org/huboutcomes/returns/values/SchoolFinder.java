package org.huboutcomes.returns.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.ReferenceLists.NamedSchool;
import org.jspecify.annotations.Nullable;

/// Finds a school by its name in a place: a local authority, a district, a postcode or the area of a hub. The
/// result is only a suggestion.
public final class SchoolFinder {

    private static final double ENOUGH = 0.9;
    private static final double CLEARLY = 0.03;
    private static final double WORTH_NAMING = 0.7;
    private static final int NAMED = 3;
    private static final Map<String, String> SHORT = Map.of(
            "inf",
            "infant",
            "infants",
            "infant",
            "jnr",
            "junior",
            "jun",
            "junior",
            "juniors",
            "junior",
            "pri",
            "primary",
            "prim",
            "primary",
            "sec",
            "secondary",
            "saint",
            "st");
    private static final Set<String> SAYS_NOTHING =
            Set.of("school", "sch", "schl", "the", "and", "of", "a", "c", "e", "ce", "cofe", "church", "england");

    /// Words for the kind of a school.
    private static final Set<String> KINDS = Set.of(
            "primary",
            "infant",
            "junior",
            "nursery",
            "middle",
            "secondary",
            "high",
            "upper",
            "lower",
            "grammar",
            "college",
            "sixth",
            "form",
            "academy",
            "st",
            "catholic",
            "rc",
            "community",
            "trust");

    private final ReferenceLists registers;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    /// The result for a name.
    ///
    /// @param proposed the one that was probably intended; null if none is similar enough, or several are
    /// @param nearest up to three, the nearest first
    /// @param place the place searched; null if no place is known
    /// @param exact whether the proposed one has exactly this name
    public record Found(
            @Nullable NamedSchool proposed,
            List<NamedSchool> nearest,
            @Nullable String place,
            boolean exact) {

        /// The nearest with their URNs; null if there are none.
        public @Nullable String named() {
            return nearest.isEmpty()
                    ? null
                    : nearest.stream()
                            .map(one -> one.name() + " (" + one.school().urn() + ")")
                            .collect(Collectors.joining(", "));
        }
    }

    /// The schools of a place, and the schools by each word of their names.
    private record Place(Map<NamedSchool, Set<String>> schools, Map<String, List<NamedSchool>> byWord) {

        static Place of(List<NamedSchool> all) {
            Map<NamedSchool, Set<String>> schools = new HashMap<>();
            Map<String, List<NamedSchool>> byWord = new HashMap<>();
            for (NamedSchool school : all) {
                Set<String> words = words(school.name());
                schools.put(school, words);
                for (String word : words)
                    byWord.computeIfAbsent(word, none -> new ArrayList<>()).add(school);
            }
            return new Place(schools, byWord);
        }
    }

    private record Near(NamedSchool school, double likeness) {}

    public SchoolFinder(ReferenceLists registers) {
        this.registers = registers;
    }

    /// Whether a school may have this name: it shares a word with its own that few schools have.
    boolean mayBeCalled(int urn, String name) {
        String own = names.computeIfAbsent(
                urn,
                one -> registers.schoolsIn(one.toString()).stream()
                        .findFirst()
                        .map(NamedSchool::name)
                        .orElse(""));
        if (own.isEmpty() || own.equals(name)) return true;
        Set<String> shared = new HashSet<>(words(own));
        shared.removeAll(KINDS);
        shared.retainAll(words(name));
        return !shared.isEmpty();
    }

    /// @param where the places to search, the most certain first: the first with any school is used
    /// @param year the year in which the school must be open; null if it is not known
    public Found find(String name, List<String> where, @Nullable AcademicYear year) {
        for (String place : where) {
            Place in = places.computeIfAbsent(place, one -> Place.of(registers.schoolsIn(one)));
            if (in.schools().isEmpty()) continue;
            List<Near> near = sameFirst(name, near(name, in, year));
            if (near.isEmpty() && !place.equals(where.get(where.size() - 1))) continue;
            boolean clear = !near.isEmpty()
                    && near.get(0).likeness() >= ENOUGH
                    && (near.size() == 1
                            || near.get(0).likeness() - near.get(1).likeness() >= CLEARLY
                            || isOnlySame(name, near));
            return new Found(
                    clear ? near.get(0).school() : null,
                    near.stream().limit(NAMED).map(Near::school).toList(),
                    place,
                    clear
                            && near.get(0).likeness() == 1
                            && isSame(name, near.get(0).school().name()));
        }
        return new Found(null, List.of(), where.isEmpty() ? null : where.get(0), false);
    }

    /// Sorts schools with exactly this name before those whose names differ by a common word.
    private static List<Near> sameFirst(String name, List<Near> near) {
        return near.stream()
                .sorted(Comparator.comparing(one -> !isSame(name, one.school().name())))
                .toList();
    }

    private static boolean isOnlySame(String name, List<Near> near) {
        return isSame(name, near.get(0).school().name())
                && !isSame(name, near.get(1).school().name());
    }

    private static boolean isSame(String name, String other) {
        return SchoolName.key(name, "").equals(SchoolName.key(other, ""));
    }

    /// The name of a place in messages.
    public @Nullable String called(@Nullable String place) {
        return place != null && isHub(place) ? "the area of " + place : place;
    }

    /// Whether this is the code of a hub.
    private boolean isHub(String place) {
        return registers.findHub(place).filter(place::equals).isPresent();
    }

    /// Whether there are schools in a place with this name.
    public boolean isPlace(String text) {
        return !places.computeIfAbsent(text, one -> Place.of(registers.schoolsIn(one)))
                .schools()
                .isEmpty();
    }

    private List<Near> near(String name, Place in, @Nullable AcademicYear year) {
        Set<String> wanted = words(name);
        Set<NamedSchool> sharing = new LinkedHashSet<>();
        wanted.forEach(word -> sharing.addAll(in.byWord().getOrDefault(word, List.of())));
        return sharing.stream()
                .filter(school -> year == null || school.school().isOpen(year.referenceDate()))
                .map(school -> new Near(school, likeness(wanted, in.schools().getOrDefault(school, Set.of()))))
                .filter(near -> near.likeness() >= WORTH_NAMING)
                .sorted(Comparator.comparingDouble(Near::likeness)
                        .reversed()
                        .thenComparing(near -> near.school().school().urn()))
                .toList();
    }

    private double likeness(Set<String> wanted, Set<String> words) {
        if (wanted.equals(words)) return 1;
        Set<String> shared = new HashSet<>(wanted);
        shared.retainAll(words);
        double overlap = 2.0 * shared.size() / (wanted.size() + words.size());
        double spelling = similarity.apply(String.join(" ", wanted), String.join(" ", words));
        return 0.97 * Math.max(overlap, 0.5 * overlap + 0.5 * spelling);
    }

    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : NormalText.key(name).replaceAll("['\u2019]", "").split("[^\\p{L}\\p{N}]+"))
            if (!word.isEmpty() && !SAYS_NOTHING.contains(word)) words.add(SHORT.getOrDefault(word, word));
        return words.isEmpty() ? Set.of(NormalText.key(name)) : words;
    }
}
