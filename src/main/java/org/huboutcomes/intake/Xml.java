package org.huboutcomes.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook, read forward. Names are local names, so that strict and transitional workbooks read
/// alike; a document type, and with it every entity, is refused.
final class Xml implements AutoCloseable {

    private static final Set<String> TRUE = Set.of("1", "true", "on");

    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    // Three times what any part of a workbook needs; the parser remembers every element that is open.
    private static final int DEPTH = 100;

    // Nine digits are an int for certain, and no sheet has as many rows.
    private static final int LONGEST_WHOLE = 9;

    private static final int BUFFER = 1 << 13;
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]{1,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]+)");

    private final InputStream in;
    private final XMLStreamReader reader;
    private final int textLimit;
    private int event;

    Xml(InputStream in, Budget budget) throws XMLStreamException {
        this.in = new BufferedInputStream(new MarkupMeter(budget.metered(in)), BUFFER);
        this.textLimit = budget.limits().cellCharacters();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(MAX_DEPTH, DEPTH);
        this.reader = factory.createXMLStreamReader(text(this.in));
    }

    /// Decoded here, and strictly: the parser writes what it cannot decode to the terminal, past every log.
    private static Reader text(InputStream in) throws XMLStreamException {
        try {
            in.mark(DECLARATION);
            byte[] start = in.readNBytes(DECLARATION);
            in.reset();
            Charset charset = TextEncoding.of(start).orElseGet(() -> declared(start));
            Reader text = new BufferedReader(new InputStreamReader(in, charset.newDecoder()), BUFFER);
            text.mark(1);
            if (text.read() != '\ufeff') text.reset();
            return text;
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    private static Charset declared(byte[] start) {
        Matcher declared = ENCODING.matcher(new String(start, ISO_8859_1));
        return declared.lookingAt() ? Charset.forName(declared.group(1)) : UTF_8;
    }

    /// Moves on to the next thing in the part; false at its end.
    boolean next() throws XMLStreamException {
        if (!reader.hasNext()) return false;
        event = reader.next();
        if (event == XMLStreamConstants.DTD) throw new XMLStreamException("a document type is not allowed");
        return true;
    }

    boolean starts() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean starts(String name) {
        return starts() && name.equals(reader.getLocalName());
    }

    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && name.equals(reader.getLocalName());
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (name.equals(reader.getAttributeLocalName(i))) return reader.getAttributeValue(i);
        return null;
    }

    /// An attribute of the namespace whose address ends so, such as the `r:id` of a sheet beside its `id`.
    @Nullable
    String attribute(String name, String namespaceEnding) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (name.equals(reader.getAttributeLocalName(i))
                    && String.valueOf(reader.getAttributeNamespace(i)).endsWith(namespaceEnding))
                return reader.getAttributeValue(i);
        return null;
    }

    /// The whole number that is written here, or -1 for none.
    static int whole(@Nullable String written) {
        if (written == null || written.isEmpty() || written.length() > LONGEST_WHOLE) return -1;
        int number = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c < '0' || c > '9') return -1;
            number = number * 10 + c - '0';
        }
        return number;
    }

    boolean flag(String name) {
        return TRUE.contains(String.valueOf(attribute(name)));
    }

    /// The text directly inside the element that starts here, up to its end.
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && next()) {
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            else if (event == XMLStreamConstants.END_ELEMENT) depth--;
            else if (depth == 1 && reader.hasText() && event != XMLStreamConstants.COMMENT) append(text);
        }
        return text.toString();
    }

    private void append(StringBuilder text) throws XMLStreamException {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > textLimit) throw new TextTooLong(textLimit);
    }

    /// The text of the rich text that starts here: its runs joined. What only tells the pronunciation is left out.
    String richText() throws XMLStreamException {
        String end = name();
        StringBuilder text = new StringBuilder();
        while (next() && !ends(end)) {
            if (starts("rPh")) text();
            else if (starts("t")) text.append(text());
            if (text.length() > textLimit) throw new TextTooLong(textLimit);
        }
        return Escapes.decoded(text.toString());
    }

    /// Reads on to the end of the part, whatever is there, so that it is seen to be whole.
    void readOn() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            // Read only: nothing is lost when it will not close.
        }
    }

    /// A text beyond the limit of a cell, which the reader would otherwise gather in memory to its end.
    static final class TextTooLong extends XMLStreamException {
        private static final long serialVersionUID = 1;
        private final int limit;

        TextTooLong(int limit) {
            this.limit = limit;
        }

        int limit() {
            return limit;
        }
    }
}
