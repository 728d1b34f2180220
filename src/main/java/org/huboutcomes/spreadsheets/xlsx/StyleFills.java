package org.huboutcomes.spreadsheets.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.hssf.util.HSSFColor;
import org.huboutcomes.spreadsheets.model.CellFills;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.jspecify.annotations.Nullable;

/// The fill colours of the cell styles of a workbook. Theme colours are taken from Excel's default theme.
final class StyleFills {

    private static final int[] THEME = {
        0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x5B9BD5, 0x70AD47
    };

    private final List<OptionalInt> styles = new ArrayList<>();

    static StyleFills read(InputStream part, ReadBudget budget) throws XMLStreamException {
        StyleFills read = new StyleFills();
        List<OptionalInt> fills = new ArrayList<>();
        try (XmlPart xml = new XmlPart(part, budget)) {
            boolean inFills = false;
            boolean inCells = false;
            boolean solid = false;
            while (xml.next() && !xml.ends("cellXfs")) {
                if (xml.starts("fills")) inFills = true;
                else if (xml.ends("fills")) inFills = false;
                else if (xml.starts("cellXfs")) inCells = true;
                else if (inFills && xml.starts("fill")) fills.add(OptionalInt.empty());
                else if (inFills && xml.starts("patternFill")) solid = "solid".equals(xml.attribute("patternType"));
                else if (inFills && solid && xml.starts("fgColor")) fills.set(fills.size() - 1, colour(xml));
                else if (inCells && xml.starts("xf")) read.styles.add(fill(fills, xml.attribute("fillId")));
            }
        }
        return read;
    }

    private static OptionalInt fill(List<OptionalInt> fills, @Nullable String id) {
        int index = id == null ? 0 : XmlPart.whole(id);
        return index < 0 || index >= fills.size() ? OptionalInt.empty() : fills.get(index);
    }

    private static OptionalInt colour(XmlPart xml) {
        String rgb = xml.attribute("rgb");
        if (rgb != null && rgb.matches("(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}"))
            return OptionalInt.of(Integer.parseInt(rgb.substring(rgb.length() - 6), 16));
        String theme = xml.attribute("theme");
        if (theme != null) {
            int index = XmlPart.whole(theme);
            return index < 0 || index >= THEME.length ? OptionalInt.empty() : OptionalInt.of(THEME[index]);
        }
        String indexed = xml.attribute("indexed");
        HSSFColor colour = indexed == null ? null : HSSFColor.getIndexHash().get(XmlPart.whole(indexed));
        if (colour == null) return OptionalInt.empty();
        short[] parts = colour.getTriplet();
        return OptionalInt.of(parts[0] << 16 | parts[1] << 8 | parts[2]);
    }

    void put(CellFills fills, int row, int column, @Nullable String style) {
        if (style == null) return;
        int index = XmlPart.whole(style);
        if (index >= 0 && index < styles.size()) styles.get(index).ifPresent(rgb -> fills.put(row, column, rgb));
    }
}
