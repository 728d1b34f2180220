package org.huboutcomes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
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

    private final InputStream in;
    private final XMLStreamReader reader;
    private final int textLimit;
    private int event;

    Xml(InputStream in, Budget budget) throws XMLStreamException {
        this.in = new MarkupMeter(budget.metered(in));
        this.textLimit = budget.limits().cellCharacters();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(MAX_DEPTH, DEPTH);
        this.reader = factory.createXMLStreamReader(this.in);
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
