package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.reports.Edition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An edition has a public report for each restricted one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicEditionTest {

    private static final String REPORT = "public/reports/202223/QS1.pdf";

    private final Path folder;
    private TestWorkspace workspace = new TestWorkspace(Path.of(""));
    private Path edition = Path.of("");
    private String printed = "";

    PublicEditionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void anEdition() throws IOException {
        workspace = TestWorkspace.afterTheNight(folder);
        printed = workspace.printed("annual", "--year", "2022/23", "--final");
        edition = workspace.root().resolve("editions/2022-23-v1");
    }

    @Test
    void aFinalEditionListsWhatItLacksAndAProvisionalOneSaysByWhenToCorrectIt() {
        assertThat(printed)
                .contains("Outstanding returns of 2022/23", "Open queries of 2022/23:", "    QS1: ")
                .doesNotContain("provisional");
        assertThat(edition.resolve("outstanding.csv"))
                .content()
                .startsWith("time_period,network,hub,hub_name,due,returns");
        assertThat(edition.resolve("open_queries.csv")).content().contains("202223,Science Learning Partnerships,");
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(Edition.of("2022/23 v2", day, day.plusWeeks(4), "public").state())
                .isEqualTo("provisional");
        assertThat(Edition.of("2022/23 v2", day, day.plusWeeks(4), "restricted").state())
                .isEqualTo("provisional (send corrections by 21 December 2026)");
        assertThat(workspace.exitCode("annual", "--year", "2022/23", "--final", "--corrections-by", "2026-12-31"))
                .isEqualTo(2);
    }

    @Test
    void bothReportsAreInTheEditionAndInThePublishedFolder() throws IOException {
        List<String> own = new ArrayList<>(reports(edition.resolve("reports")));
        reports(edition.resolve("hubs")).stream()
                .map(file -> file.replaceAll("(.*)/(\\d+)/(.*\\.pdf)", "$2/$3"))
                .forEach(own::add);
        assertThat(reports(edition.resolve("public/reports")))
                .containsExactlyInAnyOrderElementsOf(
                        own.stream().filter(file -> file.endsWith(".pdf")).toList());
        assertThat(reports(edition.resolve("public/reports")))
                .hasSizeGreaterThan(3)
                .contains("202223/QS1.pdf");
        assertThat(workspace.published(REPORT)).hasSameBinaryContentAs(edition.resolve(REPORT));
        assertThat(text(edition.resolve(REPORT)))
                .contains("Edition 2022/23 v1, final; public, counts rounded to the nearest 5;");
        assertThat(text(edition.resolve("hubs/QS1/202223/QS1.pdf"))).contains("final; restricted;");
    }

    /// A chapter would have nothing else to say, as maps and local authorities are not public.
    @Test
    void aPublicReportDoesNotSayThatTheAreaIsTheSame() throws IOException {
        String same = "The area has not changed.";
        assertThat(text(edition.resolve("hubs/HM1/202223/HM1.pdf"))).contains("Reach by place", same);
        assertThat(text(edition.resolve("public/reports/202223/HM1.pdf"))).doesNotContain("Reach by place", same);
    }

    /// These files show the hub's own small counts.
    @Test
    void onlyTheUserWhoRunsTheProgramMayReadTheFilesMadeForOneHub() throws IOException {
        assumeTrue(Files.getFileStore(edition).supportsFileAttributeView("posix"));
        for (String folder : List.of("hubs", "hubs/QS1", "hubs/QS1/202223"))
            assertThat(permissions(folder)).as(folder).isEqualTo("rwx------");
        for (String file : List.of("QS1.pdf", "QS1.xlsx", "QS1.csv"))
            assertThat(permissions("hubs/QS1/202223/" + file)).as(file).isEqualTo("rw-------");
        for (String file : List.of("reports/202223/Maths Hubs.pdf", REPORT, "indicators.csv"))
            assertThat(permissions(file)).as(file).isEqualTo("rw-r--r--");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.published(file)));
    }

    private static List<String> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.endsWith("-evidence.pdf"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void eachWasSearchedForOtherHubsAndIsListedTwice() throws IOException {
        for (Path root : List.of(edition, workspace.root().resolve("published"))) {
            CSVRecord all = listed(root).get(REPORT);
            CSVRecord open = listed(root.resolve("public")).get("reports/202223/QS1.pdf");
            assertThat(all.get("isolation")).startsWith("passed ").isEqualTo(open.get("isolation"));
            assertThat(open.get("sha256")).isEqualTo(Sha256.of(edition.resolve(REPORT)));
            for (CSVRecord line : listed(root).values())
                assertThat(Sha256.of(root.resolve(line.get("file"))))
                        .as(line.get("file"))
                        .isEqualTo(line.get("sha256"));
            for (CSVRecord line : listed(root.resolve("public")).values())
                assertThat(root.resolve("public").resolve(line.get("file"))).isRegularFile();
        }
    }

    private static Map<String, CSVRecord> listed(Path folder) throws IOException {
        Map<String, CSVRecord> lines = new TreeMap<>();
        for (CSVRecord line : TestWorkspace.csv(folder.resolve("manifest.csv"))) lines.put(line.get("file"), line);
        return lines;
    }

    @Test
    void theNextRunKeepsIt() throws IOException {
        workspace.run("nightly");
        assertThat(workspace.published(REPORT)).hasSameBinaryContentAs(edition.resolve(REPORT));
        assertThat(listed(workspace.published("public"))).containsKeys("reports/202223/QS1.pdf", "indicators.csv");
        assertThat(listed(workspace.published(""))).containsKeys(REPORT, "public/manifest.csv");
    }

    @Test
    @Tag("long")
    void anEditionWithTheSameFiguresHasTheSameBytes() throws IOException {
        TestWorkspace again = TestWorkspace.afterTheNight(Files.createDirectories(folder.resolve("again")));
        again.run("annual", "--year", "2022/23", "--final");
        Path other = again.root().resolve("editions/2022-23-v1");
        for (String report : reports(edition.resolve("public")))
            assertThat(other.resolve("public").resolve(report))
                    .hasSameBinaryContentAs(edition.resolve("public").resolve(report));
    }

    @Test
    @Tag("long")
    void aRestrictedWorkspaceHasNothingPublic() throws IOException {
        TestWorkspace closed = TestWorkspace.afterTheNight(Files.createDirectories(folder.resolve("closed")));
        Files.writeString(closed.root().resolve("workspace.yaml"), "profile: restricted\n");
        closed.run("nightly");
        closed.run("annual", "--year", "2022/23", "--hub", "QS1");
        assertThat(closed.published("public")).doesNotExist();
        assertThat(closed.root().resolve("editions/2022-23-v1/public")).doesNotExist();
        assertThat(closed.published("hubs/QS1/202223/QS1.pdf")).exists();
    }
}
