package org.huboutcomes.delivery.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A file is searched again only if its hub has other texts of its own, or others have new ones.
class MarkChangesTest {

    private static final String NETWORK = "Geography Hubs";
    private static final List<HubMark> BEFORE =
            List.of(mark("AV1", "urn", "100001"), mark("EN1", "urn", "100002"), mark("EN1", "area", "Vale"));

    private static HubMark mark(String hub, String kind, String text) {
        return new HubMark(NETWORK, hub, kind, text);
    }

    private static MarkChanges to(List<HubMark> now) {
        return MarkChanges.between(BEFORE, now, "passed 1");
    }

    private static List<HubMark> with(HubMark mark) {
        List<HubMark> more = new ArrayList<>(BEFORE);
        more.add(mark);
        return more;
    }

    @Test
    void withoutChangesEveryFilePasses() {
        assertThat(to(BEFORE).stillPasses(NETWORK, "AV1")).isTrue();
        assertThat(to(BEFORE).isStampOf("passed 1")).isTrue();
        assertThat(to(BEFORE).isStampOf("passed 1; not sought: name Reach")).isTrue();
        assertThat(to(BEFORE).isStampOf("passed 12")).isFalse();
    }

    @Test
    void aNewTextOfAHubIsSoughtInTheFilesOfOthers() {
        MarkChanges changes = to(with(mark("EN1", "urn", "100003")));
        assertThat(changes.stillPasses(NETWORK, "EN1")).isTrue();
        assertThat(changes.stillPasses(NETWORK, "AV1")).isFalse();
        assertThat(changes.stillPasses(NETWORK, "Total")).isTrue();
        assertThat(changes.stillPasses("History Hubs", "Total")).isFalse();
    }

    @Test
    void aNewTextThatIsOnlyAllowedIsSoughtNowhere() {
        assertThat(to(with(mark("EN1", "area", "Dale"))).stillPasses(NETWORK, "AV1"))
                .isTrue();
    }

    @Test
    void aTextThatIsGoneMattersToItsOwnHubAlone() {
        MarkChanges changes = to(BEFORE.subList(0, 2));
        assertThat(changes.stillPasses(NETWORK, "AV1")).isTrue();
        assertThat(changes.stillPasses(NETWORK, "EN1")).isFalse();
        assertThat(changes.stillPasses(NETWORK, "Total")).isFalse();
    }

    @Test
    void aNetworkThatIsGoneLeavesNoFileUnsearched() {
        MarkChanges changes = MarkChanges.between(
                with(new HubMark("History Hubs", "HI1", "name", "Norman Keep")), BEFORE, "passed 1");
        assertThat(changes.isStampOf("passed 1")).isFalse();
    }
}
