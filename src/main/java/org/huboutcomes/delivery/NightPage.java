package org.huboutcomes.delivery;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huboutcomes.explain.Moved;
import org.huboutcomes.returns.AcademicYear;
import org.jspecify.annotations.Nullable;

/// The note of the night, as one page that needs nothing but a browser.
///
/// @param made what was rendered, in one phrase
/// @param refused one sentence for each file that was not let out
/// @param sent how many messages were sent, by hub
/// @param failed one sentence for each that could not be
public record NightPage(Night night, String made, List<String> refused, List<String> sent, List<String> failed) {

    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:1rem/1.5 "Source Sans 3",system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem;
            color:#1d2733;background:#fff}
            h1{color:#12436d;font-size:2rem;line-height:1.2;margin:0 0 .25rem}
            h2{color:#12436d;font-size:1.3rem;margin:2.5rem 0 .5rem;border-top:2px solid #12436d;padding-top:.75rem}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1.5rem 0;padding:0;list-style:none}
            .tiles li{border-left:4px solid #12436d;background:#eef3f8;padding:.6rem .9rem}
            .tiles b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
            .tiles .look{border-color:#801650;background:#f9eef3}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
            caption{text-align:left;font-weight:600;padding:.3rem 0}
            th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #bfbfbf;
            overflow-wrap:break-word}
            th{border-bottom:2px solid #12436d}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .look{color:#801650;font-weight:600}
            summary{cursor:pointer;color:#12436d;padding:.3rem 0}
            @media (max-width:48rem){main{overflow-x:auto}table{font-size:.85rem}th,td{padding-right:.5rem}}
            @media print{details{display:block}h2{break-after:avoid}tr{break-inside:avoid}}""";

    public NightPage {
        refused = List.copyOf(refused);
        sent = List.copyOf(sent);
        failed = List.copyOf(failed);
    }

    public String html() {
        return "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>The night of " + day() + "</title>\n<style>\n" + STYLE
                + "\n</style>\n</head>\n<body>\n<main>\n"
                + "<h1>The night of " + day() + "</h1>\n<p>What came in, what went back, which figures moved and what "
                + "went out.</p>\n"
                + tiles() + lookAt() + files() + waiting() + new MovedFigures(night.changes()).html() + reports()
                + "</main>\n</body>\n</html>\n";
    }

    private String day() {
        return night.asOf().format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
    }

    private String tiles() {
        long accepted = names("accepted").size();
        long returned = submissions().size() - accepted;
        return "<ul class=\"tiles\">\n"
                + tile(submissions().size(), "new files", false)
                + tile(accepted, "accepted whole", false)
                + tile(returned, "returned or waiting", returned > 0)
                + tile(night.owed().size(), "hubs owe a return", false)
                + tile(
                        night.changes().moved().stream()
                                .map(Moved::figure)
                                .distinct()
                                .count(),
                        "figures moved",
                        false)
                + tile(refused.size() + failed.size(), "refused or not sent", !refused.isEmpty() || !failed.isEmpty())
                + "</ul>\n";
    }

    private static String tile(long count, String what, boolean look) {
        return "<li" + (look ? " class=\"look\"" : "") + "><b>" + String.format(Locale.UK, "%,d", count) + "</b>" + what
                + "</li>\n";
    }

    /// What somebody must do something about comes first.
    private String lookAt() {
        List<String> all = Stream.concat(refused.stream(), failed.stream()).toList();
        if (all.isEmpty()) return "";
        StringBuilder html = new StringBuilder("<h2>To be looked at</h2>\n<ul>\n");
        all.forEach(
                sentence -> html.append("<li>").append(escapeHtml4(sentence)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    private Map<String, Night.Filed> submissions() {
        Map<String, Night.Filed> submissions = new LinkedHashMap<>();
        for (Night.Filed file : night.files()) submissions.putIfAbsent(file.name(), file);
        return submissions;
    }

    private List<String> names(String status) {
        return submissions().values().stream()
                .filter(file -> file.status().equals(status))
                .map(Night.Filed::name)
                .toList();
    }

    private String files() {
        String title = "<h2>What came in</h2>\n";
        if (night.files().isEmpty()) return title + "<p>No file came since the last note.</p>\n";
        HtmlTable table = new HtmlTable("New files, and what became of them")
                .head("File", "For", "Became")
                .numbers("Rows read", "Accepted", "Left out", "Errors", "Queries");
        submissions()
                .values()
                .forEach(file -> table.row(
                        file.name(),
                        whose(file.name()),
                        file.status(),
                        count(file.read()),
                        count(file.accepted()),
                        count(file.leftOut()),
                        count(file.errors()),
                        count(file.queries())));
        return title + table.html()
                + "<p>Each file's receipt, with the cell and the reason, lies in <code>returned/</code> by hub and year.</p>\n";
    }

    private String whose(String file) {
        return String.join(
                "; ",
                night.files().stream()
                        .filter(one -> one.name().equals(file) && one.hub() != null)
                        .map(one -> one.hub() + (one.timePeriod() == null ? "" : " " + year(one.timePeriod())))
                        .distinct()
                        .toList());
    }

    private String waiting() {
        String title = "<h2>Waiting for whom</h2>\n";
        if (night.owed().isEmpty()) return title + "<p>Every return of the last year has come.</p>\n";
        HtmlTable table = new HtmlTable("Returns of the last year that are still to come")
                .head("Network", "Hub", "Year", "Returns");
        night.owed()
                .forEach(owed -> table.row(
                        owed.network(),
                        owed.name() + " (" + owed.hub() + ")",
                        year(owed.timePeriod()),
                        owed.returns()));
        return title + table.html();
    }

    private String reports() {
        return "<h2>What went out</h2>\n<p>" + escapeHtml4(made) + ". They lie in <code>reports/</code> and "
                + "<code>data-packs/</code>; <code>manifest.csv</code> lists each with its fingerprint and how it was "
                + "searched for what belongs to other hubs.</p>\n<p>"
                + (sent.isEmpty()
                        ? "Nothing was sent by e-mail."
                        : "Sent by e-mail to contacts of " + String.join(", ", new TreeSet<>(sent)) + ": " + sent.size()
                                + " messages.")
                + "</p>\n";
    }

    private static String year(@Nullable Integer timePeriod) {
        return timePeriod == null ? "" : AcademicYear.ofPeriod(timePeriod).label();
    }

    private static String count(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
