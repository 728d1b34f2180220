package org.huboutcomes.intake;

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
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// A workbook in the XML format (.xlsx, .xlsm), transitional or strict. Its sheets are those which the workbook part
/// lists, found by their relationships; chart sheets hold no cells and are left out.
final class XlsxBook implements Book {

    private static final long SMALL_PART_BYTES = 20_000_000;
    private static final int LONGEST_RANGE = "$XFD$1048576:$XFD$1048576".length();

    private final String name;
    private final Budget budget;
    private final OPCPackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private DateSystem dates = DateSystem.FROM_1900;
    private @Nullable CellReader cells;

    private XlsxBook(OPCPackage parts, String name, Budget budget) {
        this.parts = parts;
        this.name = name;
        this.budget = budget;
    }

    /// The book takes the zip over, and closes it also when it cannot be read.
    static XlsxBook open(ZipEntrySource zip, String name, Budget budget) throws Unreadable {
        XlsxBook book = Reading.of(name, () -> new XlsxBook(OPCPackage.open(zip), name, budget));
        try {
            Reading.of(name, book::read);
            return book;
        } catch (Unreadable e) {
            book.close();
            throw e;
        }
    }

    private Object read() throws Unreadable, IOException, XMLStreamException, OpenXML4JException {
        readSheets(workbook());
        return this;
    }

    /// Read with the first sheet: who only asks for the names of the sheets need not hold their texts.
    private CellReader cells(PackagePart workbook) throws IOException, XMLStreamException, InvalidFormatException {
        if (cells == null) {
            Optional<PackagePart> shared = related(workbook, "/sharedStrings");
            Optional<PackagePart> style = related(workbook, "/styles");
            SharedTexts texts = shared.isEmpty() ? SharedTexts.NONE : SharedTexts.read(whole(shared.get()), budget);
            Styles styles = style.isEmpty() ? Styles.NONE : Styles.read(small(style.get()), budget);
            cells = new CellReader(texts, styles, dates);
        }
        return cells;
    }

    private PackagePart workbook() throws Unreadable, InvalidFormatException {
        for (PackageRelationship relationship : parts.getRelationships()) {
            if (!relationship.getRelationshipType().endsWith("/officeDocument")) continue;
            PackagePart part = parts.getPart(relationship);
            if (part == null) continue;
            String type = part.getContentType();
            if (type.contains("sheet.binary")) throw Refusal.binaryWorkbook(name);
            if (type.contains("sheet.") || type.contains("spreadsheet") || type.contains("template.main")) return part;
            throw Refusal.notASpreadsheet(name);
        }
        throw Refusal.damaged(name);
    }

    private void readSheets(PackagePart workbook) throws IOException, XMLStreamException, InvalidFormatException {
        try (Xml xml = new Xml(small(workbook), budget)) {
            while (xml.next() && !xml.ends("sheets")) {
                if (xml.starts("workbookPr") && xml.flag("date1904")) dates = DateSystem.FROM_1904;
                else if (xml.starts("sheet")) addSheet(workbook, xml);
            }
        }
    }

    private void addSheet(PackagePart workbook, Xml xml) throws InvalidFormatException {
        String id = xml.attribute("id", "/relationships");
        String sheet = String.valueOf(xml.attribute("name"));
        String state = xml.attribute("state");
        boolean hidden = state != null && !state.equals("visible");
        PackageRelationship relationship = id == null ? null : workbook.getRelationship(id);
        if (relationship == null) sheets.add(new LostSheet(sheet, hidden, Refusal.damaged(name + " > " + sheet)));
        else if (relationship.getRelationshipType().endsWith("/worksheet"))
            sheets.add(new XlsxSheet(sheet, hidden, workbook, relationship));
    }

    private Optional<PackagePart> related(PackagePart workbook, String type) throws InvalidFormatException {
        for (PackageRelationship relationship : workbook.getRelationships())
            if (relationship.getRelationshipType().endsWith(type))
                return Optional.ofNullable(workbook.getRelatedPart(relationship));
        return Optional.empty();
    }

    /// A part that fails at its end if its bytes are not those that were packed: a letter that has turned into another
    /// is no damage to the eye.
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

    /// A part whose content stays in memory, and is small in every real workbook.
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
        public Rows rows() throws Unreadable {
            return Reading.of(place(), () -> new XlsxRows(xml(), place(), budget, cells(workbook)));
        }

        @Override
        public MergedCells merged() throws Unreadable {
            return Reading.of(place(), () -> {
                MergedCells merged = new MergedCells();
                try (Xml xml = xml()) {
                    while (xml.next()) if (xml.starts("mergeCell")) add(merged, xml.attribute("ref"));
                }
                return merged;
            });
        }

        private static void add(MergedCells merged, @Nullable String address) throws Metered.Exceeded {
            if (address == null || address.length() > LONGEST_RANGE) return;
            CellRangeAddress range = CellRangeAddress.valueOf(address);
            merged.add(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn());
        }

        private Xml xml() throws Unreadable, IOException, XMLStreamException, InvalidFormatException {
            PackagePart part = workbook.getRelatedPart(relationship);
            if (part == null) throw Refusal.damaged(place());
            return new Xml(whole(part), budget);
        }

        private String place() {
            return name + " > " + sheet;
        }
    }
}
