package org.huboutcomes.receipts;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huboutcomes.receipts.Receipt.Changes;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.receipts.Receipt.Stated;
import org.jspecify.annotations.Nullable;

/// A receipt as a page that a person reads in any browser, with nothing fetched from elsewhere.
///
/// @param workbook the name of the workbook that lies beside it; null when none goes back
record ReceiptPage(Receipt receipt, @Nullable String workbook) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final List<String> FATES = List.of("accepted", "left_out", "duplicate", "aside");
    private static final Map<String, String> STATES = Map.of(
            "accepted", "It was read and counts.",
            "partial", "Some sheets count; others are held until they are corrected.",
            "held", "Nothing of it counts until it is corrected.",
            "refused", "It could not be read as a return.",
            "waiting", "It waits and is tried again each night.",
            "duplicate", "It holds the same as a file that was taken before; nothing was changed.",
            "withdrawn", "It was taken out of force and counts no longer.");

    String html() {
        String errors = receipt.hasErrors() ? " class=\"attention\"" : "";
        return "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Receipt: " + text(receipt.file())
                + "</title><style>\n" + style() + "</style></head><body><main>\n<header" + errors
                + "><p class=\"quiet\">Receipt, " + day(receipt.taken()) + "</p><h1>" + text(receipt.file())
                + "</h1>\n<p class=\"lead\">" + state() + "</p>\n<p>" + count() + "</p></header>\n" + todo()
                + notes(receipt.findings(), "The file as a whole")
                + receipt.sheets().stream().map(this::sheet).collect(Collectors.joining())
                + stated()
                + "<p class=\"quiet\">SHA-256 of the file: <code>" + receipt.sha256()
                + "</code></p>\n</main></body></html>\n";
    }

    private static String style() {
        try (InputStream css = ReceiptPage.class.getResourceAsStream("receipt.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state() {
        String said = STATES.getOrDefault(receipt.status(), receipt.status());
        if (receipt.isOutOfForce() && receipt.withdrawn() == null)
            said = "It was read, and counts no longer: a later file took its place.";
        if (receipt.sameAs() != null) said += " That file is " + text(receipt.sameAs()) + ".";
        if (receipt.withdrawn() != null)
            said += " " + day(receipt.withdrawn().on()) + ": "
                    + text(receipt.withdrawn().why());
        return said;
    }

    private String count() {
        long errors = receipt.all().filter(Note::isError).count();
        long queries = receipt.all().filter(note -> !note.isError()).count();
        if (receipt.sameAs() != null && errors + queries == 0)
            return "What was found in it is told in the receipt of that file.";
        if (errors + queries == 0) return "Nothing was found that needs a correction.";
        return "<b>" + FindingsSheet.counted(errors, "error", "errors") + "</b> and <b>"
                + FindingsSheet.counted(queries, "query", "queries") + "</b> were found.";
    }

    private String todo() {
        if (workbook == null) return "";
        String link = URLEncoder.encode(workbook, StandardCharsets.UTF_8).replace("+", "%20");
        return "<div class=\"todo\">What to do: open <a href=\"" + link + "\">" + text(workbook)
                + "</a>, which lies beside this page. Correct what is marked, or explain a query in the column Note of"
                + " its sheet Findings; save it, and send it in again.</div>\n";
    }

    private String sheet(Part part) {
        if (part.returnName() == null)
            return "<section class=\"ignored\"><h2>" + text(part.sheet()) + "</h2>Not read: "
                    + (part.status().equals("ignored") ? "it has no headings of a return." : part.status() + ".")
                    + "</section>\n";
        boolean good = part.status().equals("accepted");
        return "<section><div class=\"title\"><h2>" + text(part.sheet()) + "</h2><span class=\"state"
                + (good ? "" : " bad") + "\">" + part.status() + "</span></div>\n<p class=\"quiet\">Read as "
                + text(part.returnName().replace('_', ' ')) + whose(part) + ".</p>\n" + fates(part.rows())
                + totals(part.totals())
                + part.claims().stream()
                        .map(slot -> slot(slot, part.claims().size() > 1))
                        .collect(Collectors.joining())
                + table(part.findings()) + "</section>\n";
    }

    private static String whose(Part part) {
        if (part.hub() != null) return " of " + text(part.hub()) + " for " + part.academicYear();
        return part.claims().size() > 1 ? ", " + part.claims().size() + " hubs and years" : "";
    }

    private static String fates(Map<String, Integer> rows) {
        int read = rows.getOrDefault("read", 0);
        if (read == 0) return "<p>No row was read.</p>";
        String bar = FATES.stream()
                .filter(fate -> rows.getOrDefault(fate, 0) > 0)
                .map(fate -> "<span class=\"" + fate + "\" style=\"flex:" + rows.get(fate) + "\"></span>")
                .collect(Collectors.joining());
        String list = FATES.stream()
                .filter(fate -> rows.getOrDefault(fate, 0) > 0)
                .map(fate -> "<li class=\"" + fate + "\"><b>" + grouped(rows.getOrDefault(fate, 0)) + "</b> "
                        + fate.replace('_', ' ') + "</li>")
                .collect(Collectors.joining());
        return "<div class=\"bar\" aria-hidden=\"true\">" + bar + "</div><ul class=\"fates\"><li><b>" + grouped(read)
                + "</b> " + (read == 1 ? "row" : "rows") + " read:</li>" + list + "</ul>\n";
    }

    private static String totals(Map<String, Integer> totals) {
        if (totals.isEmpty()) return "";
        return "<p>The accepted rows come to "
                + totals.entrySet().stream()
                        .map(total -> "<b>" + grouped(total.getValue()) + "</b> " + total.getKey())
                        .collect(Collectors.joining(", "))
                + ".</p>\n";
    }

    private static String slot(Slot slot, boolean several) {
        String whose = several ? text(slot.hub() + " " + slot.academicYear()) + ": " : "";
        if (slot.supersededBy() != null)
            return "<p>" + whose + "<b>" + text(slot.supersededBy())
                    + "</b> says the same and came later, so that file counts and this one does not.</p>\n";
        if (slot.supersedes() == null) return "";
        return "<p>" + whose + "It takes the place of <b>" + text(slot.supersedes()) + "</b>, which counts no longer"
                + changes(slot.changes()) + ".</p>\n";
    }

    private static String changes(@Nullable Changes changes) {
        if (changes == null) return "";
        if (changes.added() + changes.removed() + changes.changed() == 0) return ": no row differs";
        return ": <b>" + FindingsSheet.counted(changes.added(), "row", "rows") + "</b> added, <b>" + changes.removed()
                + "</b> removed, <b>" + changes.changed() + "</b> changed";
    }

    private String stated() {
        if (receipt.stated().isEmpty()) return "";
        return "<section><h2>Stated totals beside the returned rows</h2><p class=\"quiet\">Over all returns of the hub and year that are in force. Schools, memberships and places are three different quantities.</p>"
                + "<div class=\"scroll\"><table><thead><tr><th>Hub and year</th><th>Quantity</th><th class=\"number\">Stated</th><th class=\"number\">Returned rows</th></tr></thead><tbody>\n"
                + receipt.stated().stream().map(ReceiptPage::stated).collect(Collectors.joining())
                + "</tbody></table></div></section>\n";
    }

    private static String stated(Stated stated) {
        boolean differs = stated.computed() != null && stated.computed() != stated.stated();
        return "<tr><td>" + text(stated.hub()) + " " + stated.academicYear() + "</td><td>" + text(stated.quantity())
                + "</td><td class=\"number\">" + grouped(stated.stated()) + "</td><td class=\"number"
                + (differs ? " differs" : "") + "\">"
                + (stated.computed() == null ? "not known" : grouped(stated.computed())) + "</td></tr>\n";
    }

    private static String notes(List<Note> notes, String title) {
        return notes.isEmpty() ? "" : "<section><h2>" + title + "</h2>" + table(notes) + "</section>\n";
    }

    private static String table(List<Note> notes) {
        if (notes.isEmpty()) return "";
        return "<div class=\"scroll\"><table><thead><tr><th>Kind</th><th>Where</th><th>What was found, and what is accepted</th></tr></thead><tbody>\n"
                + Cause.of(notes).stream().map(ReceiptPage::cause).collect(Collectors.joining())
                + "</tbody></table></div>\n";
    }

    private static String cause(Cause cause) {
        String kind = cause.first().isError() ? "error" : cause.first().note() == null ? "query" : "explained";
        String note = cause.first().note() == null
                ? ""
                : "<div class=\"note\">Your note: " + text(cause.first().note()) + "</div>";
        return "<tr><td class=\"kind " + kind + "\">" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1)
                + "</td><td class=\"places\">" + places(cause) + "</td><td>"
                + text(cause.first().message())
                + (cause.notes().size() == 1 ? "" : others(cause)) + note + "<br><code>"
                + cause.first().rule()
                + "</code></td></tr>\n";
    }

    private static String places(Cause cause) {
        if (cause.notes().size() == 1) return text(place(cause.first()));
        return "<b>" + grouped(cause.notes().size()) + "</b> cells, from " + text(place(cause.first()));
    }

    private static String place(Note note) {
        return note.cell() != null ? note.cell() : note.row() > 0 ? "row " + note.row() : "";
    }

    /// All are told; a reader who has seen the cause need not look at each.
    private static String others(Cause cause) {
        return "<details><summary>All " + grouped(cause.notes().size()) + " of them</summary>"
                + cause.notes().stream()
                        .map(note -> text(place(note))
                                + (note.found() == null ? "" : " \u201C" + text(note.found()) + "\u201D"))
                        .collect(Collectors.joining(", "))
                + "</details>";
    }

    private static String grouped(int number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static String day(String iso) {
        return LocalDate.parse(iso).format(DAY);
    }

    private static String text(String text) {
        return escapeHtml4(text);
    }
}
