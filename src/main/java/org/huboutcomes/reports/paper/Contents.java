package org.huboutcomes.reports.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.PrintBookmark;
import org.jspecify.annotations.Nullable;

/// What the contents page lists: each page's title and question from its line, and its anchor, its number from the
/// pages as they are set.
final class Contents {

    private final Iterator<Integer> pages;
    private final int before;

    /// @param before how many pages stand before the body
    Contents(JasperPrint body, int before) {
        List<Integer> found = new ArrayList<>();
        collect(body.getBookmarks(), found);
        pages = found.iterator();
        this.before = before;
    }

    List<Map<String, Object>> of(List<Map<String, Object>> lines) {
        return lines.stream()
                .filter(line -> "title".equals(line.get("kind")))
                .map(this::entry)
                .toList();
    }

    private Map<String, Object> entry(Map<String, Object> line) {
        Map<String, Object> entry = new HashMap<>(line);
        entry.put("page", before + 1 + pages.next());
        return entry;
    }

    private static void collect(@Nullable List<PrintBookmark> bookmarks, List<Integer> pages) {
        if (bookmarks == null) return;
        for (PrintBookmark bookmark : bookmarks) {
            pages.add(bookmark.getPageIndex());
        }
    }
}
