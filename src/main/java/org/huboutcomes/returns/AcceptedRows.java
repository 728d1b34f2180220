package org.huboutcomes.returns;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The accepted rows of one claim, packed end to end: a million may be in memory, in about a tenth of the space of
/// objects. Rows with equal values have equal bytes, so repeated rows are found here too.
final class AcceptedRows extends AbstractList<AcceptedRow> implements RandomAccess {

    private static final int SMALLEST_BLOCK = 1 << 12;
    private static final int DOUBLINGS = 8;
    private final int width;
    private final List<byte[]> blocks = new ArrayList<>();
    private final PackedValues row = new PackedValues();
    private int[] starts = new int[64];
    private int[] blockOf = new int[64];
    private int[] numbers = new int[64];
    private int[] table = new int[128];
    private int used;
    private int size;

    /// @param width the number of values in a row
    AcceptedRows(int width) {
        this.width = width;
    }

    /// Keeps a row, unless repeated rows count only once and an equal row is already there.
    boolean keep(int number, @Nullable Object[] values, boolean once) {
        row.pack(values);
        int hash = hash(row.bytes(), 0, row.length());
        if (once && isThere(hash)) return false;
        if (size == starts.length) grow();
        numbers[size] = number;
        store();
        size++;
        // Rows that may repeat are not looked up.
        if (once) enter(hash, size - 1);
        return true;
    }

    private void store() {
        int length = row.length();
        if (blocks.isEmpty() || used + length > blocks.get(blocks.size() - 1).length) {
            int next = SMALLEST_BLOCK << Math.min(blocks.size(), DOUBLINGS);
            blocks.add(new byte[Math.max(next, length)]);
            used = 0;
        }
        System.arraycopy(row.bytes(), 0, blocks.get(blocks.size() - 1), used, length);
        starts[size] = used;
        blockOf[size] = blocks.size() - 1;
        used += length;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, size * 2);
        blockOf = Arrays.copyOf(blockOf, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
    }

    private int hash(int kept) {
        return hash(blocks.get(blockOf[kept]), starts[kept], end(kept));
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) hash = 31 * hash + bytes[i];
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    /// The end of a row: the start of the next one in its block, or the end of the filled part of the block.
    private int end(int kept) {
        if (kept + 1 == size) return used;
        return blockOf[kept + 1] == blockOf[kept] ? starts[kept + 1] : scan(kept);
    }

    private int scan(int kept) {
        PackedValues.Unpacking values = unpack(kept);
        for (int i = 0; i < width; i++) values.value();
        return values.at();
    }

    private PackedValues.Unpacking unpack(int kept) {
        return row.unpack(blocks.get(blockOf[kept]), starts[kept]);
    }

    private boolean isThere(int hash) {
        int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) if (isSame(table[slot] - 1)) return true;
        return false;
    }

    private boolean isSame(int kept) {
        return Arrays.equals(blocks.get(blockOf[kept]), starts[kept], end(kept), row.bytes(), 0, row.length());
    }

    private void enter(int hash, int kept) {
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int earlier = 0; earlier < kept; earlier++) set(hash(earlier), earlier);
        }
        set(hash, kept);
    }

    private void set(int hash, int kept) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) slot = slot + 1 & mask;
        table[slot] = kept + 1;
    }

    @Override
    public AcceptedRow get(int kept) {
        if (kept < 0 || kept >= size) throw new IndexOutOfBoundsException(kept);
        PackedValues.Unpacking unpacking = unpack(kept);
        @Nullable Object[] values = new Object[width];
        for (int i = 0; i < width; i++) values[i] = unpacking.value();
        return new AcceptedRow(numbers[kept], values);
    }

    @Override
    public int size() {
        return size;
    }
}
