package org.huboutcomes.delivery.isolation;

/// A text of another hub found in a file made for one hub.
///
/// @param owner the code of the other hub
/// @param kind `code`, `name`, `alias`, `urn` or `school`
/// @param place where it was found, such as `page 3`
record Leak(String owner, String kind, String mark, String place) {

    @Override
    public String toString() {
        return "on " + place + " the " + kindName() + " \"" + mark + "\" of " + owner;
    }

    private String kindName() {
        return switch (kind) {
            case "urn" -> "URN";
            case "school" -> "school";
            default -> kind;
        };
    }
}
