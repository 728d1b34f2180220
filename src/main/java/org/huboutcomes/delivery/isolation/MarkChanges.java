package org.huboutcomes.delivery.isolation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The differences between the marks and those that files were searched for before.
///
/// @param stamp the beginning of the manifest entry of a file that was searched for the earlier marks
/// @param added only these can be found in a file that passed
/// @param removed a text that was allowed because it was the hub's own may now be another hub's
record MarkChanges(String stamp, Set<HubMark> added, Set<HubMark> removed) {

    /// The name of a network is allowed in all files as long as the network exists.
    private static final String UNKNOWN = "none";

    static MarkChanges between(List<HubMark> before, List<HubMark> now, String stamp) {
        Set<HubMark> added = new HashSet<>(now);
        before.forEach(added::remove);
        Set<HubMark> removed = new HashSet<>(before);
        now.forEach(removed::remove);
        return new MarkChanges(networks(now).containsAll(networks(before)) ? stamp : UNKNOWN, added, removed);
    }

    private static Set<String> networks(List<HubMark> marks) {
        return marks.stream().map(HubMark::network).collect(Collectors.toSet());
    }

    /// Whether a file of this hub that passed the earlier search would pass now: it would be searched for the same
    /// texts, and the hub has lost none of its own texts.
    boolean stillPasses(String network, String hub) {
        return added.stream().noneMatch(mark -> mark.isSought() && !mark.isAllowedFor(network, hub))
                && removed.stream().noneMatch(mark -> mark.isAllowedFor(network, hub));
    }

    boolean isStampOf(String isolation) {
        return isolation.equals(stamp) || isolation.startsWith(stamp + ";");
    }
}
