package org.huboutcomes.reports.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.PrintBookmark;

/// The pages of one report, set but not yet a file.
record PrintedReport(JasperPrint print) {

    // One letter for each chapter, from the private use area, printed as its page number. A report has fewer than ten
    // pages where it refers to them, so no text grows.
    private static final char FIRST_REFERENCE = '\uE000';

    /// What a text holds in place of the page number of a chapter.
    static char reference(int chapter) {
        return (char) (FIRST_REFERENCE + chapter);
    }

    /// Writes the page numbers in the place of the references, which are known only once all pages are set.
    void numberReferences() {
        List<Integer> pages = new ArrayList<>();
        if (print.getBookmarks() != null)
            for (PrintBookmark bookmark : print.getBookmarks()) pages.add(bookmark.getPageIndex() + 1);
        texts().forEach(text -> {
            String said = text.getFullText();
            if (said == null) return;
            for (int chapter = 0; chapter < pages.size(); chapter++)
                said = said.replace(
                        Character.toString(reference(chapter)),
                        pages.get(chapter).toString());
            if (!said.equals(text.getFullText())) text.setText(said);
        });
    }

    /// The texts that do not fit their place; the engine would drop what is over, without a word.
    List<String> cut() {
        return texts().filter(PrintedReport::isCut)
                .map(JRPrintText::getFullText)
                .toList();
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
