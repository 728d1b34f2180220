package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.huboutcomes.receipts.Receipt.Note;

/// Writes findings as comments on cells. The analyst's own comments are kept.
final class CellComments {

    static final String AUTHOR = "hub-outcomes";

    private static final String OURS = "[hub-outcomes]";
    private static final int LETTERS_IN_A_LINE = 42;

    private final Sheet sheet;
    private final CreationHelper helper;

    CellComments(Sheet sheet) {
        this.sheet = sheet;
        this.helper = sheet.getWorkbook().getCreationHelper();
    }

    /// Removes the comments of an earlier returned workbook.
    void clear() {
        for (Map.Entry<?, ? extends Comment> entry :
                List.copyOf(sheet.getCellComments().entrySet())) {
            Comment comment = entry.getValue();
            String text = comment.getString() == null ? "" : comment.getString().getString();
            int ours = text.indexOf(OURS);
            if (ours < 0) continue;
            Cell cell = sheet.getRow(comment.getRow()) == null
                    ? null
                    : sheet.getRow(comment.getRow()).getCell(comment.getColumn());
            if (cell == null) continue;
            String hers = text.substring(0, ours).strip();
            if (hers.isEmpty()) cell.removeCellComment();
            else comment.setString(helper.createRichTextString(hers));
        }
    }

    void put(Cell cell, List<Note> notes) {
        List<String> lines = new ArrayList<>();
        for (Note note : notes)
            lines.add((note.isError() ? "Error" : "Query") + " " + note.rule() + ": " + note.message()
                    + (note.note() == null ? "" : " Your note: " + note.note()));
        String said = OURS + "\n" + String.join("\n", lines);
        Comment hers = cell.getCellComment();
        if (hers == null) create(cell, said);
        else
            hers.setString(
                    helper.createRichTextString(hers.getString().getString().strip() + "\n\n" + said));
    }

    private void create(Cell cell, String said) {
        int lines = (int) said.lines()
                .mapToLong(line -> 1 + line.length() / LETTERS_IN_A_LINE)
                .sum();
        ClientAnchor anchor = helper.createClientAnchor();
        int left = cell.getColumnIndex() + 1;
        // POI first anchors a comment at the top left of its box, and refuses a cell that already has one, such as
        // the next heading.
        while (sheet.getCellComment(new CellAddress(cell.getRowIndex(), left)) != null) left++;
        anchor.setCol1(left);
        anchor.setCol2(left + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + Math.min(20, lines + 1));
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(said));
        comment.setAuthor(AUTHOR);
        // In a streamed workbook the comment would otherwise stay at the top left of its box.
        comment.setAddress(cell.getAddress());
        cell.setCellComment(comment);
    }
}
