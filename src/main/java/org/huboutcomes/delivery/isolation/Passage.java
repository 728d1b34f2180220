package org.huboutcomes.delivery.isolation;

/// Some text of a finished file, and where it stands there.
///
/// @param place for a person to find it, such as `page 3` or `its bookmarks`
public record Passage(String place, String text) {}
