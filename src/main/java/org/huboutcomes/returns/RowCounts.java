package org.huboutcomes.returns;

/// The outcomes of a sheet's rows. Every row that was read is counted exactly once.
///
/// @param read all rows below the headings, down to the last row that is not blank
/// @param aside blank rows, totals, repeated headings and notes
public record RowCounts(int read, int accepted, int leftOut, int duplicate, int aside) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    public RowCounts {
        if (read != accepted + leftOut + duplicate + aside)
            throw new IllegalStateException(
                    "%d rows were read, but %d accepted + %d left out + %d duplicate + %d aside are not as many"
                            .formatted(read, accepted, leftOut, duplicate, aside));
    }

    /// The text for the log.
    @Override
    public String toString() {
        return "%d rows read, %d accepted, %d left out, %d duplicates, %d aside"
                .formatted(read, accepted, leftOut, duplicate, aside);
    }
}
