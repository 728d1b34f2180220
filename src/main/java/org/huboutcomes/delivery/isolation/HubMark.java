package org.huboutcomes.delivery.isolation;

/// A text that identifies a hub or one of its schools; one row of `hub_mark`.
///
/// @param hub its code, or `Total` for what belongs to the whole network
/// @param kind `code`, `name`, `alias`, `urn`, `school`; or `area`, `written`, `activity`, which are allowed and not
/// searched for
record HubMark(String network, String hub, String kind, String text) {

    boolean isSought() {
        return switch (kind) {
            case "code", "name", "alias", "urn", "school" -> true;
            default -> false;
        };
    }

    /// Whether a file of this hub may contain it, or a file of this network if the hub is `Total`.
    boolean isAllowedFor(String network, String hub) {
        if (this.hub.equals("Total")) return true;
        return hub.equals("Total") ? this.network.equals(network) : this.hub.equals(hub);
    }
}
