package org.huboutcomes.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The texts which a workbook keeps once for all its sheets, packed end to end: half the memory of as many strings.
final class SharedTexts {

    static final SharedTexts NONE = new SharedTexts();

    private byte[] packed = new byte[1024];
    private int[] ends = new int[64];
    private int count;

    private SharedTexts() {}

    static SharedTexts read(InputStream part, Budget budget) throws XMLStreamException, IOException {
        SharedTexts texts = new SharedTexts();
        try (Xml xml = new Xml(part, budget)) {
            while (xml.next())
                if (xml.starts("si")) texts.add(xml.richText(), budget.limits().sharedCharacters());
        }
        return texts;
    }

    /// The text of this number, or null if there is none. A workbook whose cells ask for texts and which has none at
    /// all has lost them.
    @Nullable
    String get(int index) {
        if (this == NONE) throw new IllegalArgumentException("no shared texts");
        if (index < 0 || index >= count) return null;
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(packed, start, ends[index] - start, UTF_8);
    }

    private void add(String text, long limit) throws Metered.Exceeded {
        byte[] bytes = text.getBytes(UTF_8);
        int start = count == 0 ? 0 : ends[count - 1];
        if ((long) start + bytes.length > limit) throw new Metered.Exceeded();
        if (start + bytes.length > packed.length)
            packed = Arrays.copyOf(packed, Math.max(packed.length * 2, start + bytes.length));
        if (count == ends.length) ends = Arrays.copyOf(ends, count * 2);
        System.arraycopy(bytes, 0, packed, start, bytes.length);
        ends[count++] = start + bytes.length;
    }
}
