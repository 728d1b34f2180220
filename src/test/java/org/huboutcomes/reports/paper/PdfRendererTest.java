package org.huboutcomes.reports.paper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfRendererTest {

    @TempDir
    private Path folder;

    @Test
    void aTemplateThatReachesForTheMachineIsRefused() throws IOException {
        copyHouse();
        Path report = folder.resolve("house/report.jrxml");
        Files.writeString(report, Files.readString(report).replace("$P{footer}", "new java.io.File(\"x\").getName()"));
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)).print(ReportDocuments.tiny()))
                .hasStackTraceContaining("java.io.File is not visible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "cards", "findings", "table"})
    void aBrokenTemplateIsNamedAtTheStart(String name) throws IOException {
        copyHouse();
        Files.writeString(folder.resolve("house/" + name + ".jrxml"), "<jasperReport name=\"" + name + "\">");
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)))
                .hasMessageContaining("reports/house/" + name + ".jrxml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "own", "other", "strip", "group rule"})
    void aTableWithoutAnElementThatTheProgramCopiesIsRefused(String key) throws IOException {
        copyHouse();
        Path table = folder.resolve("house/table.jrxml");
        Files.writeString(table, Files.readString(table).replace("key=\"" + key + "\"", "key=\"renamed\""));
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)))
                .hasMessageContaining("reports/house/table.jrxml")
                .hasMessageContaining("\"" + key + "\"");
    }

    @Test
    void brokenStylesAreNamedAtTheStart() throws IOException {
        copyHouse();
        Files.writeString(folder.resolve("house/house.jrtx"), "<jasperTemplate>");
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)))
                .hasMessageContaining("reports/house/house.jrtx");
    }

    @Test
    void aSubreportThatIsNoTemplateOfTheHouseIsRefused() throws IOException {
        copyHouse();
        Path report = folder.resolve("house/report.jrxml");
        Files.writeString(report, Files.readString(report).replace("\"cards.jasper\"", "\"elsewhere.jasper\""));
        ReportDocument withCards = ReportDocuments.of(new ReportBlock.Cards(List.of()));
        assertThatThrownBy(() -> new PdfRenderer(ReportResources.in(folder)).print(withCards))
                .hasStackTraceContaining("reports/house/elsewhere.jrxml");
    }

    private void copyHouse() throws IOException {
        for (String file :
                List.of("house.jrtx", "charts.yaml", "report.jrxml", "cards.jrxml", "findings.jrxml", "table.jrxml"))
            copy("house/" + file);
    }

    private void copy(String path) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(to.getParent());
        Files.write(to, ReportResources.packaged().bytes(path));
    }
}
