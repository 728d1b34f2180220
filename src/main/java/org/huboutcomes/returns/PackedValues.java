package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Packs the values of a row into bytes, as tag and content, and unpacks them. Equal values have equal bytes.
final class PackedValues {

    private static final int WORDS = 4_096;
    private static final int LONGEST_WORD = 64;

    private static final byte NULL = 0;
    private static final byte INTEGER = 1;
    private static final byte WORD = 2;
    private static final byte TEXT = 3;
    private static final byte DATE = 4;
    private static final byte DECIMAL = 5;

    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private byte[] packed = new byte[256];
    private int length;

    /// Packs a row, replacing the previous one.
    void pack(@Nullable Object[] values) {
        length = 0;
        for (Object value : values) pack(value);
    }

    /// The packed row, up to its [length][#length()].
    byte[] bytes() {
        return packed;
    }

    int length() {
        return length;
    }

    /// Unpacks the values from a position in these bytes.
    Unpacking unpack(byte[] block, int start) {
        return new Unpacking(block, start);
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

    /// Repeated words are stored once. The index of a word never changes, because words are never removed.
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

    /// Unpacks the values of one row in order.
    final class Unpacking {

        private final byte[] block;
        private int at;

        private Unpacking(byte[] block, int start) {
            this.block = block;
            at = start;
        }

        /// The position of the next value.
        int at() {
            return at;
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
