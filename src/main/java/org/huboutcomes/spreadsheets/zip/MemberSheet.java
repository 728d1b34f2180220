package org.huboutcomes.spreadsheets.zip;

import java.nio.file.Path;
import java.util.BitSet;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// A sheet of an unpacked zip member. Its book is open only while its rows are read, so that a zip of a hundred
/// workbooks needs the memory of one.
record MemberSheet(
        Path file, String member, int index, String name, boolean hidden, ReadBudget budget, MemberOpener opener)
        implements Sheet {

    @Override
    public Rows rows() throws UnreadableException {
        Book book = opener.open(file, member, budget.forMember());
        try {
            return new MemberRows(book, book.sheets().get(index).rows());
        } catch (UnreadableException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public MergedCells merged() throws UnreadableException {
        try (Book book = opener.open(file, member, budget.forMember())) {
            return book.sheets().get(index).merged();
        }
    }

    private record MemberRows(Book book, Rows rows) implements Rows {

        @Override
        public @Nullable Row next() throws UnreadableException {
            return rows.next();
        }

        @Override
        public BitSet hiddenColumns() {
            return rows.hiddenColumns();
        }

        @Override
        public BitSet struckRows() {
            return rows.struckRows();
        }

        @Override
        public void close() {
            rows.close();
            book.close();
        }
    }
}
