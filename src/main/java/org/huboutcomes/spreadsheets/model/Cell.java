package org.huboutcomes.spreadsheets.model;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.huboutcomes.files.ControlChars;
import org.jspecify.annotations.Nullable;

/// The content of a cell, typed as in the file. Numbers have the 15 digits that a spreadsheet shows.
public sealed interface Cell {

    Cell BLANK = new Blank();

    record Blank() implements Cell {}

    record Text(String text) implements Cell {}

    /// @param format the number format of the cell; null if it shows the plain number
    record Number(BigDecimal value, @Nullable String format) implements Cell {

        public Number(BigDecimal value) {
            this(value, null);
        }
    }

    /// A date or time of day, converted from the workbook's date system (1900 or 1904).
    ///
    /// @param format the number format of the cell, if it has one
    record Moment(LocalDateTime value, @Nullable String format) implements Cell {

        public Moment(LocalDateTime value) {
            this(value, null);
        }
    }

    record Truth(boolean value) implements Cell {}

    /// A cell that shows an error value, such as `#REF!`.
    record Broken(String errorValue) implements Cell {}

    /// A formula without a stored result. Formulas are never evaluated here.
    record Uncalculated() implements Cell {}

    /// No visible content.
    default boolean isBlank() {
        return this instanceof Blank || this instanceof Text text && !ControlChars.isAnyIn(text.text());
    }
}
