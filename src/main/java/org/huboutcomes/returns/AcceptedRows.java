package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.huboutcomes.returns.Claim.AcceptedRow;
import org.jspecify.annotations.Nullable;

/// The accepted rows of one claim, packed end to end: a million of them are held at once, in about a tenth of the
/// memory of as many objects. Rows with equal values have equal bytes, so what is repeated is found here too.
final class AcceptedRows extends AbstractList<AcceptedRow> implements RandomAccess {

    private static final int SMALLEST_BLOCK = 1 << 12;
    private static final int DOUBLINGS = 8;
    private static final int WORDS = 4_096;
    private static final int LONGEST_WORD = 64;

    private static final byte NULL = 0;
    private static final byte INTEGER = 1;
    private static final byte WORD = 2;
    private static final byte TEXT = 3;
    private static final byte DATE = 4;
    private static final byte DECIMAL = 5;

    private final int width;
    private final List<byte[]> blocks = new ArrayList<>();
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] blockOf = new int[64];
    private int[] numbers = new int[64];
    private int[] table = new int[128];
    private byte[] packed = new byte[256];
    private int length;
    private int used;
    private int size;

    /// @param width how many values a row has
    AcceptedRows(int width) {
        this.width = width;
    }

    /// Keeps a row, unless it is to count once only and its like is there already.
    boolean keep(int number, @Nullable Object[] values, boolean once) {
        length = 0;
        for (Object value : values) pack(value);
        int hash = hash();
        if (once && isThere(hash)) return false;
        if (size == starts.length) grow();
        numbers[size] = number;
        store();
        size++;
        // Rows that may repeat need not be found again.
        if (once) enter(hash, size - 1);
        return true;
    }

    private void pack(@Nullable Object value) {
        if (value == null) put(NULL);
        else if (value instanceof Integer number) tagged(INTEGER, (number << 1) ^ (number >> 31));
        else if (value instanceof String text) pack(text);
        else if (value instanceof LocalDate date) {
            int day = Math.toIntExact(date.toEpochDay());
            tagged(DATE, (day << 1) ^ (day >> 31));
        } else if (value instanceof BigDecimal decimal) {
            tagged(DECIMAL, decimal.scale());
            bytes(decimal.unscaledValue().toByteArray());
        } else throw new IllegalArgumentException("no field holds a " + value.getClass());
    }

    /// Words that come again are kept once. A word has one form for good, since none is ever forgotten.
    private void pack(String text) {
        Integer word = wordNumbers.get(text);
        if (word == null && words.size() < WORDS && text.length() <= LONGEST_WORD) {
            word = words.size();
            words.add(text);
            wordNumbers.put(text, word);
        }
        if (word != null) tagged(WORD, word);
        else {
            put(TEXT);
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void tagged(byte tag, int number) {
        put(tag);
        varint(number);
    }

    private void bytes(byte[] bytes) {
        varint(bytes.length);
        if (length + bytes.length > packed.length) packed = Arrays.copyOf(packed, (length + bytes.length) * 2);
        System.arraycopy(bytes, 0, packed, length, bytes.length);
        length += bytes.length;
    }

    private void varint(int number) {
        int left = number;
        while ((left & ~0x7f) != 0) {
            put((byte) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        put((byte) left);
    }

    private void put(byte b) {
        if (length == packed.length) packed = Arrays.copyOf(packed, length * 2);
        packed[length++] = b;
    }

    private void store() {
        if (blocks.isEmpty() || used + length > blocks.get(blocks.size() - 1).length) {
            int next = SMALLEST_BLOCK << Math.min(blocks.size(), DOUBLINGS);
            blocks.add(new byte[Math.max(next, length)]);
            used = 0;
        }
        System.arraycopy(packed, 0, blocks.get(blocks.size() - 1), used, length);
        starts[size] = used;
        blockOf[size] = blocks.size() - 1;
        used += length;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, size * 2);
        blockOf = Arrays.copyOf(blockOf, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
    }

    private int hash() {
        int hash = 1;
        for (int i = 0; i < length; i++) hash = 31 * hash + packed[i];
        return spread(hash);
    }

    private int hash(int row) {
        byte[] block = blocks.get(blockOf[row]);
        int hash = 1;
        for (int i = starts[row]; i < end(row); i++) hash = 31 * hash + block[i];
        return spread(hash);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    /// A row ends where the next of its block begins, or where its block was filled to.
    private int end(int row) {
        if (row + 1 < size) {
            if (blockOf[row + 1] == blockOf[row]) return starts[row + 1];
            return scan(row);
        }
        return used;
    }

    private int scan(int row) {
        Cursor cursor = new Cursor(row);
        for (int i = 0; i < width; i++) cursor.value();
        return cursor.at;
    }

    private boolean isThere(int hash) {
        int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) if (isSame(table[slot] - 1)) return true;
        return false;
    }

    private boolean isSame(int row) {
        return Arrays.equals(blocks.get(blockOf[row]), starts[row], end(row), packed, 0, length);
    }

    private void enter(int hash, int row) {
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int earlier = 0; earlier < row; earlier++) set(hash(earlier), earlier);
        }
        set(hash, row);
    }

    private void set(int hash, int row) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) slot = slot + 1 & mask;
        table[slot] = row + 1;
    }

    @Override
    public AcceptedRow get(int row) {
        if (row < 0 || row >= size) throw new IndexOutOfBoundsException(row);
        Cursor cursor = new Cursor(row);
        @Nullable Object[] values = new Object[width];
        for (int i = 0; i < width; i++) values[i] = cursor.value();
        return new AcceptedRow(numbers[row], values);
    }

    @Override
    public int size() {
        return size;
    }

    /// Unpacks the values of one row in turn.
    private final class Cursor {

        private final byte[] block;
        private int at;

        Cursor(int row) {
            block = blocks.get(blockOf[row]);
            at = starts[row];
        }

        @Nullable
        Object value() {
            return switch (block[at++]) {
                case NULL -> null;
                case INTEGER -> signed();
                case WORD -> words.get(varint());
                case TEXT -> text();
                case DATE -> LocalDate.ofEpochDay(signed());
                default -> decimal();
            };
        }

        private int signed() {
            int number = varint();
            return number >>> 1 ^ -(number & 1);
        }

        private int varint() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = block[at++];
                number |= (b & 0x7f) << shift;
                if (b >= 0) return number;
            }
        }

        private String text() {
            int bytes = varint();
            at += bytes;
            return new String(block, at - bytes, bytes, StandardCharsets.UTF_8);
        }

        private BigDecimal decimal() {
            int scale = varint();
            int bytes = varint();
            at += bytes;
            return new BigDecimal(new BigInteger(block, at - bytes, bytes), scale);
        }
    }
}
