package org.huboutcomes.samples;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// A table written as text, with Windows line ends.
final class PlainTable {

    private final List<List<?>> rows = new ArrayList<>();

    PlainTable(List<String> headings) {
        rows.add(headings);
    }

    PlainTable add(List<?> row) {
        rows.add(row);
        return this;
    }

    void write(Path file, Charset charset, QuoteMode quotes) throws IOException {
        write(file, charset, quotes, "");
    }

    void write(Path file, Charset charset, QuoteMode quotes, String before) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        CSVFormat format = CSVFormat.DEFAULT.builder().setQuoteMode(quotes).get();
        try (Writer out = Files.newBufferedWriter(file, charset)) {
            out.write(before);
            CSVPrinter printer = new CSVPrinter(out, format);
            printer.printRecords(rows);
            printer.flush();
        }
    }
}
