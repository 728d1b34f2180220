package org.huboutcomes.reports.paper;

import java.util.function.Function;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.repo.ReportResource;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;
import org.jspecify.annotations.Nullable;

/// Finds the subreports that a template names, only among the compiled templates. Everything else, such as fonts,
/// comes from other services.
final class TemplateFiles implements RepositoryService {

    private final Function<String, JasperReport> compiled;

    TemplateFiles(Function<String, JasperReport> compiled) {
        this.compiled = compiled;
    }

    @Override
    public @Nullable Resource getResource(String name) {
        return null;
    }

    @Override
    public <K extends Resource> @Nullable K getResource(String name, Class<K> type) {
        if (type != ReportResource.class) return null;
        ReportResource report = new ReportResource();
        report.setReport(compiled.apply(name));
        return type.cast(report);
    }

    @Override
    public void saveResource(String name, Resource resource) {
        throw new UnsupportedOperationException("Templates are not written.");
    }
}
