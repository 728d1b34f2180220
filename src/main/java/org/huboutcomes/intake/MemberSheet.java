package org.huboutcomes.intake;

import java.nio.file.Path;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A sheet of an unpacked member of a zip. Its book is open only while its rows are read, so that a zip of a hundred
/// workbooks takes the memory of one.
record MemberSheet(Path file, String member, int index, String name, boolean hidden, Budget budget) implements Sheet {

    @Override
    public Rows rows() throws Unreadable {
        Book book = Books.openMember(file, member, budget.forMember());
        try {
            return new MemberRows(book, book.sheets().get(index).rows());
        } catch (Unreadable e) {
            book.close();
            throw e;
        }
    }

    @Override
    public MergedCells merged() throws Unreadable {
        try (Book book = Books.openMember(file, member, budget.forMember())) {
            return book.sheets().get(index).merged();
        }
    }

    private record MemberRows(Book book, Rows rows) implements Rows {

        @Override
        public @Nullable Row next() throws Unreadable {
            return rows.next();
        }

        @Override
        public BitSet hiddenColumns() {
            return rows.hiddenColumns();
        }

        @Override
        public void close() {
            rows.close();
            book.close();
        }
    }
}
