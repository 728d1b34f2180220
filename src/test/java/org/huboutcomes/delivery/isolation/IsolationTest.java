package org.huboutcomes.delivery.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {

    private static final String GEOGRAPHY = "Geography Hubs";

    private final Isolation isolation = new Isolation(
            List.of(
                    mark("AV1", "code", "AV1"),
                    mark("AV1", "name", "Ashdown Vale"),
                    mark("AV1", "alias", "Ashdown"),
                    mark("AV1", "alias", "The Downs"),
                    mark("AV1", "urn", "100001"),
                    mark("AV1", "school", "St Mary's Church of England Primary School"),
                    mark("AV1", "school", "Ashdown Vale Academy"),
                    mark("AV1", "area", "Enigma Valley"),
                    mark("EN1", "code", "EN1"),
                    mark("EN1", "name", "Enigma"),
                    mark("EN1", "alias", "Ashdown and Enigma"),
                    mark("EN1", "alias", "The Downs"),
                    mark("EN1", "urn", "100002"),
                    mark("EN1", "school", "St Mary's Church of England Primary School"),
                    mark("EN1", "school", "Ashdown Vale Park School"),
                    mark("EN1", "school", "Phoenix"),
                    mark("EN1", "school", "School 360"),
                    mark("RE1", "code", "7"),
                    mark("RE1", "name", "Reach"),
                    mark("RE1", "urn", "100003"),
                    mark("Total", "activity", "Enigma for beginners"),
                    new HubMark("History Hubs", "HI1", "name", "Norman Keep")),
            "Reach: how far did it get?");

    private static HubMark mark(String hub, String kind, String text) {
        return new HubMark(GEOGRAPHY, hub, kind, text);
    }

    private List<Leak> leaks(String hub, String text) {
        return isolation.leaks(GEOGRAPHY, hub, List.of(new Passage("page 3", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as at Enigma last year                     | Enigma",
                "ENIGMA                                     | Enigma",
                "see EN1, row 7                             | EN1",
                "URN 100002 was left out                    | 100002",
                "at Ashdown  Vale Park\\nSchool             | Ashdown Vale Park School",
                "the hub ashdown AND enigma                 | Ashdown and Enigma"
            })
    void aMarkOfAnotherHubIsFound(String text, String mark) {
        assertThat(leaks("AV1", text.replace("\\n", "\n"))).anySatisfy(leak -> {
            assertThat(leak.mark()).isEqualTo(mark);
            assertThat(leak.owner()).isEqualTo("EN1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ashdown Vale, also The Downs",
                "St Mary\u2019s Church of England\nPrimary School",
                "Schools of Enigma Valley",
                "Enigma for beginners was held twice",
                "the enigma of it",
                "Geography Hubs",
                "100,002 pupils and 1000020 more",
                "EN12 and 2EN1",
                "Reach rose by 7 points",
                "rose as a phoenix; Phoenix",
                "Participants per school 360 of 210"
            })
    void whatMayStandThereIsNoFind(String text) {
        assertThat(leaks("AV1", text)).isEmpty();
    }

    @Test
    void aLongerMarkIsNotExcusedByAnOwnOneInsideIt() {
        assertThat(leaks("AV1", "Ashdown Vale Park School")).hasSize(1);
        assertThat(leaks("AV1", "Ashdown Vale Academy")).isEmpty();
    }

    @Test
    void aNameThatEveryReportPrintsIsNotSoughtAndSaidToBeSo() {
        assertThat(isolation.unsought()).containsExactly("code 7", "name Reach");
        assertThat(isolation.stamp())
                .matches("passed [0-9a-f]{12}; not sought, for nothing tells them from other words: code 7, name Reach;"
                        + " schools' names of one word, sought by URN alone: 2");
    }

    @Test
    void aNetworkMayNameItsHubsAndNoOthers() {
        assertThat(leaks("Total", "Ashdown Vale and Enigma, 100001")).isEmpty();
        assertThat(leaks("Total", "the Norman Keep")).hasSize(1);
    }

    @Test
    void aLeakSaysWhereAndWhoseItIs() {
        assertThat(leaks("AV1", "Enigma")).singleElement().hasToString("on page 3 the name \"Enigma\" of EN1");
    }
}
