package org.huboutcomes.intake;

/// How large a dropped file may be, and how large what is packed inside it. A file beyond a limit is unreadable, so
/// that no file can take more memory than the night has.
///
/// @param bytes of the file as it was dropped
/// @param uncompressedBytes of everything read from one zip or workbook, unpacked
/// @param ratio of unpacked to packed bytes, beyond which a zip is taken for a bomb
/// @param columns of a sheet, up to the last that holds anything
/// @param rows of a sheet, up to the last that holds anything
/// @param cellCharacters of one cell
/// @param sharedCharacters of all the texts which a workbook keeps apart from its sheets, and which stay in memory
/// @param cells of one file that hold anything
/// @param seconds which the reading of one file may take, its checks included
/// @param findings told of one sheet; beyond it they are only counted, and the sheet is held
public record Limits(
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

    public Limits {
        if (bytes < 1 || uncompressedBytes < 1 || ratio < 1 || columns < 1 || rows < 1)
            throw new IllegalArgumentException("a limit is at least 1");
        if (cells < 1 || seconds < 1 || findings < 1) throw new IllegalArgumentException("a limit is at least 1");
        if (cellCharacters < 1 || sharedCharacters < cellCharacters)
            throw new IllegalArgumentException("the shared texts of a workbook hold at least one full cell");
    }

    /// Room for the largest register and every sheet Excel can hold in full; 32,767 is Excel's own limit for a cell.
    public static Limits standard() {
        return new Limits(
                100_000_000, 2_000_000_000, 100, 2_000, 2_000_000, 32_767, 50_000_000, 50_000_000, 300, 100_000);
    }
}
