package org.huboutcomes.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// What one cell of a sheet holds, typed as the file types it and never rounded.
public sealed interface Cell {

    Cell BLANK = new Blank();

    record Blank() implements Cell {}

    record Text(String text) implements Cell {}

    record Number(BigDecimal value) implements Cell {}

    /// A date or a time of day, already turned from the workbook's own date system (1900 or 1904).
    record Moment(LocalDateTime value) implements Cell {}

    record Truth(boolean value) implements Cell {}

    /// A cell that shows an error value, such as `#REF!`.
    record Broken(String errorValue) implements Cell {}

    /// A formula that was never calculated, so that the file holds no value for it. Formulas are never evaluated here.
    record Uncalculated() implements Cell {}

    /// Nothing at all, or nothing that anybody sees.
    default boolean isBlank() {
        return this instanceof Blank || this instanceof Text text && !Visible.isAnyIn(text.text());
    }
}
