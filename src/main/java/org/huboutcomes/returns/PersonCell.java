package org.huboutcomes.returns;

/// A cell in which a return names a person.
///
/// @param address such as `F5`
/// @param text what it holds: a name or a reference
public record PersonCell(String sheet, String address, String text) {}
