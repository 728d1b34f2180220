package org.huboutcomes.returns;

/// A cell in which a return names a person.
///
/// @param address such as `F5`
/// @param text its content: a name or a reference
public record PersonCell(String sheet, String address, String text) {}
