package org.huboutcomes.samples;

import java.util.List;

/// An activity that a network offers; its code begins with the academic year.
record Activity(String prefix, int position, String title, String type) {

    private static final List<Activity> MATHS = List.of(
            new Activity("MA", 1, "Number Sense Together", "Programme"),
            new Activity("MA", 2, "Mastery in Every Classroom", "Work Group"),
            new Activity("MA", 3, "Bridging Years 5 to 8", "Work Group"),
            new Activity("MA", 4, "Subject Leaders' Circle", "Community"));
    private static final List<Activity> SCIENCE = List.of(
            new Activity("SP", 1, "Practical Science at Key Stage 3", "Course"),
            new Activity("SP", 2, "Primary Science Circle", "Network meeting"),
            new Activity("SP", 3, "Technicians' Workshop", "Bespoke"));

    static List<Activity> of(SampleHub hub) {
        return hub.isMaths() ? MATHS : SCIENCE;
    }

    String code(int year) {
        return "%s%02d-%02d".formatted(prefix, year % 100, position);
    }
}
