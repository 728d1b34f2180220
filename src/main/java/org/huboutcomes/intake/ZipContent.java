package org.huboutcomes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// What a zip is: a workbook is one too.
enum ZipContent {
    WORKBOOK,
    OPEN_DOCUMENT,
    MEMBERS;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    // The lists of parts are read whole by the package reader, and no workbook needs more.
    private static final long PART_LIST_BYTES = 5_000_000;

    static ZipContent of(ZipSecureFile zip, String name, Budget budget) throws Unreadable, IOException {
        ZipContent content = MEMBERS;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) throw Refusal.encrypted(name);
            if (isOfAWorkbook(entry.getName())) content = WORKBOOK;
            else if (entry.getName().equals("mimetype")) return OPEN_DOCUMENT;
        }
        if (content == WORKBOOK) checkPartLists(zip, budget);
        return content;
    }

    private static void checkPartLists(ZipSecureFile zip, Budget budget) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries()))
            if (isPartList(entry.getName()))
                try (InputStream in = budget.metered(zip.getInputStream(entry), PART_LIST_BYTES)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
    }

    /// A workbook that lost its list of parts is a damaged workbook, not a zip of XML files.
    private static boolean isOfAWorkbook(String entry) {
        return entry.equalsIgnoreCase(CONTENT_TYPES) || entry.startsWith("xl/work");
    }

    private static boolean isPartList(String entry) {
        return entry.endsWith(".rels") || entry.startsWith("docProps/") || entry.equalsIgnoreCase(CONTENT_TYPES);
    }
}
