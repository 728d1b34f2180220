package org.huboutcomes.reports.paper;

import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/// Gives each export its own tagger; the report engine makes this by the name of its class, which must be public.
public final class Taggers implements PdfTaggerFactory {

    @Override
    public PdfTagger createTagger(JRPdfExporter exporter) {
        return new Tagger();
    }
}
