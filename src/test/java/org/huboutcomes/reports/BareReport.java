package org.huboutcomes.reports;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;

/// A plain table of eight columns on a number of pages, filled and exported by JasperReports without tags, charts
/// or fonts, for comparison with a report.
public final class BareReport {

    private static final int ROWS_OF_PAGE = 40;
    private static final int COLUMNS = 8;

    private final JasperReport report;
    private final List<Map<String, ?>> rows = new ArrayList<>();

    public BareReport(int pages) throws JRException {
        JasperDesign design = new JasperDesign();
        design.setName("bare");
        JRDesignBand band = new JRDesignBand();
        band.setHeight(19);
        for (int column = 0; column < COLUMNS; column++) {
            JRDesignField field = new JRDesignField();
            field.setName("column" + column);
            field.setValueClass(String.class);
            design.addField(field);
            JRDesignTextField text = new JRDesignTextField();
            text.setX(column * 69);
            text.setWidth(69);
            text.setHeight(19);
            text.setExpression(new JRDesignExpression("$F{column" + column + "}"));
            band.addElement(text);
        }
        ((JRDesignSection) design.getDetailSection()).addBand(band);
        report = JasperCompileManager.compileReport(design);
        Map<String, String> row = new TreeMap<>();
        for (int column = 0; column < COLUMNS; column++) row.put("column" + column, "Figure 42.0");
        for (int i = 0; i < pages * ROWS_OF_PAGE; i++) rows.add(row);
    }

    public byte[] render() throws JRException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        JasperExportManager.exportReportToPdfStream(
                JasperFillManager.fillReport(report, new HashMap<>(), new JRMapCollectionDataSource(rows)), pdf);
        return pdf.toByteArray();
    }
}
