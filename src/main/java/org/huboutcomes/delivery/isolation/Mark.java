package org.huboutcomes.delivery.isolation;

/// A text by which a hub, or a school of its own, is known; one row of `hub_mark`.
///
/// @param hub its code, or `Total` for what belongs to the whole network
/// @param kind `code`, `name`, `alias`, `urn`, `school`; or `area`, `written`, `activity`, which excuse and are not
/// sought
record Mark(String network, String hub, String kind, String text) {

    boolean isSought() {
        return switch (kind) {
            case "code", "name", "alias", "urn", "school" -> true;
            default -> false;
        };
    }
}
