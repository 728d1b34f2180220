package org.huboutcomes.delivery.isolation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// All text in a data pack. Numeric cells are left out: a count may look like any URN.
final class PackPassages {

    private static final Pattern NUMBER = Pattern.compile("-?\\d*(?:\\.\\d+)?");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private PackPassages() {}

    /// Every text and attribute of every part of the workbook, including properties and names.
    public static List<Passage> ofWorkbook(byte[] workbook) throws IOException {
        List<Passage> passages = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry())
                texts(part.getName(), new ByteArrayInputStream(zip.readAllBytes()), passages);
        } catch (XMLStreamException e) {
            throw new IOException("The data pack cannot be read back: " + e.getMessage(), e);
        }
        return passages;
    }

    private static void texts(String part, InputStream content, List<Passage> passages) throws XMLStreamException {
        boolean isSheet = part.startsWith("xl/worksheets/sheet");
        String place = "its part " + part;
        XMLStreamReader xml = XML.createXMLStreamReader(content, "UTF-8");
        boolean inNumber = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inNumber = isSheet && xml.getLocalName().equals("v");
                if (!isSheet && !part.endsWith("styles.xml"))
                    for (int i = 0; i < xml.getAttributeCount(); i++)
                        passages.add(new Passage(place, xml.getAttributeValue(i)));
            } else if (event == XMLStreamConstants.CHARACTERS && !inNumber && !xml.isWhiteSpace()) {
                passages.add(new Passage(place, xml.getText()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inNumber = false;
            }
        }
    }

    public static List<Passage> ofCsv(byte[] csv) throws IOException {
        List<Passage> passages = new ArrayList<>();
        try (CSVParser rows = CSVFormat.DEFAULT.parse(new StringReader(new String(csv, StandardCharsets.UTF_8)))) {
            for (CSVRecord row : rows)
                for (String cell : row)
                    if (!NUMBER.matcher(cell).matches())
                        passages.add(new Passage("its row " + row.getRecordNumber(), cell));
        }
        return passages;
    }
}
