package org.huboutcomes.reports.paper;

import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;

/// The band of the cards without the lines that none of them has, such as a target. The cards are side by side, so
/// a line can only be left out of all. Each variant is a copy of the band in `cards.jrxml`.
final class CardBands {

    private static final String AIM = "aim";
    private static final String FINDING = "finding";

    private CardBands() {}

    static void addTo(JasperDesign design) {
        JRDesignSection detail = (JRDesignSection) design.getDetailSection();
        JRDesignBand whole = (JRDesignBand) detail.getBands()[0];
        detail.addBand(printedWhen("!$F{hasAim} && $F{hasFinding}", without(whole, AIM)));
        detail.addBand(printedWhen("$F{hasAim} && !$F{hasFinding}", without(whole, FINDING)));
        detail.addBand(printedWhen("!$F{hasAim} && !$F{hasFinding}", without(without(whole, AIM), FINDING)));
    }

    private static JRBand printedWhen(String condition, JRDesignBand band) {
        band.setPrintWhenExpression(new JRDesignExpression(condition));
        return band;
    }

    private static JRDesignBand without(JRDesignBand band, String line) {
        JRDesignBand shorter = (JRDesignBand) band.clone();
        int gap = 0;
        for (Object child : shorter.getChildren())
            if (child instanceof JRDesignFrame frame) gap = Math.max(gap, close(frame, line));
        shorter.setHeight(shorter.getHeight() - gap);
        return shorter;
    }

    /// Removes the line from a card, moves everything below it up, and returns by how much.
    private static int close(JRDesignFrame card, String line) {
        JRDesignTextField removed = Stream.of(card.getElements())
                .filter(JRDesignTextField.class::isInstance)
                .map(JRDesignTextField.class::cast)
                .filter(field -> field.getExpression().getText().equals("$F{" + line + "}"))
                .findFirst()
                .orElseThrow();
        int from = removed.getY();
        int to = Stream.of(card.getElements())
                .mapToInt(element -> element.getY())
                .filter(y -> y > from)
                .min()
                .orElse(from);
        card.removeElement(removed);
        for (var element : card.getElements())
            if (element.getY() > from) ((JRDesignElement) element).setY(element.getY() - (to - from));
        card.setHeight(card.getHeight() - (to - from));
        return to - from;
    }
}
