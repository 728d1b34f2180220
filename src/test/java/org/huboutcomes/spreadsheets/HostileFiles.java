package org.huboutcomes.spreadsheets;

import java.util.List;
import java.util.stream.Stream;

/// All our own hostile files. If possible, each has one good pathway row, to see whether it is kept.
public final class HostileFiles {

    /// The hub, school and year of that row, which no sample file claims.
    public static final String HUB = "QS1";

    static final String YEAR = "2019/20";
    static final int URN = 900001;

    static final List<Object> HEADINGS = List.of("Hub", "Academic year", "URN", "Stage", "Status");
    static final List<Object> GOOD = List.of(HUB, YEAR, URN, "Developing", "Active");

    private HostileFiles() {}

    public static List<HostileFile> all() {
        return Stream.of(HostileTexts.all(), HostileZips.all(), HostileWorkbooks.all(), HostileParts.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Letters that cannot be compressed, always the same.
    static String noise(int characters) {
        StringBuilder noise = new StringBuilder(characters);
        long state = 88172645463325252L;
        while (noise.length() < characters) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            noise.append((char) ('a' + Math.floorMod(state, 26)));
        }
        return noise.toString();
    }
}
