package org.huboutcomes.receipts;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;

/// A receipt as a page that a person reads in any browser.
record ReceiptPage(Receipt receipt) {

    private static final String STYLE =
            "body{font:16px/1.5 'Source Sans 3',system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733}"
                    + "h1,h2{color:#12436D}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #bfbfbf}"
                    + ".error{color:#801650;font-weight:600}";

    String html() {
        return "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Receipt: "
                + escapeHtml4(receipt.file())
                + "</title><style>" + STYLE + "</style></head><body>\n<h1>Receipt for " + escapeHtml4(receipt.file())
                + "</h1>\n<p>Taken on "
                + receipt.taken() + ". The file as a whole: <strong>" + receipt.status() + "</strong>.</p>\n"
                + notes(receipt.findings())
                + receipt.sheets().stream().map(ReceiptPage::sheet).collect(Collectors.joining())
                + "</body></html>\n";
    }

    private static String sheet(Part part) {
        String whose = part.hub() == null ? "" : ", " + escapeHtml4(part.hub()) + " " + part.academicYear();
        return "<h2>" + escapeHtml4(part.sheet()) + "</h2>\n<p>Read as "
                + (part.returnName() == null ? "nothing that is known" : part.returnName())
                + whose + ": <strong>" + part.status() + "</strong>. Rows: " + counts(part.rows()) + "."
                + (part.totals().isEmpty() ? "" : " It comes to " + counts(part.totals()) + ".") + "</p>\n"
                + notes(part.findings());
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String notes(List<Note> notes) {
        if (notes.isEmpty()) return "";
        return "<table><thead><tr><th scope=\"col\">Where</th><th scope=\"col\">Kind</th><th scope=\"col\">What and why</th></tr></thead><tbody>\n"
                + notes.stream().map(ReceiptPage::note).collect(Collectors.joining()) + "</tbody></table>\n";
    }

    private static String note(Note note) {
        return "<tr><td>" + (note.cell() == null ? "" : note.cell()) + "</td><td class=\"" + note.severity() + "\">"
                + note.severity() + "</td><td>" + escapeHtml4(note.message()) + "</td></tr>\n";
    }
}
