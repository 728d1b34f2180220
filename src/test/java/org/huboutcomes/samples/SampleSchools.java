package org.huboutcomes.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huboutcomes.samples.School.Kind;
import org.jspecify.annotations.Nullable;

/// The invented schools of four invented local authorities, and the one conversion to an academy among them.
final class SampleSchools {

    private static final List<Kind> PRIMARY = List.of(
            new Kind("Community school", "Local authority maintained schools", "Primary"),
            new Kind("Voluntary aided school", "Local authority maintained schools", "Primary"),
            new Kind("Academy converter", "Academies", "Primary"));
    private static final List<Kind> SECONDARY = List.of(
            new Kind("Academy converter", "Academies", "Secondary"),
            new Kind("Community school", "Local authority maintained schools", "Secondary"),
            new Kind("Free schools", "Free Schools", "All-through"),
            new Kind("Foundation school", "Local authority maintained schools", "Middle deemed secondary"));
    private static final List<Kind> COLLEGE = List.of(new Kind("Academy 16-19 converter", "Academies", "16 plus"));
    private static final List<Kind> OTHER = List.of(
            new Kind("Community special school", "Special schools", "Not applicable"),
            new Kind("Local authority nursery school", "Local authority maintained schools", "Nursery"));
    private static final Kind INDEPENDENT =
            new Kind("Other independent school", "Independent schools", "Not applicable");

    private static final LocalDate CONVERSION = LocalDate.of(2021, 9, 1);

    private final List<String> places = Resources.lines("places.txt");
    private final List<School> all = new ArrayList<>();
    final School predecessor;
    final School successor;
    final School closedForGood;

    SampleSchools() {
        found("101", 22, 8, 2, 2);
        found("102", 7, 3, 0, 1);
        found("103", 24, 6, 1, 1);
        found("104", 6, 3, 0, 0);
        predecessor = all.get(4).closedOn(CONVERSION.minusDays(1));
        all.set(4, predecessor);
        successor = add("101", predecessor.number(), placeOf(4) + " Academy", PRIMARY.get(2), "Open", CONVERSION);
        School closing = add("101", 2999, "Quillshire Mill Primary School", PRIMARY.get(0), "Open", null);
        closedForGood = closing.closedOn(LocalDate.of(2019, 8, 31));
        all.set(all.size() - 1, closedForGood);
        add("101", 6001, "Quillshire House School", INDEPENDENT, "Open", null);
        add("103", 2990, "Hallowmere Garden Village Primary School", PRIMARY.get(2), "Proposed to open", null);
        closed("Quillshire Wharf Infant School", 2014);
        closed("Quillshire Wharf Primary School", 2018);
    }

    /// Schools that followed each other under one number, none of which is open now.
    private void closed(String name, int year) {
        School open = add("101", 2998, name, PRIMARY.get(0), "Open", null);
        all.set(all.size() - 1, open.closedOn(LocalDate.of(year, 8, 31)));
    }

    List<School> all() {
        return Collections.unmodifiableList(all);
    }

    List<School> openIn(SampleHub hub, int year) {
        return all.stream()
                .filter(school -> hub.covers(school.la(), year) && school.isOpenIn(year))
                .toList();
    }

    /// In the spelling of a LAESTAB; no other open school has the same as those used.
    String laestab(int urn) {
        return all.stream()
                .filter(school -> school.urn() == urn)
                .findFirst()
                .orElseThrow()
                .laestab();
    }

    /// The school that keeps its pathway place through the conversion.
    int lineageOf(School school) {
        return school.urn() == predecessor.urn() ? successor.urn() : school.urn();
    }

    boolean isConverting(School school) {
        return lineageOf(school) == successor.urn();
    }

    private void found(String la, int primary, int secondary, int colleges, int other) {
        found(
                la,
                2001,
                primary,
                PRIMARY,
                List.of("Primary School", "Church of England Primary School", "Junior School", "Infant School"));
        found(la, 4001, secondary, SECONDARY, List.of("High School", "School", "Upper School", "Community School"));
        found(la, 8001, colleges, COLLEGE, List.of("Sixth Form College"));
        found(la, 7001, other, OTHER, List.of("Park School", "Lane Nursery School"));
    }

    private void found(String la, int firstNumber, int count, List<Kind> kinds, List<String> endings) {
        for (int i = 0; i < count; i++) {
            String name = placeOf(all.size()) + " " + endings.get(all.size() / places.size() % endings.size());
            add(
                    la,
                    firstNumber + i,
                    all.isEmpty() ? "St Zénobe’s Primary School" : name,
                    kinds.get(i % kinds.size()),
                    "Open",
                    null);
        }
    }

    private School add(String la, int number, String name, Kind kind, String status, @Nullable LocalDate opened) {
        School school = new School(900_001 + all.size(), la, number, name, kind, status, opened, null);
        all.add(school);
        return school;
    }

    private String placeOf(int position) {
        return places.get(position % places.size());
    }
}
