package org.huboutcomes.spreadsheets.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
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

    /// For a workbook without styles.
    static final CellFormats NONE = new CellFormats(List.of(), new BitSet());

    /// For a workbook whose styles are missing: a cell that refers to one of them cannot be read.
    static final CellFormats LOST = new CellFormats(List.of(), new BitSet());

    private static final Format PLAIN = new Format(null, false);

    private final List<Format> styles;
    private final BitSet struck;

    /// @param struck the styles whose font is struck through
    private CellFormats(List<Format> styles, BitSet struck) {
        this.styles = styles;
        this.struck = struck;
    }

    boolean areAnyStruck() {
        return !struck.isEmpty();
    }

    boolean isStruck(int style) {
        return style >= 0 && struck.get(style);
    }

    /// @param code null if it shows the plain number
    record Format(@Nullable String code, boolean date) {

        static Format of(@Nullable String code) {
            String kept = NumberFormat.orNull(code);
            return kept == null ? PLAIN : new Format(kept, NumberFormat.isDate(kept));
        }
    }

    static CellFormats read(InputStream part, ReadBudget budget) throws XMLStreamException {
        Map<Integer, Format> formats = new HashMap<>();
        List<Format> styles = new ArrayList<>();
        BitSet fonts = new BitSet();
        BitSet struck = new BitSet();
        try (XmlPart xml = new XmlPart(part, budget)) {
            boolean cells = false;
            boolean inFonts = false;
            int font = -1;
            while (xml.next() && !xml.ends("cellXfs")) {
                if (xml.starts("numFmt")) formats.put(number(xml, "numFmtId"), Format.of(xml.attribute("formatCode")));
                else if (xml.starts("fonts")) inFonts = true;
                else if (xml.ends("fonts")) inFonts = false;
                else if (inFonts && xml.starts("font")) font++;
                else if (inFonts && font >= 0 && xml.starts("strike")) fonts.set(font, isOn(xml.attribute("val")));
                else if (xml.starts("cellXfs")) cells = true;
                else if (cells && xml.starts("xf")) {
                    int of = number(xml, "fontId");
                    if (of >= 0 && fonts.get(of)) struck.set(styles.size());
                    styles.add(formats.computeIfAbsent(number(xml, "numFmtId"), CellFormats::builtIn));
                }
            }
        }
        return new CellFormats(styles, struck);
    }

    Format of(int style) {
        if (this == LOST && style > 0) throw new IllegalArgumentException("no styles");
        return style < 0 || style >= styles.size() ? PLAIN : styles.get(style);
    }

    private static boolean isOn(@Nullable String value) {
        return !"0".equals(value) && !"false".equals(value);
    }

    private static Format builtIn(int id) {
        return Format.of(BuiltinFormats.getBuiltinFormat(id));
    }

    private static int number(XmlPart xml, String attribute) {
        String value = xml.attribute(attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
