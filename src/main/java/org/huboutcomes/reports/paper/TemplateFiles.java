package org.huboutcomes.reports.paper;

import java.util.function.Function;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.repo.ReportResource;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;
import org.jspecify.annotations.Nullable;

/// Where the report engine finds the subreports that a template names: among the compiled templates, and nowhere
/// else. It asks other services for all else, such as type.
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
