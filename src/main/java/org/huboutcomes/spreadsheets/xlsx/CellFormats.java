package org.huboutcomes.spreadsheets.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.jspecify.annotations.Nullable;

/// The number formats of the cell styles of a workbook.
final class CellFormats {

    /// Of a workbook that has no styles.
    static final CellFormats NONE = new CellFormats(List.of());

    /// Of a workbook whose styles are lost: a cell that has one of them cannot be read.
    static final CellFormats LOST = new CellFormats(List.of());

    private static final Format PLAIN = new Format(null, false);

    private final List<Format> styles;

    private CellFormats(List<Format> styles) {
        this.styles = styles;
    }

    /// @param code null where it shows the plain number
    record Format(@Nullable String code, boolean date) {

        static Format of(@Nullable String code) {
            String kept = NumberFormat.orNull(code);
            return kept == null ? PLAIN : new Format(kept, NumberFormat.isDate(kept));
        }
    }

    static CellFormats read(InputStream part, ReadBudget budget) throws XMLStreamException {
        Map<Integer, Format> formats = new HashMap<>();
        List<Format> styles = new ArrayList<>();
        try (XmlPart xml = new XmlPart(part, budget)) {
            boolean cells = false;
            while (xml.next() && !xml.ends("cellXfs")) {
                if (xml.starts("numFmt")) formats.put(number(xml, "numFmtId"), Format.of(xml.attribute("formatCode")));
                else if (xml.starts("cellXfs")) cells = true;
                else if (cells && xml.starts("xf"))
                    styles.add(formats.computeIfAbsent(number(xml, "numFmtId"), CellFormats::builtIn));
            }
        }
        return new CellFormats(styles);
    }

    Format of(int style) {
        if (this == LOST && style > 0) throw new IllegalArgumentException("no styles");
        return style < 0 || style >= styles.size() ? PLAIN : styles.get(style);
    }

    private static Format builtIn(int id) {
        return Format.of(BuiltinFormats.getBuiltinFormat(id));
    }

    private static int number(XmlPart xml, String attribute) {
        String value = xml.attribute(attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
