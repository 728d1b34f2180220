package org.huboutcomes.intake;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The rows of one worksheet part, pulled one by one. An address that is left out, or is none, is counted on, as Excel
/// does.
final class XlsxRows implements Rows {

    private final Xml xml;
    private final String place;
    private final Line line;
    private final CellReader cells;
    private final BitSet hidden = new BitSet();
    private final int columns;
    private int number;
    private boolean done;
    private boolean whole;

    XlsxRows(Xml xml, String place, Budget budget, CellReader cells) {
        this.xml = xml;
        this.place = place;
        this.cells = cells;
        this.columns = budget.limits().columns();
        this.line = new Line(place, budget);
    }

    @Override
    public @Nullable Row next() throws Unreadable {
        return Reading.of(place, () -> Optional.ofNullable(read())).orElse(null);
    }

    private @Nullable Row read() throws XMLStreamException, Unreadable, IOException {
        while (!done && xml.next()) {
            if (xml.starts("row")) {
                Row row = readRow();
                if (row != null) return row;
            } else if (xml.starts("col") && xml.flag("hidden")) hide();
            else if (xml.ends("sheetData")) done = true;
        }
        if (!whole) xml.readOn();
        whole = true;
        return null;
    }

    private void hide() {
        int first = Xml.whole(xml.attribute("min"));
        int last = Math.min(Xml.whole(xml.attribute("max")), columns);
        if (first >= 1 && last >= first) hidden.set(first - 1, last);
    }

    @Override
    public BitSet hiddenColumns() {
        return hidden;
    }

    private @Nullable Row readRow() throws XMLStreamException, Unreadable, Budget.Late {
        int address = Xml.whole(xml.attribute("r"));
        int given = address < 1 ? number + 1 : address;
        if (given <= number) throw Refusal.damaged(place);
        number = given;
        boolean hidden = xml.flag("hidden");
        int column = 0;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) continue;
            int addressed = column(xml.attribute("r"));
            if (addressed >= 0) column = addressed;
            line.put(column++, cells.read(xml));
        }
        return line.take(number, hidden);
    }

    /// The column of an address: `C14` is in column 2. The number of its row is that of the row it stands in. -1 for
    /// what is no address.
    private static int column(@Nullable String address) {
        if (address == null) return -1;
        int column = 0;
        for (int i = 0; i < address.length() && i < 4 && isLetter(address.charAt(i)); i++)
            column = column * 26 + (address.charAt(i) & 0x1f);
        return column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    @Override
    public void close() {
        xml.close();
    }
}
