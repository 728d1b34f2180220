package org.huboutcomes.reports.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.PrintBookmark;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

/// The laid-out pages of one report, before export.
record PrintedReport(JasperPrint print) {

    // One character for each reference, from the private use area, replaced by its page number. The first page has
    // at most nine references, and they rarely go beyond page 9, so texts hardly grow.
    private static final char FIRST_REFERENCE = '\uE000';

    /// The target of a reference in a sentence.
    ///
    /// @param text the caption of a picture or table, or the title of a chapter
    record Reference(String text, boolean isChapter) {}

    /// The placeholder for a page number in a text.
    static char reference(int number) {
        return (char) (FIRST_REFERENCE + number);
    }

    /// Replaces the references by page numbers, which are known only once all pages are laid out.
    void numberReferences(List<Reference> references) {
        if (references.isEmpty()) return;
        Map<String, Integer> captions = new HashMap<>();
        for (int page = 0; page < print.getPages().size(); page++) {
            int number = page + 1;
            texts(print.getPages().get(page).getElements())
                    .forEach(text -> captions.putIfAbsent(text.getFullText(), number));
        }
        Map<String, Integer> chapters = new HashMap<>();
        if (print.getBookmarks() != null)
            for (PrintBookmark bookmark : print.getBookmarks())
                chapters.putIfAbsent(bookmark.getLabel(), bookmark.getPageIndex() + 1);
        texts().forEach(text -> {
            String said = text.getFullText();
            if (said == null) return;
            for (int i = 0; i < references.size(); i++) {
                Reference to = references.get(i);
                Integer page = (to.isChapter() ? chapters : captions).get(to.text());
                said = said.replace(Character.toString(reference(i)), String.valueOf(page));
            }
            if (!said.equals(text.getFullText())) text.setText(said);
        });
    }

    /// The texts that do not fit in their place; the engine would cut them off silently.
    List<String> cut() {
        return texts().filter(PrintedReport::isCut)
                .map(JRPrintText::getFullText)
                .toList();
    }

    /// Makes each text one point wider than measured. A line that fills its width exactly would be wrapped again in
    /// the PDF, and its last word would have no line.
    void loosen() {
        texts().forEach(text -> {
            boolean isRight = text.getHorizontalTextAlign() == HorizontalTextAlignEnum.RIGHT;
            boolean isCentred = text.getHorizontalTextAlign() == HorizontalTextAlignEnum.CENTER;
            text.setWidth(text.getWidth() + (isCentred ? 2 : 1));
            if (isRight || isCentred) text.setX(text.getX() - 1);
        });
    }

    private Stream<JRPrintText> texts() {
        return print.getPages().stream().flatMap(page -> texts(page.getElements()));
    }

    private static Stream<JRPrintText> texts(List<JRPrintElement> elements) {
        return elements.stream().flatMap(PrintedReport::texts);
    }

    private static Stream<JRPrintText> texts(JRPrintElement element) {
        if (element instanceof JRPrintFrame frame) return texts(frame.getElements());
        return element instanceof JRPrintText text ? Stream.of(text) : Stream.empty();
    }

    private static boolean isCut(JRPrintText text) {
        Integer end = text.getTextTruncateIndex();
        return end != null && end < text.getFullText().length();
    }
}
