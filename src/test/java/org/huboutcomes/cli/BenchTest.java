package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.BareReport;
import org.huboutcomes.reports.Edition;
import org.huboutcomes.reports.Reports;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.returns.ReadingBench;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/// Measures the processor time of the program in one run, compared with what other programs need for a part of it.
/// It is not part of the build, and fails only if a result is wrong: `./mvnw -Pbench test`, with
/// `-Dbench.rows=150000` for the number of rows of a file.
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchTest {

    private static final int ROWS = Integer.getInteger("bench.rows", 150_000);
    /// As many as it takes until the just-in-time compiler has done its work, as in a night of many files.
    private static final int ROUNDS = 10;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path folder;
    private final List<String> table = new ArrayList<>();

    BenchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void heading() {
        table.add("| what | CPU | compared with | CPU | ratio |");
        table.add("|---|---|---|---|---|");
    }

    @AfterAll
    void write() throws Exception {
        Files.write(Path.of("target/bench.md"), table);
        table.forEach(System.out::println);
    }

    @Test
    void readingFiles() throws Exception {
        Path csv = ReadingBench.csv(folder, ROWS);
        Path xlsx = ReadingBench.workbook(folder, ROWS);
        double ours = cpu(() -> assertThat(ReadingBench.ours(csv)).isEqualTo(ROWS));
        double duckdb = cpu(() -> assertThat(ReadingBench.duckdb(csv)).isEqualTo(ROWS));
        add(ROWS + " rows of .csv, read and checked", ours, "DuckDB's read_csv, one thread", duckdb);
        double workbook = cpu(() -> assertThat(ReadingBench.ours(xlsx)).isEqualTo(ROWS));
        double fastexcel = cpu(() -> assertThat(ReadingBench.fastexcel(xlsx)).isEqualTo(ROWS));
        double model = cpu(() -> assertThat(ReadingBench.userModel(xlsx)).isEqualTo(ROWS));
        add(ROWS + " rows of .xlsx, read and checked", workbook, "fastexcel's bare reading", fastexcel);
        add("the same", workbook, "POI's user model", model);
        TestWorkspace testWorkspace =
                TestWorkspace.in(folder.resolve("check")).drop(TestWorkspace.SAMPLES.resolve("registers"));
        testWorkspace.run("import");
        Path known = ReadingBench.workbook(folder, ROWS, schools());
        double check = cpu(() ->
                assertThat(testWorkspace.exitCode("check", known.toString())).isZero());
        add("the command check of as many, of schools of the register", check, "fastexcel's bare reading", fastexcel);
    }

    /// The schools of the sample register in the area of a sample hub.
    private static List<ReadingBench.School> schools() throws Exception {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
        Path register = TestWorkspace.SAMPLES.resolve("registers/edubasealldata20230901.csv");
        try (CSVParser schools = CSVParser.parse(register, StandardCharsets.ISO_8859_1, format)) {
            return schools.stream()
                    .filter(school -> school.get("LA (code)").equals("101"))
                    .map(school -> new ReadingBench.School(
                            "QS1", Integer.parseInt(school.get("URN")), school.get("EstablishmentName")))
                    .toList();
        }
    }

    @Test
    void aReport() throws Exception {
        Path workspace = TestWorkspace.afterTheNight(folder).root();
        List<HubFigures> hubs = new ArrayList<>();
        try (Store store = Store.open(workspace.resolve("store/outcomes.duckdb"), List.of(workspace), "1GB");
                Connection connection = store.dataSource().getConnection()) {
            Published published = new Published(connection);
            for (Published.Edition edition : published.editions())
                if (edition.timePeriod() == 202223) hubs.add(published.figuresFor(edition));
            figures(store);
        }
        Reports reports = Reports.packaged();
        Edition edition = new Edition("2022/23 v1", LocalDate.of(2026, 11, 23), false, "restricted");
        HubFigures hub = hubs.get(0);
        byte[] pdf = reports.render(hub, edition);
        BareReport bare;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            bare = new BareReport(document.getNumberOfPages());
        }
        try (PDDocument one = Loader.loadPDF(pdf);
                PDDocument other = Loader.loadPDF(bare.render())) {
            assertThat(other.getNumberOfPages()).isEqualTo(one.getNumberOfPages());
        }
        for (int i = 0; i < 30; i++) {
            reports.render(hub, edition);
            bare.render();
            new DataPack(hub, edition).workbook();
        }
        double plain = cpu(bare::render);
        add(
                "a report, warm",
                cpu(() -> reports.render(hub, edition)),
                "Jasper's fill and export of as many pages",
                plain);
        add("its data pack, warm", cpu(() -> new DataPack(hub, edition).workbook()), "the same", plain);
    }

    private void figures(Store store) throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        double nothing = cpu(() -> figures(store, catalogue, false));
        add("all tables, checks, figures", cpu(() -> figures(store, catalogue, true)), "when nothing changed", nothing);
    }

    private static boolean figures(Store store, Catalogue catalogue, boolean all) {
        new TransactionTemplate(store.transactions())
                .executeWithoutResult(status -> store.inTransaction(connection -> {
                    if (all) forgetRuns(connection);
                    new CatalogueTables(catalogue).build(connection);
                    new Checks(store, catalogue).run();
                    new Indicators(catalogue).measure(connection);
                    new Publication(catalogue).make(connection);
                    return true;
                }));
        return all;
    }

    private static void forgetRuns(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from query_run");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nights() throws Exception {
        TestWorkspace testWorkspace = TestWorkspace.in(folder.resolve("nights")).dropSampleYears();
        double first = once(() -> testWorkspace.exitCode("nightly"));
        double one = once(() -> oneReturn(testWorkspace));
        double unchanged = once(() -> testWorkspace.exitCode("nightly"));
        add("a night after one return with a row fewer", one, "the first night of the samples", first);
        add("a night after which nothing came", unchanged, "the first night of the samples", first);
    }

    private static int oneReturn(TestWorkspace testWorkspace) throws Exception {
        Path file = TestWorkspace.SAMPLES.resolve("2022-23/HM1_2022-23_return.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(
                        testWorkspace.root().resolve("import").resolve("HM1_2022-23_return.xlsx"))) {
            Sheet engagement = workbook.getSheet("Engagement");
            engagement.removeRow(engagement.getRow(engagement.getLastRowNum()));
            workbook.write(out);
        }
        return testWorkspace.exitCode("nightly");
    }

    /// The minimum of several rounds, in CPU seconds of this process: the first is cold.
    private static double cpu(Callable<?> work) throws Exception {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) least = Math.min(least, once(work));
        return least;
    }

    private static double once(Callable<?> work) throws Exception {
        long begun = MACHINE.getProcessCpuTime();
        work.call();
        return (MACHINE.getProcessCpuTime() - begun) / 1e9;
    }

    private void add(String what, double cpu, String beside, double besideCpu) {
        table.add(String.format(
                Locale.UK, "| %s | %.2f s | %s | %.2f s | %.2f |", what, cpu, beside, besideCpu, cpu / besideCpu));
    }
}
