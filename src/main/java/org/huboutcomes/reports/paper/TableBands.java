package org.huboutcomes.reports.paper;

import java.util.Arrays;
import java.util.Objects;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignImage;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;

/// The bands of tables, for each layout and number of columns. They differ in their widths alone, so they are made here
/// and not written out fifty times in the template. A long table has its heads in the header of its group, which the
/// engine sets again on each page that the table reaches.
final class TableBands {

    private static final int GUTTER = 8;
    private static final int HEAD = 18;

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
        for (TableLayout layout : TableLayout.values())
            layout.columnCounts().forEach(columns -> {
                detail.addBand(bands.heads(layout, columns, "c", "kind"));
                if (layout.mayBeLong()) header.addBand(bands.heads(layout, columns, "h", "heads"));
                detail.addBand(bands.row(layout, columns));
            });
    }

    private JRDesignBand heads(TableLayout layout, int columns, String field, String kind) {
        JRDesignBand band = band(layout.head(columns), kind, HEAD);
        for (int i = 0; i < columns; i++) {
            JRDesignTextField cell = cell(layout, columns, i, "head", field, HEAD);
            if (field.equals("h")) cell.addPropertyExpression(onFirstPage());
            else cell.getPropertiesMap().setProperty(Tagger.TAG, "TH");
            if (i == 0) cell.getPropertiesMap().setProperty(Tagger.FIRST, "true");
            band.addElement(cell);
        }
        band.addElement(rule("head", HEAD));
        return band;
    }

    private JRDesignBand row(TableLayout layout, int columns) {
        int height = layout.rowHeight();
        JRDesignBand band = band(layout.row(columns), "kind", height);
        for (int i = 0; i < columns; i++) {
            JRDesignTextField cell = cell(layout, columns, i, layout.cellStyle(i), "c", height);
            cell.getPropertiesMap().setProperty(Tagger.TAG, "TD");
            if (i == 0) cell.getPropertiesMap().setProperty(Tagger.FIRST, "true");
            band.addElement(cell);
        }
        if (layout.hasStrips()) band.addElement(strip(layout, columns, height));
        band.addElement(rule("row", height));
        if (layout.hasStrips()) band.addElement(groupRule(height));
        return band;
    }

    /// The picture of the row, drawn over nothing else: what it shows stands in the row's cells.
    private JRDesignImage strip(TableLayout layout, int columns, int height) {
        JRDesignImage strip = new JRDesignImage(design);
        strip.setX(layout.stripFrom(columns));
        strip.setWidth(TableLayout.WIDTH - layout.stripFrom(columns));
        strip.setHeight(height);
        strip.setScaleImage(ScaleImageEnum.CLIP);
        strip.setExpression(new JRDesignExpression("$F{chart}"));
        return strip;
    }

    private JRDesignLine groupRule(int height) {
        JRDesignLine rule = rule("head", height);
        rule.setPrintWhenExpression(new JRDesignExpression("$F{ends}"));
        return rule;
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
            TableLayout layout, int columns, int column, String style, String field, int height) {
        int[] widths = layout.widths(columns);
        int gutter = column == 0 ? 0 : GUTTER;
        JRDesignTextField cell = new JRDesignTextField(design);
        cell.setStyle(design.getStylesMap().get(style));
        cell.setX(Arrays.stream(widths, 0, column).sum() + gutter);
        cell.setWidth(widths[column] - gutter);
        // A row has no point to spare: its type reaches down to the rule.
        cell.setHeight(field.equals("c") ? height : height - 1);
        cell.setExpression(new JRDesignExpression("$F{" + field + column + "}"));
        cell.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        cell.setHorizontalTextAlign(
                column == 0 || layout.isWords()
                        ? HorizontalTextAlignEnum.LEFT
                        : layout == TableLayout.SERIES
                                ? HorizontalTextAlignEnum.CENTER
                                : HorizontalTextAlignEnum.RIGHT);
        return cell;
    }

    private JRDesignLine rule(String kind, int height) {
        JRDesignLine rule = new JRDesignLine(design);
        rule.setStyle(design.getStylesMap().get(kind + "Rule"));
        rule.setY(height - 1);
        rule.setWidth(TableLayout.WIDTH);
        rule.setHeight(1);
        rule.setPositionType(PositionTypeEnum.FIX_RELATIVE_TO_BOTTOM);
        rule.setStretchType(StretchTypeEnum.NO_STRETCH);
        return rule;
    }
}
