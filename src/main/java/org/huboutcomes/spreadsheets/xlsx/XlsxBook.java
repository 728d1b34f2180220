package org.huboutcomes.spreadsheets.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.io.input.ChecksumInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.CellFills;
import org.huboutcomes.spreadsheets.model.DateSystem;
import org.huboutcomes.spreadsheets.model.LimitExceededException;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.huboutcomes.spreadsheets.model.UnreadableSheet;
import org.jspecify.annotations.Nullable;

/// A workbook in the XML format (.xlsx, .xlsm), transitional or strict. Its sheets are those listed in the workbook
/// part; chart sheets have no cells and are left out.
public final class XlsxBook implements Book {

    private static final long SMALL_PART_BYTES = 20_000_000;
    private static final int LONGEST_RANGE = "$XFD$1048576:$XFD$1048576".length();

    private final String name;
    private final ReadBudget budget;
    private final OPCPackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private DateSystem dates = DateSystem.FROM_1900;
    private @Nullable XlsxCellReader cells;

    private XlsxBook(OPCPackage parts, String name, ReadBudget budget) {
        this.parts = parts;
        this.name = name;
        this.budget = budget;
    }

    /// The book owns the zip and closes it, even if opening fails.
    public static XlsxBook open(ZipEntrySource zip, String name, ReadBudget budget) throws UnreadableException {
        XlsxBook book = ReadOperation.of(name, () -> new XlsxBook(OPCPackage.open(zip), name, budget));
        try {
            ReadOperation.of(name, book::read);
            return book;
        } catch (UnreadableException e) {
            book.close();
            throw e;
        }
    }

    private Object read() throws UnreadableException, IOException, XMLStreamException, OpenXML4JException {
        readSheets(workbook());
        return this;
    }

    /// Loaded with the first sheet, so that listing sheet names needs no shared strings.
    private XlsxCellReader cells(PackagePart workbook) throws IOException, XMLStreamException, InvalidFormatException {
        if (cells == null) {
            Optional<PackagePart> shared = related(workbook, "/sharedStrings");
            Optional<PackagePart> style = related(workbook, "/styles");
            SharedStrings texts =
                    shared.isEmpty() ? SharedStrings.NONE : SharedStrings.read(whole(shared.get()), budget);
            CellFormats styles = style.isPresent()
                    ? CellFormats.read(small(style.get()), budget)
                    : isRelated(workbook, "/styles") ? CellFormats.LOST : CellFormats.NONE;
            cells = new XlsxCellReader(texts, styles, dates);
        }
        return cells;
    }

    private PackagePart workbook() throws UnreadableException, InvalidFormatException {
        for (PackageRelationship relationship : parts.getRelationships()) {
            if (!relationship.getRelationshipType().endsWith("/officeDocument")) continue;
            PackagePart part = parts.getPart(relationship);
            if (part == null) continue;
            String type = part.getContentType();
            if (type.contains("sheet.binary")) throw UnreadableException.binaryWorkbook(name);
            if (type.contains("sheet.") || type.contains("spreadsheet") || type.contains("template.main")) return part;
            throw UnreadableException.notASpreadsheet(name);
        }
        throw UnreadableException.damaged(name);
    }

    private void readSheets(PackagePart workbook) throws IOException, XMLStreamException, InvalidFormatException {
        try (XmlPart xml = new XmlPart(small(workbook), budget)) {
            while (xml.next() && !xml.ends("sheets")) {
                if (xml.starts("workbookPr") && xml.flag("date1904")) dates = DateSystem.FROM_1904;
                else if (xml.starts("sheet")) addSheet(workbook, xml);
            }
        }
    }

    private void addSheet(PackagePart workbook, XmlPart xml) throws InvalidFormatException {
        String id = xml.attribute("id", "/relationships");
        String sheet = String.valueOf(xml.attribute("name"));
        String state = xml.attribute("state");
        boolean hidden = state != null && !state.equals("visible");
        PackageRelationship relationship = id == null ? null : workbook.getRelationship(id);
        if (relationship == null)
            sheets.add(new UnreadableSheet(sheet, hidden, UnreadableException.damaged(name + " > " + sheet)));
        else if (relationship.getRelationshipType().endsWith("/worksheet"))
            sheets.add(new XlsxSheet(sheet, hidden, workbook, relationship));
    }

