package org.huboutcomes.delivery.isolation;

/// Something of another hub in what was made for one.
///
/// @param owner the other hub, by its code
/// @param kind what it is: `code`, `name`, `alias`, `urn` or `school`
/// @param place where it stands, such as `page 3`
record Leak(String owner, String kind, String mark, String place) {

    @Override
    public String toString() {
        return "on " + place + " the " + said() + " \"" + mark + "\" of " + owner;
    }

    private String said() {
        return switch (kind) {
            case "urn" -> "URN";
            case "school" -> "school";
            default -> kind;
        };
    }
}
