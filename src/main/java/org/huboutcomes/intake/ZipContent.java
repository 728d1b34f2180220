package org.huboutcomes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// What a zip is: a workbook is one too.
enum ZipContent {
    WORKBOOK,
    OPEN_DOCUMENT,
    MEMBERS;

    // The lists of parts are read whole by the package reader, and no workbook needs more.
    private static final long PART_LIST_BYTES = 5_000_000;

    static ZipContent of(ZipSecureFile zip, String name, Limits limits) throws Unreadable, IOException {
        ZipContent content = MEMBERS;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) throw Reading.encrypted(name);
            if (entry.getName().equalsIgnoreCase("[Content_Types].xml")) content = WORKBOOK;
            else if (entry.getName().equals("mimetype")) content = OPEN_DOCUMENT;
        }
        if (content == WORKBOOK) checkPartLists(zip);
        return content;
    }

    private static void checkPartLists(ZipSecureFile zip) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries()))
            if (isPartList(entry.getName()))
                try (InputStream in = new Metered(zip.getInputStream(entry), PART_LIST_BYTES)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
    }

    private static boolean isPartList(String entry) {
        return entry.endsWith(".rels") || entry.startsWith("docProps/") || entry.equalsIgnoreCase("[Content_Types].xml");
    }
}