    private Optional<PackagePart> related(PackagePart workbook, String type) throws InvalidFormatException {
        for (PackageRelationship relationship : workbook.getRelationships())
            if (relationship.getRelationshipType().endsWith(type)) return part(workbook, relationship);
        return Optional.empty();
    }

    private static boolean isRelated(PackagePart workbook, String type) throws InvalidFormatException {
        for (PackageRelationship relationship : workbook.getRelationships())
            if (relationship.getRelationshipType().endsWith(type)) return true;
        return false;
    }

    /// The part that a relationship names; empty if it is missing, because cells may not need it.
    private Optional<PackagePart> part(PackagePart from, PackageRelationship relationship)
            throws InvalidFormatException {
        if (relationship.getTargetMode() == TargetMode.EXTERNAL) return Optional.empty();
        PackagePartName name = PackagingURIHelper.createPartName(
                PackagingURIHelper.resolvePartUri(from.getPartName().getURI(), relationship.getTargetURI()));
        return Optional.ofNullable(parts.getPart(name));
    }

    /// A stream that checks the CRC at its end, because a changed letter would not be noticed otherwise.
    private static InputStream whole(PackagePart part) throws IOException {
        ZipArchiveEntry packed = part instanceof ZipPackagePart zipped ? zipped.getZipArchive() : null;
        InputStream in = part.getInputStream();
        return packed == null || packed.getCrc() < 0
                ? in
                : ChecksumInputStream.builder()
                        .setInputStream(in)
                        .setChecksum(new CRC32())
                        .setExpectedChecksumValue(packed.getCrc())
                        .setCountThreshold(packed.getSize())
                        .get();
    }

    /// A part whose content stays in memory; it is small in every real workbook.
    private InputStream small(PackagePart part) throws IOException {
        return budget.metered(whole(part), SMALL_PART_BYTES);
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() {
        parts.revert();
    }

    private final class XlsxSheet implements Sheet {

        private final String sheet;
        private final boolean hidden;
        private final PackagePart workbook;
        private final PackageRelationship relationship;

        XlsxSheet(String sheet, boolean hidden, PackagePart workbook, PackageRelationship relationship) {
            this.sheet = sheet;
            this.hidden = hidden;
            this.workbook = workbook;
            this.relationship = relationship;
        }

        @Override
        public String name() {
            return sheet;
        }

        @Override
        public boolean hidden() {
            return hidden;
        }

        @Override
        public Rows rows() throws UnreadableException {
            return ReadOperation.of(place(), () -> new XlsxRows(xml(), place(), budget, cells(workbook)));
        }

        @Override
        public MergedCells merged() throws UnreadableException {
            return ReadOperation.of(place(), () -> {
                MergedCells merged = new MergedCells();
                try (XmlPart xml = xml()) {
                    while (xml.next()) if (xml.starts("mergeCell")) add(merged, xml.attribute("ref"));
                }
                return merged;
            });
        }

        @Override
        public CellFills fills() throws UnreadableException {
            return ReadOperation.of(place(), () -> {
                Optional<PackagePart> style = related(workbook, "/styles");
                if (style.isEmpty()) return CellFills.NONE;
                StyleFills styles = StyleFills.read(small(style.get()), budget);
                CellFills fills = new CellFills();
                int row = 0;
                int column = -1;
                try (XmlPart xml = xml()) {
                    while (xml.next() && !xml.ends("sheetData")) {
                        if (xml.starts("row")) {
                            String number = xml.attribute("r");
                            row = number == null ? row + 1 : XmlPart.whole(number);
                            column = -1;
                        } else if (xml.starts("c")) {
                            String address = xml.attribute("r");
                            column = address == null || address.length() > LONGEST_RANGE
                                    ? column + 1
                                    : new CellReference(address).getCol();
                            styles.put(fills, row, column, xml.attribute("s"));
                        }
                    }
                }
                return fills;
            });
        }

        private static void add(MergedCells merged, @Nullable String address) throws LimitExceededException {
            if (address == null || address.length() > LONGEST_RANGE) return;
            CellRangeAddress range = CellRangeAddress.valueOf(address);
            merged.add(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn());
        }

        private XmlPart xml() throws UnreadableException, IOException, XMLStreamException, InvalidFormatException {
            Optional<PackagePart> part = part(workbook, relationship);
            if (part.isEmpty()) throw UnreadableException.damaged(place());
            return new XmlPart(whole(part.get()), budget);
        }

        private String place() {
            return name + " > " + sheet;
        }
    }
}
