package org.huboutcomes.intake;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/// Which cell styles of a workbook show a number as a date.
final class Styles {

    static final Styles NONE = new Styles(new BitSet());

    private final BitSet dates;

    private Styles(BitSet dates) {
        this.dates = dates;
    }

    static Styles read(InputStream part, Budget budget) throws XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        BitSet dates = new BitSet();
        try (Xml xml = new Xml(part, budget)) {
            int style = -1;
            while (xml.next() && !xml.ends("cellXfs")) {
                if (xml.starts("numFmt")) formats.put(number(xml, "numFmtId"), format(xml));
                else if (xml.starts("cellXfs")) style = 0;
                else if (style >= 0 && xml.starts("xf")) dates.set(style++, isDate(number(xml, "numFmtId"), formats));
            }
        }
        return new Styles(dates);
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private static boolean isDate(int id, Map<Integer, String> formats) {
        return DateUtil.isADateFormat(id, formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id)));
    }

    private static int number(Xml xml, String attribute) {
        String value = xml.attribute(attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private static String format(Xml xml) {
        String code = xml.attribute("formatCode");
        // Excel allows 255 characters; the patterns that tell a date are slow on more.
        return code == null || code.length() > 255 ? "General" : code;
    }
}
