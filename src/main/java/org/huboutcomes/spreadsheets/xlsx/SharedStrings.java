package org.huboutcomes.spreadsheets.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.huboutcomes.spreadsheets.model.LimitExceededException;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.jspecify.annotations.Nullable;

/// The shared strings of a workbook in one byte array: half the memory of as many strings.
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings();

    private byte[] packed = new byte[1024];
    private int[] ends = new int[64];
    private int count;

    private SharedStrings() {}

    static SharedStrings read(InputStream part, ReadBudget budget) throws XMLStreamException, IOException {
        SharedStrings texts = new SharedStrings();
        try (XmlPart xml = new XmlPart(part, budget)) {
            while (xml.next())
                if (xml.starts("si")) texts.add(xml.richText(), budget.limits().sharedCharacters());
        }
        return texts;
    }

    /// The string with this index, or null. If a workbook has no shared strings but cells refer to them, they are
    /// lost.
    @Nullable
    String get(int index) {
        if (this == NONE) throw new IllegalArgumentException("no shared texts");
        if (index < 0 || index >= count) return null;
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(packed, start, ends[index] - start, UTF_8);
    }

    private void add(String text, long limit) throws LimitExceededException {
        byte[] bytes = text.getBytes(UTF_8);
        int start = count == 0 ? 0 : ends[count - 1];
        if ((long) start + bytes.length > limit) throw new LimitExceededException();
        if (start + bytes.length > packed.length)
            packed = Arrays.copyOf(packed, Math.max(packed.length * 2, start + bytes.length));
        if (count == ends.length) ends = Arrays.copyOf(ends, count * 2);
        System.arraycopy(bytes, 0, packed, start, bytes.length);
        ends[count++] = start + bytes.length;
    }
}
