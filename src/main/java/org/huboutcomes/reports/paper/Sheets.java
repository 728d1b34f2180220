package org.huboutcomes.reports.paper;

import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/// The pages of one report, set but not yet a file: cover, contents and body, or the body alone.
record Sheets(List<JasperPrint> parts) {

    /// The texts that do not fit their place; the engine would drop what is over, without a word.
    List<String> cut() {
        return parts.stream()
                .flatMap(print -> print.getPages().stream())
                .flatMap(page -> texts(page.getElements()))
                .filter(Sheets::isCut)
                .map(JRPrintText::getFullText)
                .toList();
    }

    private static Stream<JRPrintText> texts(List<JRPrintElement> elements) {
        return elements.stream().flatMap(Sheets::texts);
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
