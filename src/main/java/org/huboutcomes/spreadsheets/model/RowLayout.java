package org.huboutcomes.spreadsheets.model;

import java.util.Set;

/// The layout of a row of a text document, which a spreadsheet does not have.
///
/// @param place in words, such as `paragraph 12` or `table 2, row 3`
/// @param heading its level, from 1, if the paragraph has a heading style; [#BOLD] for a line that is bold as a
/// whole; otherwise 0
/// @param listed whether the paragraph is a list item
/// @param depth how far the item is indented below the first items of its list
/// @param table whether it is a row of a table and not a paragraph
/// @param merged columns (A is 0) whose cell is merged with the one above
public record RowLayout(String place, int heading, boolean listed, int depth, boolean table, Set<Integer> merged) {

    /// The level of a line that is bold and has no heading style.
    public static final int BOLD = 10;

    /// The place of text at the top of every page.
    public static final String PAGE_HEADER = "page header";

    public RowLayout {
        merged = Set.copyOf(merged);
    }

    /// The table of the row, in words; empty for a paragraph.
    public String inTable() {
        int comma = place.indexOf(',');
        return !table ? "" : comma < 0 ? place : place.substring(0, comma);
    }
}
