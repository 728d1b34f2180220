package org.huboutcomes.reports.paper;

import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;

/// The bands of tables with two to eight columns: a label and numbers. They differ in their widths alone, so they are
/// made here and not written out fourteen times in the template.
final class TableBands {

    private static final int WIDTH = 499;
    private static final int GUTTER = 8;

    private TableBands() {}

    static void addTo(JasperDesign design) {
        JRDesignSection detail = (JRDesignSection) design.getDetailSection();
        for (int columns = 2; columns <= 8; columns++) {
            detail.addBand(band(design, "head", columns, 18, "TH"));
            detail.addBand(band(design, "row", columns, 16, "TD"));
        }
    }

    private static JRDesignBand band(JasperDesign design, String kind, int columns, int height, String tag) {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setSplitType(SplitTypeEnum.PREVENT);
        band.setPrintWhenExpression(new JRDesignExpression("\"" + kind + columns + "\".equals($F{kind})"));
        int number = columns <= 5 ? 84 : columns <= 6 ? 66 : 54;
        int label = WIDTH - (columns - 1) * number;
        for (int i = 0; i < columns; i++) {
            int x = i == 0 ? 0 : label + (i - 1) * number;
            JRDesignTextField cell = cell(design, kind, i, height);
            cell.setX(i == 0 ? 0 : x + GUTTER);
            cell.setWidth(i == 0 ? label : number - GUTTER);
            cell.getPropertiesMap().setProperty(Tagger.TAG, tag);
            if (i == 0) cell.getPropertiesMap().setProperty(Tagger.FIRST, "true");
            band.addElement(cell);
        }
        band.addElement(rule(design, kind, height));
        return band;
    }

    private static JRDesignTextField cell(JasperDesign design, String kind, int column, int height) {
        JRDesignTextField cell = new JRDesignTextField(design);
        cell.setStyle(design.getStylesMap().get(kind));
        cell.setHeight(height - 1);
        cell.setExpression(new JRDesignExpression("$F{c" + column + "}"));
        cell.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        cell.setHorizontalTextAlign(column == 0 ? HorizontalTextAlignEnum.LEFT : HorizontalTextAlignEnum.RIGHT);
        return cell;
    }

    private static JRDesignLine rule(JasperDesign design, String kind, int height) {
        JRDesignLine rule = new JRDesignLine(design);
        rule.setStyle(design.getStylesMap().get(kind + "Rule"));
        rule.setY(height - 1);
        rule.setWidth(WIDTH);
        rule.setHeight(1);
        rule.setPositionType(PositionTypeEnum.FIX_RELATIVE_TO_BOTTOM);
        rule.setStretchType(StretchTypeEnum.NO_STRETCH);
        return rule;
    }
}
