package org.huboutcomes.samples;

import java.util.List;
import java.util.stream.Stream;

/// The three hubs, all invented; Ostbridge (102) moves from Hallowmere to Quillshire in 2021/22.
enum SampleHub {
    QS1("Maths Hubs", "Quillshire and Ostbridge", "Quillshire Maths Hub; Quillshire"),
    HM1("Maths Hubs", "Hallowmere", "Hallowmere Maths Hub"),
    FV1("Science Learning Partnerships", "Fennick Vale", "Fennick Vale SLP; Fennick Vale Science");

    static final List<Area> AREAS = List.of(
            new Area(QS1, "101", 2020, 0),
            new Area(QS1, "102", 2021, 0),
            new Area(HM1, "102", 2020, 2020),
            new Area(HM1, "103", 2020, 0),
            new Area(FV1, "103", 2020, 0),
            new Area(FV1, "104", 2020, 0));

    final String network;
    final String title;
    final String aliases;

    SampleHub(String network, String title, String aliases) {
        this.network = network;
        this.title = title;
        this.aliases = aliases;
    }

    boolean isMaths() {
        return network.equals("Maths Hubs");
    }

    Stream<Area> areas() {
        return AREAS.stream().filter(area -> area.hub == this);
    }

    boolean covers(String la, int year) {
        return areas().anyMatch(area -> area.la.equals(la) && area.from <= year && (area.to == 0 || year <= area.to));
    }

    /// A local authority in a hub's area, from the academic year that starts in `from` to that of `to`; 0 = still.
    record Area(SampleHub hub, String la, int from, int to) {}
}
