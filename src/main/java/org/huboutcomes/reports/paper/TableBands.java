package org.huboutcomes.reports.paper;

import java.util.Objects;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;

/// The bands of tables with two to ten columns. They differ in their widths alone, so they are made here and not
/// written out forty times in the template. A long table has its heads in the header of its group, which the engine
/// sets again on each page that the table reaches.
final class TableBands {

    private static final int WIDTH = 499;
    private static final int GUTTER = 8;

    private final JasperDesign design;

    private TableBands(JasperDesign design) {
        this.design = design;
    }

    static void addTo(JasperDesign design) {
        TableBands bands = new TableBands(design);
        JRDesignSection detail = (JRDesignSection) design.getDetailSection();
        JRDesignGroup table =
                (JRDesignGroup) Objects.requireNonNull(design.getGroupsMap().get("long"));
        JRDesignSection header = (JRDesignSection) table.getGroupHeaderSection();
        for (Block.Layout layout : Block.Layout.values())
            for (int columns = 2; columns <= layout.most; columns++) {
                detail.addBand(bands.heads(layout, columns, "c", "kind"));
                header.addBand(bands.heads(layout, columns, "h", "heads"));
                detail.addBand(bands.row(layout, columns));
            }
    }

    private JRDesignBand heads(Block.Layout layout, int columns, String field, String kind) {
        JRDesignBand band = band(layout.head(columns), kind, 18);
        for (int i = 0; i < columns; i++) {
            JRDesignTextField cell = cell(layout, columns, i, "head", field, 18);
            if (field.equals("h")) cell.addPropertyExpression(onFirstPage());
            else cell.getPropertiesMap().setProperty(Tagger.TAG, "TH");
            if (i == 0) cell.getPropertiesMap().setProperty(Tagger.FIRST, "true");
            band.addElement(cell);
        }
        band.addElement(rule("head", 18));
        return band;
    }

    private JRDesignBand row(Block.Layout layout, int columns) {
        JRDesignBand band = band(layout.row(columns), "kind", 16);
        for (int i = 0; i < columns; i++) {
            JRDesignTextField cell = cell(layout, columns, i, "row", "c", 16);
            cell.getPropertiesMap().setProperty(Tagger.TAG, "TD");
            if (i == 0) cell.getPropertiesMap().setProperty(Tagger.FIRST, "true");
            band.addElement(cell);
        }
        band.addElement(rule("row", 16));
        return band;
    }

    /// Heads that stand again on a later page are decoration: the structure has them already.
    private static JRDesignPropertyExpression onFirstPage() {
        JRDesignPropertyExpression tag = new JRDesignPropertyExpression();
        tag.setName(Tagger.TAG);
        tag.setValueExpression(new JRDesignExpression("$V{long_COUNT} > 1 ? null : \"TH\""));
        return tag;
    }

    private static JRDesignBand band(String name, String kind, int height) {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setSplitType(SplitTypeEnum.PREVENT);
        band.setPrintWhenExpression(new JRDesignExpression("\"" + name + "\".equals($F{" + kind + "})"));
        return band;
    }

    private JRDesignTextField cell(
            Block.Layout layout, int columns, int column, String style, String field, int height) {
        int number = layout.width(columns, WIDTH);
        int label = WIDTH - (columns - 1) * number;
        JRDesignTextField cell = new JRDesignTextField(design);
        cell.setStyle(design.getStylesMap().get(style));
        cell.setX(column == 0 ? 0 : label + (column - 1) * number + GUTTER);
        cell.setWidth(column == 0 ? label : number - GUTTER);
        cell.setHeight(height - 1);
        cell.setExpression(new JRDesignExpression("$F{" + field + column + "}"));
        cell.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        cell.setHorizontalTextAlign(
                column == 0 || layout.isWords() ? HorizontalTextAlignEnum.LEFT : HorizontalTextAlignEnum.RIGHT);
        return cell;
    }

    private JRDesignLine rule(String kind, int height) {
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
