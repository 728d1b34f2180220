package org.huboutcomes.reports.paper;

import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/// Creates a tagger for each export. The report engine creates this class by name, so it must be public.
public final class Taggers implements PdfTaggerFactory {

    @Override
    public PdfTagger createTagger(JRPdfExporter exporter) {
        return new Tagger();
    }
}
