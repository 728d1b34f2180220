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

/// The pages of one report, set but not yet a file.
record PrintedReport(JasperPrint print) {

    // One letter for each reference, from the private use area, printed as its page number. The first page has at most
    // nine, and the last page that one refers to is seldom the tenth, so texts hardly grow.
    private static final char FIRST_REFERENCE = '\uE000';

    /// What a sentence refers to.
    ///
    /// @param text the caption of a picture or table, or the title of a chapter
    record Reference(String text, boolean isChapter) {}

    /// What a text holds in place of a page number.
    static char reference(int number) {
        return (char) (FIRST_REFERENCE + number);
    }

    /// Writes the page numbers in the place of the references, which are known only once all pages are set.
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

    /// The texts that do not fit their place; the engine would drop what is over, without a word.
    List<String> cut() {
        return texts().filter(PrintedReport::isCut)
                .map(JRPrintText::getFullText)
                .toList();
    }

    /// Gives each text a point more than it was measured for. A line that fills its measure exactly would be broken
    /// again in the PDF, and its last word would have no line to stand on.
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
