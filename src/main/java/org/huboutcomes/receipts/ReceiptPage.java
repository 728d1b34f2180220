package org.huboutcomes.receipts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.PageTemplate;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;
import org.jspecify.annotations.Nullable;

/// A receipt as a page for any browser. Its layout and text are in `reports/pages/receipt.jte`.
///
/// @param workbook the file name of the returned workbook in the same folder; null if there is none
/// @param returnTitles from the name of a return to its title
public record ReceiptPage(Receipt receipt, @Nullable String workbook, Map<String, String> returnTitles) {

    /// The outcomes of rows in the order in which the page lists them.
    private static final List<String> OUTCOMES = List.of("accepted", "left_out", "duplicate", "aside");

    public ReceiptPage {
        returnTitles = Map.copyOf(returnTitles);
    }

    /// Rows of a sheet with the same outcome.
    ///
    /// @param outcome `accepted`, `left_out`, `duplicate` or `aside`
    public record RowCount(String outcome, int rows) {}

    /// @return the page as HTML
    public String html() {
        return PageTemplate.render("receipt.jte", this);
    }

    /// The day on which the file was received.
    public String day() {
        return day(receipt.taken());
    }

    /// A day of the receipt, such as `2026-11-22`, as a reader writes it.
    public String day(String iso) {
        return EnglishFormat.day(LocalDate.parse(iso));
    }

    public long errors() {
        return receipt.all().filter(Note::isError).count();
    }

    public long queries() {
        return receipt.all().filter(note -> !note.isError()).count();
    }

    /// Whether a later file has replaced all of this one.
    public boolean isReplaced() {
        return receipt.isOutOfForce() && receipt.withdrawn() == null;
    }

    /// Whether later files have replaced a part of this one.
    public boolean isPartlyReplaced() {
        return receipt.withdrawn() == null
                && !receipt.isOutOfForce()
                && receipt.sheets().stream().anyMatch(sheet -> sheet.standing().replacedSince() > 0);
    }

    /// Whether the whole file is held until the hub has chosen what to do.
    public boolean waitsForConfirmation() {
        return receipt.status().equals("held") && asksForConfirmation();
    }

    /// Whether any sheet is held until the hub has chosen what to do.
    public boolean asksForConfirmation() {
        return receipt.sheets().stream()
                .anyMatch(sheet -> "confirmation".equals(sheet.standing().heldFor()));
    }

    /// Whether the workbook has the analyst's rows converted to the closest return.
    public boolean isConverted() {
        return receipt.hasConverted();
    }

    /// The relative address of the workbook.
    public String workbookLink() {
        return workbook == null
                ? ""
                : URLEncoder.encode(workbook, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// @param returnName the name of a return, which may no longer be in the catalogue
    public String returnTitle(String returnName) {
        return returnTitles.getOrDefault(returnName, returnName.replace('_', ' '));
    }

    /// The rows of a sheet by outcome; outcomes without rows are omitted.
    public List<RowCount> rowCounts(Part sheet) {
        return OUTCOMES.stream()
                .flatMap(outcome -> Stream.ofNullable(sheet.rows().get(outcome))
                        .filter(rows -> rows > 0)
                        .map(rows -> new RowCount(outcome, rows)))
                .toList();
    }

    /// Findings grouped by remedy.
    public List<Cause> causes(List<Note> findings) {
        return Cause.of(findings);
    }
}
