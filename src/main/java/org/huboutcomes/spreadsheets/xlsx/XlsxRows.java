package org.huboutcomes.spreadsheets.xlsx;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowBuilder;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The rows of one worksheet part, read one by one. A cell with a missing or invalid address is taken as the next
/// in order, as in Excel.
final class XlsxRows implements Rows {

    private final XmlPart xml;
    private final String place;
    private final RowBuilder line;
    private final XlsxCellReader cells;
    private final BitSet hidden = new BitSet();
    private final int columns;
    private final BitSet struckRows = new BitSet();
    private final boolean anyStruck;
    private int number;
    private boolean done;
    private boolean whole;

    XlsxRows(XmlPart xml, String place, ReadBudget budget, XlsxCellReader cells) {
        this.xml = xml;
        this.place = place;
        this.cells = cells;
        this.columns = budget.limits().columns();
        this.anyStruck = cells.areAnyStruck();
        this.line = new RowBuilder(place, budget);
    }

    @Override
    public @Nullable Row next() throws UnreadableException {
        return ReadOperation.of(place, () -> Optional.ofNullable(read())).orElse(null);
    }

    private @Nullable Row read() throws XMLStreamException, UnreadableException, IOException {
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
        int first = XmlPart.whole(xml.attribute("min"));
        int last = Math.min(XmlPart.whole(xml.attribute("max")), columns);
        if (first >= 1 && last >= first) hidden.set(first - 1, last);
    }

    @Override
    public BitSet struckRows() {
        return struckRows;
    }

    @Override
    public BitSet hiddenColumns() {
        return hidden;
    }

    private @Nullable Row readRow() throws XMLStreamException, UnreadableException, ReadBudget.Late {
        int address = XmlPart.whole(xml.attribute("r"));
        int given = address < 1 ? number + 1 : address;
        if (given <= number) throw UnreadableException.damaged(place);
        number = given;
        boolean hidden = xml.flag("hidden");
        int column = 0;
        boolean allStruck = anyStruck;
        boolean filled = false;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) continue;
            int addressed = column(xml.attribute("r"));
            if (addressed >= 0) column = addressed;
            boolean struck = allStruck && cells.isStruck(xml);
            Cell cell = cells.read(xml);
            if (allStruck && !cell.isBlank()) {
                filled = true;
                allStruck = struck;
            }
            line.put(column++, cell);
        }
        if (allStruck && filled) struckRows.set(number);
        return line.take(number, hidden);
    }

    /// The column of an address: `C14` is column 2; -1 if it is not an address. The row number comes from the row
    /// element.
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
