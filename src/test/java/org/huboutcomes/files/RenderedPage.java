package org.huboutcomes.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/// An HTML page, for tests.
public record RenderedPage(String html) {

    /// The visible text, with single spaces between words.
    public String text() {
        String body = html.substring(html.indexOf("<body>"));
        return StringEscapeUtils.unescapeHtml4(body.replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .replaceAll(" (?=[.,:;)])", "");
    }

    /// The headings of its sections, in order.
    public List<String> sections() {
        return find("<h2>(.*?)</h2>");
    }

    /// The tags of this name, with their attributes.
    public List<String> tags(String name) {
        return find("(<" + name + "\\b[^>]*>)");
    }

    /// Checks the rules for every page: it fits a phone, loads nothing, runs no scripts, and its tables are accessible.
    public void assertSound() {
        assertThat(html).startsWith("<!doctype html>").contains("<html lang=\"en-GB\">", "<meta charset=\"utf-8\">");
        assertThat(html).contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        assertThat(tags("h1")).hasSize(1);
        assertThat(tags("(?:script|link|img|iframe)")).isEmpty();
        assertThat(html).doesNotContain("http://", "https://");
        assertThat(find("(<table[^>]*>\\s*<caption>)")).hasSameSizeAs(tags("table"));
        assertThat(tags("th")).allSatisfy(tag -> assertThat(tag).containsPattern("scope=\"(?:col|row)\""));
    }

    private List<String> find(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
