package org.huboutcomes.spreadsheets.model;

/// Size limits of a dropped file and of its packed parts. A file over a limit is unreadable, so that no file can
/// use more memory than the program has.
///
/// @param bytes of the file as dropped
/// @param uncompressedBytes of everything read from one zip or workbook, unpacked
/// @param ratio of unpacked to packed bytes, above which a zip is treated as a zip bomb
/// @param columns of a sheet, up to the last with content
/// @param rows of a sheet, up to the last with content
/// @param cellCharacters of one cell
/// @param sharedCharacters of all shared strings of a workbook, which stay in memory
/// @param cells with content in one file
/// @param seconds for reading and checking one file
/// @param findings listed for one sheet; more are only counted, and the sheet is held
public record ReadLimits(
        long bytes,
        long uncompressedBytes,
        int ratio,
        int columns,
        int rows,
        int cellCharacters,
        long sharedCharacters,
        long cells,
        int seconds,
        int findings) {

    public ReadLimits {
        if (bytes < 1 || uncompressedBytes < 1 || ratio < 1 || columns < 1 || rows < 1)
            throw new IllegalArgumentException("a limit is at least 1");
        if (cells < 1 || seconds < 1 || findings < 1) throw new IllegalArgumentException("a limit is at least 1");
        if (cellCharacters < 1 || sharedCharacters < cellCharacters)
            throw new IllegalArgumentException("the shared texts of a workbook hold at least one full cell");
    }

    /// Enough for the largest register and any sheet that Excel can hold; 32,767 is Excel's limit for a cell.
    public static ReadLimits standard() {
        return new ReadLimits(
                100_000_000, 2_000_000_000, 100, 2_000, 2_000_000, 32_767, 50_000_000, 50_000_000, 300, 100_000);
    }
}
