package org.huboutcomes.reports.paper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRendererTest {

    @TempDir
    private Path folder;

    @Test
    void aTemplateThatReachesForTheMachineIsRefused() throws IOException {
        copy("house/styles.xml");
        copy("house/charts.yaml");
        copy("house/body.jrxml");
        Path body = folder.resolve("house/body.jrxml");
        Files.writeString(body, Files.readString(body).replace("$P{footer}", "new java.io.File(\"x\").getName()"));
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)).print(ReportDocuments.tiny()))
                .hasStackTraceContaining("java.io.File is not visible");
    }

    @Test
    void aBrokenTemplateIsNamedAtTheStart() throws IOException {
        copy("house/styles.xml");
        copy("house/charts.yaml");
        Path body = folder.resolve("house/body.jrxml");
        Files.createDirectories(body.getParent());
        Files.writeString(body, "<jasperReport name=\"body\">");
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)))
                .hasMessageContaining("reports/house/body.jrxml");
    }

    private void copy(String path) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(to.getParent());
        Files.write(to, ReportResources.packaged().bytes(path));
    }
}
