package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.intake.Book;
import org.huboutcomes.intake.Books;
import org.huboutcomes.intake.Limits;
import org.huboutcomes.intake.Unreadable;
import org.huboutcomes.returns.Layout;
import org.huboutcomes.returns.Screening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the workbook that goes back with a receipt: the analyst's own, marked; or one made from her CSV or zip; or,
/// where
/// neither can be, one of the findings alone. Whatever is wrong with a file, something goes back.
public final class ReturnedWorkbook {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedWorkbook.class);
    private static final int ROWS_IN_MEMORY = 100;

    private final Screening screening;
    private final Limits limits;
    private final ReturnedLimits returned;

    public ReturnedWorkbook(Screening screening, Limits limits, ReturnedLimits returned) {
        this.screening = screening;
        this.limits = limits;
        this.returned = returned;
    }

    /// Writes it.
    ///
    /// @param file as it was archived
    /// @param target where it is put together, under a name that is not yet its own
    /// @return the ending of its name
    String write(Path file, Receipt receipt, Path target) throws IOException {
        Path draft = Files.createTempFile("returned", ".draft");
        try {
            return draw(file, receipt, draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String draw(Path file, Receipt receipt, Path draft, Path target) throws IOException {
        try {
            Optional<String> marked = marked(file, receipt, draft, target);
            if (marked.isPresent()) return marked.get();
        } catch (Unreadable | IOException | RuntimeException | LinkageError | StackOverflowError e) {
            // What our own reader forgives, and what it refuses, may be too much for POI; the receipt has told why.
            LOG.info(
                    "receipts: {}: goes back as findings alone ({})",
                    receipt.file(),
                    e.getClass().getSimpleName());
        }
        alone(receipt, draft);
        SteadyBytes.write(draft, target);
        return ".findings.xlsx";
    }

    private Optional<String> marked(Path file, Receipt receipt, Path draft, Path target)
            throws Unreadable, IOException {
        boolean placed =
                receipt.sheets().stream().anyMatch(part -> !part.findings().isEmpty());
        if (!placed || receipt.all().count() > returned.findings()) return Optional.empty();
        List<Layout> layouts = screening.layouts(file, receipt.file());
        if (layouts.stream().noneMatch(Layout::isReturn)) return Optional.empty();
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> {
                if (!isWorkbook(file)) yield copied(file, layouts, receipt, draft, target);
                if (unpacked(file) > returned.bytes()) yield Optional.empty();
                own(file, layouts, receipt, draft);
                SteadyBytes.write(draft, target);
                yield Optional.of(".returned." + ending(receipt.file(), "xlsx"));
            }
            case OLE2 -> {
                if (Files.size(file) > returned.bytes() / 4) yield Optional.empty();
                ownOfOldKind(file, layouts, receipt, target);
                yield Optional.of(".returned.xls");
            }
            default -> copied(file, layouts, receipt, draft, target);
        };
    }

    private static String ending(String name, String otherwise) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsm") ? "xlsm" : otherwise;
    }

    /// Read through a stream, so that nothing is ever written into the archive.
    private static void own(Path file, List<Layout> layouts, Receipt receipt, Path draft) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            new OwnWorkbook(workbook, layouts).tell(receipt);
            date(workbook, receipt);
            save(workbook, draft);
        }
    }

    private static void ownOfOldKind(Path file, List<Layout> layouts, Receipt receipt, Path target) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(parts, true);
                OutputStream out = Files.newOutputStream(target)) {
            new OwnWorkbook(workbook, layouts).tell(receipt);
            workbook.write(out);
        }
    }

    private Optional<String> copied(Path file, List<Layout> layouts, Receipt receipt, Path draft, Path target)
            throws Unreadable, IOException {
        try (SXSSFWorkbook workbook = streamed();
                Book book = Books.open(file, receipt.file(), limits)) {
            new CopiedWorkbook(workbook).tell(book, layouts, receipt);
            date(workbook.getXSSFWorkbook(), receipt);
            save(workbook, draft);
        }
        SteadyBytes.write(draft, target);
        return Optional.of(".returned.xlsx");
    }

    private static void alone(Receipt receipt, Path draft) throws IOException {
        try (SXSSFWorkbook workbook = streamed()) {
            new FindingsSheet(workbook.createSheet("Findings"), new Dress(workbook.getXSSFWorkbook()), Map.of())
                    .write(
                            receipt,
                            List.of(
                                    "Only the findings are in this workbook: correct the cells in your own, and send that in again. Notes can be sent in here."));
            date(workbook.getXSSFWorkbook(), receipt);
            save(workbook, draft);
        }
    }

    private static SXSSFWorkbook streamed() {
        return new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, true);
    }

    private static void save(org.apache.poi.ss.usermodel.Workbook workbook, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft)) {
            workbook.write(out);
        }
    }

    /// A workbook says who made it and when it was saved: the first is nobody's business, the second the receipt's day.
    private static void date(XSSFWorkbook workbook, Receipt receipt) {
        CoreProperties said = workbook.getProperties().getCoreProperties();
        Optional<Date> day = Optional.of(Date.from(
                LocalDate.parse(receipt.taken()).atStartOfDay(ZoneOffset.UTC).toInstant()));
        said.setCreator("hub-outcomes");
        said.setLastModifiedByUser("hub-outcomes");
        said.setCreated(day);
        said.setModified(day);
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        }
    }

    /// Counted as it is unpacked: what a zip says of its own size need not be true.
    private long unpacked(Path file) throws IOException {
        long all = 0;
        byte[] bytes = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries()))
                try (InputStream content = zip.getInputStream(part)) {
                    for (int read = content.read(bytes); read >= 0; read = content.read(bytes)) {
                        all += read;
                        if (all > returned.bytes()) return all;
                    }
                }
        }
        return all;
    }
}
