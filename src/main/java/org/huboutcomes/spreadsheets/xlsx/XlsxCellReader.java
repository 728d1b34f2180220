package org.huboutcomes.spreadsheets.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.FormulaError;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.DateSystem;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// Reads one cell of a worksheet part, typed by its `t` attribute and style.
final class XlsxCellReader {

    // Excel writes up to 1E308 with 17 digits; longer numbers do not come from a spreadsheet.
    private static final int NUMBER_CHARACTERS = 400;

    private final SharedStrings texts;
    private final CellFormats styles;
    private final DateSystem dates;

    XlsxCellReader(SharedStrings texts, CellFormats styles, DateSystem dates) {
        this.texts = texts;
        this.styles = styles;
        this.dates = dates;
    }

    /// Whether any cell of the workbook may be struck through.
    boolean areAnyStruck() {
        return styles.areAnyStruck();
    }

    /// Whether the cell whose `c` element starts here is struck through.
    boolean isStruck(XmlPart xml) {
        return styles.isStruck(XmlPart.whole(xml.attribute("s")));
    }

    /// Reads the cell whose `c` element starts here, to the end of that element.
    Cell read(XmlPart xml) throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean formula = false;
        String value = null;
        String inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (!xml.starts()) continue;
            switch (xml.name()) {
                case "f" -> formula = true;
                case "v" -> value = xml.text();
                case "is" -> inline = xml.richText();
                default -> {}
            }
        }
        if (inline != null) return new Cell.Text(inline);
        boolean text = "str".equals(type);
        if (formula && (value == null || value.isEmpty() && !text)) return new Cell.Uncalculated();
        if (value == null || value.isEmpty()) return Cell.BLANK;
        return typed(type == null ? "n" : type, value, style);
    }

    private Cell typed(String type, String value, @Nullable String style) {
        return switch (type) {
            case "s" -> shared(XmlPart.whole(value.strip()));
            case "str", "inlineStr" -> new Cell.Text(XmlEscapes.decoded(value));
            case "b" ->
                new Cell.Truth(value.strip().equals("1") || value.strip().equals("true"));
            case "e" -> new Cell.Broken(value);
            case "d" -> isoDate(value);
            default -> number(value, style);
        };
    }

    /// An index without a shared string is an error in this cell only.
    private Cell shared(int index) {
        String text = texts.get(index);
        return text == null ? new Cell.Broken(FormulaError.REF.getString()) : new Cell.Text(text);
    }

    private Cell number(String value, @Nullable String style) {
        BigDecimal number = exact(value.strip());
        // What is not a number stays text; the field type reports it.
        if (number == null) return new Cell.Text(value);
        CellFormats.Format format = styles.of(XmlPart.whole(style));
        String code = format.code();
        return format.date() && code != null ? dates.moment(number, code) : new Cell.Number(number, code);
    }

    private static @Nullable BigDecimal exact(String value) {
        if (value.length() > NUMBER_CHARACTERS) return null;
        try {
            BigDecimal number = new BigDecimal(value);
            return Math.abs((long) number.scale()) > NUMBER_CHARACTERS ? null : NumberFormat.shown(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Cell isoDate(String value) {
        try {
            return new Cell.Moment(moment(value.strip()));
        } catch (DateTimeParseException e) {
            return new Cell.Text(value);
        }
    }

    private static LocalDateTime moment(String value) {
        if (!value.contains("T"))
            return value.contains(":")
                    ? LocalTime.parse(value).atDate(LocalDate.of(1899, 12, 31))
                    : LocalDate.parse(value).atStartOfDay();
        return value.endsWith("Z") ? OffsetDateTime.parse(value).toLocalDateTime() : LocalDateTime.parse(value);
    }
}
