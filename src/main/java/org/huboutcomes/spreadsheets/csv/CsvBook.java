package org.huboutcomes.spreadsheets.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.TextEncoding;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// A text file of separated values: one sheet with the name of the file.
public final class CsvBook implements Book {

    private static final int SAMPLE = 1 << 16;

    private final Sheet sheet;

    private CsvBook(Sheet sheet) {
        this.sheet = sheet;
    }

    public static CsvBook open(Path file, String name, ReadBudget budget) throws IOException {
        Charset charset = TextEncoding.of(file);
        try (Reader text = TextEncoding.reader(file, charset)) {
            char[] start = new char[SAMPLE];
            int length = Math.max(0, text.read(start));
            char delimiter = Delimiter.of(new String(start, 0, length));
            return new CsvBook(new CsvSheet(file, charset, name, delimiter, budget));
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(sheet);
    }

    @Override
    public void close() {}

    private record CsvSheet(Path file, Charset charset, String name, char delimiter, ReadBudget budget)
            implements Sheet {

        @Override
        public boolean hidden() {
            return false;
        }

        @Override
        public Rows rows() throws UnreadableException {
            return ReadOperation.of(
                    name, () -> new CsvRows(TextEncoding.reader(file, charset), delimiter, name, budget));
        }
    }
}
