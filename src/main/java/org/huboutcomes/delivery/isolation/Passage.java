package org.huboutcomes.delivery.isolation;

/// A text in a finished file.
///
/// @param place where it is, for a person to find it, such as `page 3` or `its bookmarks`
public record Passage(String place, String text) {}
