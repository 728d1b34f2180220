package org.huboutcomes.spreadsheets.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// The content of a zip; a workbook is a zip too.
public enum ZipContent {
    WORKBOOK,
    TEXT_DOCUMENT,
    OPEN_DOCUMENT,
    MEMBERS;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    // The package reader loads the part lists whole, and no workbook needs more.
    private static final long PART_LIST_BYTES = 5_000_000;

    public static ZipContent of(ZipSecureFile zip, String name, ReadBudget budget)
            throws UnreadableException, IOException {
        ZipContent content = MEMBERS;
        boolean ofText = false;
        boolean ofSheets = false;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) throw UnreadableException.encrypted(name);
            ofText |= entry.getName().startsWith("word/");
            ofSheets |= entry.getName().startsWith("xl/work");
            if (isOfAWorkbook(entry.getName())) content = WORKBOOK;
            else if (entry.getName().equals("mimetype")) return OPEN_DOCUMENT;
        }
        if (content == WORKBOOK) checkPartLists(zip, budget);
        return content == WORKBOOK && ofText && !ofSheets ? TEXT_DOCUMENT : content;
    }

    private static void checkPartLists(ZipSecureFile zip, ReadBudget budget) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries()))
            if (isPartList(entry.getName()))
                try (InputStream in = budget.metered(zip.getInputStream(entry), PART_LIST_BYTES)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
    }

    /// A workbook without its content types is a damaged workbook, not a zip of XML files.
    private static boolean isOfAWorkbook(String entry) {
        return entry.equalsIgnoreCase(CONTENT_TYPES) || entry.startsWith("xl/work");
    }

    private static boolean isPartList(String entry) {
        return entry.endsWith(".rels") || entry.startsWith("docProps/") || entry.equalsIgnoreCase(CONTENT_TYPES);
    }
}
