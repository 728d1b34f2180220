package org.huboutcomes.spreadsheets.xlsx;

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
import org.huboutcomes.spreadsheets.model.CellTooLongException;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.TextEncoding;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook, read forward. Only local names are used, so that strict and transitional workbooks
/// are read the same way. Document types are refused, and with them entities.
public final class XmlPart implements AutoCloseable {

    private static final Set<String> TRUE = Set.of("1", "true", "on");

    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    // Three times the depth of any workbook part; the parser keeps every open element.
    private static final int DEPTH = 100;

    // Nine digits always fit an int, and no sheet has as many rows.
    private static final int LONGEST_WHOLE = 9;

    private static final int BUFFER = 1 << 13;
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]{1,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]+)");

    private final InputStream in;
    private final XMLStreamReader reader;
    private final int textLimit;
    private int event;

    XmlPart(InputStream in, ReadBudget budget) throws XMLStreamException {
        this.in = new BufferedInputStream(new MarkupLengthGuard(budget.metered(in)), BUFFER);
        this.textLimit = budget.limits().cellCharacters();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(MAX_DEPTH, DEPTH);
        this.reader = factory.createXMLStreamReader(text(this.in));
    }

    /// Decoded strictly here: the parser would print decoding errors to the terminal.
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

    /// Moves to the next event; false at the end.
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

    /// The attribute of a namespace whose URI ends like this, for example `r:id`, which is different from the `id`
    /// of a sheet.
    @Nullable
    String attribute(String name, String namespaceEnding) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (name.equals(reader.getAttributeLocalName(i))
                    && String.valueOf(reader.getAttributeNamespace(i)).endsWith(namespaceEnding))
                return reader.getAttributeValue(i);
        return null;
    }

    /// Parses a whole number; -1 if it is not one.
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

    /// The text directly inside the current element, up to its end.
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
        if (text.length() > textLimit) throw new CellTooLongException(textLimit);
    }

    /// The text of the current rich text: its runs joined, without phonetic text.
    String richText() throws XMLStreamException {
        String end = name();
        StringBuilder text = new StringBuilder();
        while (next() && !ends(end)) {
            if (starts("rPh")) text();
            else if (starts("t")) text.append(text());
            if (text.length() > textLimit) throw new CellTooLongException(textLimit);
        }
        return XmlEscapes.decoded(text.toString());
    }

    /// Reads to the end of the part to verify that it is complete.
    void readOn() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            // Only read, so a failure to close loses nothing.
        }
    }
}
