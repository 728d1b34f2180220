package org.huboutcomes.reports.paper;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRSection;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

/// The template of tables with one layout and number of columns. They differ only in their widths, which the report
/// engine needs to know in advance: so `table.jrxml` has one column of each kind, and this class puts copies of
/// them side by side.
record TableTemplate(TableLayout layout, int columns) {

    private static final int GUTTER = 8;
    private static final String FIRST = "first";

    static Stream<TableTemplate> all() {
        return Arrays.stream(TableLayout.values())
                .flatMap(layout -> layout.columnCounts().mapToObj(columns -> new TableTemplate(layout, columns)));
    }

    /// Its name in `report.jrxml`.
    String file() {
        return "table " + layout + columns + ".jasper";
    }

    void applyTo(JasperDesign table) throws JRException {
        table.setName("table " + layout + columns);
        for (var field : table.getFields())
            if (field.getName().matches("(first|own|other)(Head)?")) table.removeField(field);
        JRDesignGroup group =
                (JRDesignGroup) Objects.requireNonNull(table.getGroupsMap().get("table"));
        setColumns(table, bandOfColumns(group.getGroupHeaderSection()), "heads");
        JRDesignBand row = bandOfColumns(table.getDetailSection());
        setColumns(table, row, "cells");
        setStrip(row);
        row.setPrintWhenExpression(new JRDesignExpression("$F{cells 1} != null"));
    }

    private static JRDesignBand bandOfColumns(JRSection section) {
        return Arrays.stream(section.getBands())
                .filter(band -> band.getElementByKey(FIRST) != null)
                .map(JRDesignBand.class::cast)
                .findFirst()
                .orElseThrow(() -> missing(FIRST));
    }

    private static JRDesignElement keyed(JRDesignBand band, String key) {
        JRDesignElement element = (JRDesignElement) band.getElementByKey(key);
        if (element == null) throw missing(key);
        return element;
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException(
                "The template reports/house/table.jrxml lacks an element with the key \"" + key + "\".");
    }

    private void setColumns(JasperDesign table, JRDesignBand band, String list) throws JRException {
        JRDesignElement first = keyed(band, FIRST);
        JRDesignElement own = keyed(band, "own");
        JRDesignElement other = keyed(band, "other");
        Stream.of(first, own, other).forEach(band::removeElement);
        int[] widths = layout.widths(columns);
        for (int i = 0; i < columns; i++) {
            JRDesignTextField cell = (JRDesignTextField) (i == 0 ? first : layout.isOwn(i) ? own : other).clone();
            int gutter = i == 0 ? 0 : GUTTER;
            cell.setX(Arrays.stream(widths, 0, i).sum() + gutter);
            cell.setWidth(widths[i] - gutter);
            cell.setHorizontalTextAlign(align(i));
            String field = list + " " + (i + 1);
            cell.setExpression(new JRDesignExpression("$F{" + field + "}"));
            band.addElement(i, cell);
            table.addField(text(field));
        }
    }

    private HorizontalTextAlignEnum align(int column) {
        if (column == 0 || layout.isWords()) return HorizontalTextAlignEnum.LEFT;
        return layout == TableLayout.SERIES ? HorizontalTextAlignEnum.CENTER : HorizontalTextAlignEnum.RIGHT;
    }

    private static JRDesignField text(String name) {
        JRDesignField field = new JRDesignField();
        field.setName(name);
        field.setValueClass(String.class);
        return field;
    }

    /// The picture of the row, marked as decoration: the cells of the row have its values.
    private void setStrip(JRDesignBand row) {
        JRDesignElement strip = keyed(row, "strip");
        JRDesignElement groupRule = keyed(row, "group rule");
        if (layout.hasStrips()) {
            strip.setX(layout.stripFrom(columns));
            strip.setWidth(TableLayout.WIDTH - layout.stripFrom(columns));
        } else {
            row.removeElement(strip);
            row.removeElement(groupRule);
        }
    }
}
