package org.huboutcomes.delivery;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

/// A table of a page, with a caption and real headings: words first, then numbers.
final class HtmlTable {

    private final StringBuilder html = new StringBuilder();
    private int words;

    HtmlTable(String caption) {
        html.append("<table>\n<caption>").append(caption).append("</caption>\n<thead><tr>");
    }

    HtmlTable head(String... headings) {
        words = headings.length;
        for (String heading : headings)
            html.append("<th scope=\"col\">").append(heading).append("</th>");
        return this;
    }

    HtmlTable numbers(String... headings) {
        for (String heading : headings)
            html.append("<th scope=\"col\" class=\"n\">").append(heading).append("</th>");
        return this;
    }

    void row(String... cells) {
        html.append(html.indexOf("<tbody>") < 0 ? "</tr></thead>\n<tbody>\n<tr>" : "<tr>");
        for (int i = 0; i < cells.length; i++)
            html.append(i < words ? "<td>" : "<td class=\"n\">")
                    .append(escapeHtml4(cells[i]))
                    .append("</td>");
        html.append("</tr>\n");
    }

    String html() {
        return html + "</tbody>\n</table>\n";
    }
}
