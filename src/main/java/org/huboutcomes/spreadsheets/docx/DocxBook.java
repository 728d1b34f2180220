package org.huboutcomes.spreadsheets.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.DocumentParts;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// A text document (.docx) as one sheet with the name of the file. It is loaded whole, so its parts are limited.
public final class DocxBook implements Book {

    // Loaded markup takes about ten times its size.
    private static final long PART_BYTES = 10_000_000;
    private static final long ALL_PARTS_BYTES = 30_000_000;

    private final DocumentSheet sheet;

    private DocxBook(DocumentSheet sheet) {
        this.sheet = sheet;
    }

    /// Reads the whole document and closes the zip.
    ///
    /// @throws UnreadableException if it is damaged, too large, or has no text
    public static DocxBook open(ZipSecureFile zip, String name, ReadBudget budget)
            throws UnreadableException, IOException {
        checkSizes(zip, name, budget);
        DocxRows read = ReadOperation.of(name, () -> read(zip, name, budget));
        if (read.rows().isEmpty()) throw UnreadableException.documentWithoutText(name);
        return new DocxBook(new DocumentSheet(name, read.rows(), read.parts()));
    }

    private static void checkSizes(ZipSecureFile zip, String name, ReadBudget budget)
            throws UnreadableException, IOException {
        long all = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) continue;
            try (InputStream in = budget.metered(zip.getInputStream(entry), PART_BYTES)) {
                all += in.transferTo(OutputStream.nullOutputStream());
            }
            if (all > ALL_PARTS_BYTES) throw UnreadableException.tooLarge(name);
        }
    }

    private static DocxRows read(ZipSecureFile zip, String name, ReadBudget budget)
            throws UnreadableException, IOException, OpenXML4JException {
        try (OPCPackage parts = OPCPackage.open(new ZipFileZipEntrySource(zip));
                XWPFDocument document = new XWPFDocument(parts)) {
            DocxRows rows = new DocxRows(document, name, budget);
            rows.read();
            // Closing a package that was read would try to write it.
            parts.revert();
            return rows;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(sheet);
    }

    @Override
    public void close() {}

    private record DocumentSheet(String name, List<Row> all, DocumentParts parts) implements Sheet {

        @Override
        public boolean hidden() {
            return false;
        }

        @Override
        public Optional<DocumentParts> document() {
            return Optional.of(parts);
        }

        @Override
        public Rows rows() {
            Iterator<Row> next = all.iterator();
            return new Rows() {
                @Override
                public @Nullable Row next() {
                    return next.hasNext() ? next.next() : null;
                }

                @Override
                public void close() {}
            };
        }
    }
}
