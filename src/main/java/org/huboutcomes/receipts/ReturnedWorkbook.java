package org.huboutcomes.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.DiskFailure;
import org.huboutcomes.files.ReproducibleZip;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.BookOpener;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.CTProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the workbook that is returned with a receipt: the analyst's own, marked; or one made from a CSV file or
/// zip; or, if neither is possible, one with only the findings. Something is returned whatever is wrong with the
/// file.
public final class ReturnedWorkbook {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedWorkbook.class);
    private static final int ROWS_IN_MEMORY = 100;
    private static final Pattern COPIES =
            Pattern.compile("/xl/(pivotCache|charts|embeddings|externalLinks|persons|threadedComments|queryTables)/.*");

    private final Screening screening;
    private final ReadLimits limits;
    private final ReturnedLimits returned;
    private final Supplier<ReferenceLists> registers;

    /// @param registers the reference lists for looking up hubs
    public ReturnedWorkbook(
            Screening screening, ReadLimits limits, ReturnedLimits returned, Supplier<ReferenceLists> registers) {
        this.registers = registers;
        this.screening = screening;
        this.limits = limits;
        this.returned = returned;
    }

    /// Writes the workbook.
    ///
    /// @param file the archived file
    /// @param target a temporary file
    /// @return its kind, as in [ReturnedName]
    String write(Path file, Receipt receipt, Path target) throws IOException {
        Path draft = Files.createTempFile("returned", ".draft");
        try {
            return draw(file, receipt, draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Writes the converted workbook of a file with a sheet that cannot be read as a return.
    ///
    /// @return its kind; empty if none can be made
    Optional<String> converted(Path file, Receipt receipt, Path target, ReturnTypes types) throws IOException {
        Path draft = Files.createTempFile("converted", ".draft");
        try {
            return attempt(receipt, () -> {
                List<ConvertedTable> tables = screening.conversions(file, receipt.file(), registers.get()).stream()
                        .filter(table -> receipt.sheets().stream()
                                .anyMatch(part -> part.status().equals("converted")
                                        && part.sheet().equals(table.sheet())))
                        .toList();
                if (tables.isEmpty()) return Optional.empty();
                try (XSSFWorkbook workbook = new XSSFWorkbook();
                        Book book = BookOpener.open(file, receipt.file(), limits)) {
                    new ConvertedWorkbook(workbook, types).write(book, tables, receipt);
                    date(workbook, receipt);
                    save(workbook, draft);
                }
                Names none = Names.of(List.of());
                ReproducibleZip.write(draft, target, (name, part) -> Redaction.part(none, name, part));
                return Optional.of(".converted.xlsx");
            });
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Whether a file is a text document, which is returned as a workbook to correct and complete.
    boolean isDocument(Path file) throws IOException {
        if (FileMagic.valueOf(file.toFile()) != FileMagic.OOXML) return false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("word/document.xml") != null;
        } catch (ZipException damaged) {
            return false;
        }
    }

    /// Writes the converted workbook of a text document.
    ///
    /// @return its kind; empty if nothing of the document was loaded
    Optional<String> document(Path file, Receipt receipt, Path target, ReturnTypes types) throws IOException {
        Path draft = Files.createTempFile("converted", ".draft");
        try {
            return attempt(receipt, () -> {
                Optional<ScreenedSheet> read = screening.document(file, receipt.file(), registers.get());
                ReturnType type = read.map(ScreenedSheet::type).orElse(null);
                if (type == null) return Optional.empty();
                try (XSSFWorkbook workbook = new XSSFWorkbook();
                        Book book = BookOpener.open(file, receipt.file(), limits)) {
                    new DocumentWorkbook(workbook, types).write(book, read.get(), type, receipt);
                    date(workbook, receipt);
                    save(workbook, draft);
                }
                Names none = Names.of(List.of());
                ReproducibleZip.write(draft, target, (name, part) -> Redaction.part(none, name, part));
                return Optional.of(".converted.xlsx");
            });
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String draw(Path file, Receipt receipt, Path draft, Path target) throws IOException {
        boolean marks =
                receipt.sheets().stream().anyMatch(part -> !part.findings().isEmpty())
                        && receipt.all().count() <= returned.findings();
        Optional<String> made = marks
                ? attempt(receipt, () -> isTooLarge(file) ? Optional.empty() : marked(file, receipt, draft, target))
                : Optional.empty();
        if (made.isPresent()) return made.get();
        alone(receipt, draft);
        ReproducibleZip.write(draft, target);
        return ".findings.xlsx";
    }

    private Optional<String> marked(Path file, Receipt receipt, Path draft, Path target) throws IOException {
        Optional<String> own = attempt(receipt, () -> own(file, receipt, draft, target));
        return own.isPresent() ? own : attempt(receipt, () -> copied(file, receipt, draft, target));
    }

    @FunctionalInterface
    interface Attempt {
        Optional<String> make() throws UnreadableException, IOException;
    }

    /// Runs an attempt that may fail because of the file: POI refuses some files that our own reader accepts. The
    /// receipt gives the reason. A disk failure is thrown, because it does not concern the hub.
    static Optional<String> attempt(Receipt receipt, Attempt attempt) throws IOException {
        try {
            return attempt.make();
        } catch (UnreadableException | IOException | RuntimeException | LinkageError | StackOverflowError e) {
            Optional<IOException> disk = DiskFailure.causeOf(e);
            if (disk.isPresent()) throw disk.get();
            LOG.info("receipts: {}: cannot go back marked in this way", receipt.file());
            LOG.debug("receipts: {}", receipt.file(), e);
            return Optional.empty();
        }
    }

    private boolean isTooLarge(Path file) throws IOException {
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> isWorkbook(file) && unpacked(file) > returned.bytes();
            case OLE2 -> Files.size(file) > returned.bytes() / 4;
            default -> false;
        };
    }

    /// The analyst's own workbook, marked, if POI can read it. It is read through a stream, so that POI can never
    /// write to the archive.
    private Optional<String> own(Path file, Receipt receipt, Path draft, Path target)
            throws UnreadableException, IOException {
        FileMagic kind = FileMagic.valueOf(file.toFile());
        if (kind != FileMagic.OLE2 && (kind != FileMagic.OOXML || !isWorkbook(file))) return Optional.empty();
        List<SheetLayout> layouts = screening.layouts(file, receipt.file(), registers.get());
        if (layouts.stream().noneMatch(SheetLayout::isReturn)) return Optional.empty();
        if (kind == FileMagic.OLE2) return ownOfOldKind(file, layouts, receipt, target);
        boolean guarded = layouts.stream().anyMatch(SheetLayout::isGuarded);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            if (guarded && keepsCopies(workbook)) return Optional.empty();
            new MarkedWorkbook(workbook, layouts).tell(receipt);
            Redaction.leftovers(workbook);
            date(workbook, receipt);
            save(workbook, draft);
            Names names = Names.of(layouts);
            ReproducibleZip.write(draft, target, (name, part) -> Redaction.part(names, name, part));
            // The extension follows the content: Excel refuses a workbook with macros under the name of one
            // without.
            return Optional.of(workbook.isMacroEnabled() ? ".returned.xlsm" : ".returned.xlsx");
        }
    }

    /// Whether it has parts that repeat the content of cells, such as the cached rows of a pivot table. If people
    /// may be named in cells, they may be named there too.
    private static boolean keepsCopies(XSSFWorkbook workbook) throws IOException {
        try {
            return !workbook.getPackage().getPartsByName(COPIES).isEmpty();
        } catch (RuntimeException e) {
            throw new IOException("a workbook whose parts cannot be listed", e);
        }
    }

    /// A marked workbook of the old format, if it names no people: this format may keep data that is no longer in
    /// its cells.
    private static Optional<String> ownOfOldKind(Path file, List<SheetLayout> layouts, Receipt receipt, Path target)
            throws IOException {
        if (layouts.stream().anyMatch(SheetLayout::isGuarded)) return Optional.empty();
        try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(parts, true);
                DiskFailure.Writing out = DiskFailure.open(target)) {
            new MarkedWorkbook(workbook, layouts).tell(receipt);
            write(workbook, out);
        }
        String bytes = new String(Files.readAllBytes(target), ISO_8859_1);
        try (DiskFailure.Writing out = DiskFailure.open(target)) {
            out.write(Redaction.crossedOut(bytes).getBytes(ISO_8859_1));
        }
        return Optional.of(".returned.xls");
    }

    /// The values of a file that is not a workbook or that POI cannot read, such as a strict workbook.
    private Optional<String> copied(Path file, Receipt receipt, Path draft, Path target)
            throws UnreadableException, IOException {
        List<SheetLayout> layouts = screening.layouts(file, receipt.file(), registers.get());
        if (layouts.stream().noneMatch(SheetLayout::isReturn)) return Optional.empty();
        FileMagic kind = FileMagic.valueOf(file.toFile());
        List<String> remarks = kind == FileMagic.OLE2 || kind == FileMagic.OOXML && isWorkbook(file)
                ? List.of(
                        "This copy has only the values of your workbook. Its formatting could not be kept, or not without naming people.")
                : List.of();
        try (SXSSFWorkbook workbook = streamed(Files.size(file) <= returned.bytes());
                Book book = BookOpener.open(file, receipt.file(), limits)) {
            new CopiedWorkbook(workbook).tell(book, layouts, receipt, remarks);
            date(workbook.getXSSFWorkbook(), receipt);
            save(workbook, draft);
        }
        ReproducibleZip.write(draft, target);
        return Optional.of(".returned.xlsx");
    }

    private static void alone(Receipt receipt, Path draft) throws IOException {
        try (SXSSFWorkbook workbook = streamed(true)) {
            new FindingsSheet(
                            workbook.createSheet("Findings"), new WorkbookStyles(workbook.getXSSFWorkbook()), Map.of())
                    .write(
                            receipt,
                            List.of(
                                    "This workbook has only the findings. Correct the cells in your own workbook and send that in again. Notes can be sent in this one."));
            date(workbook.getXSSFWorkbook(), receipt);
            save(workbook, draft);
        }
    }

    /// @param shared whether to use a table of shared texts, as other programs expect from a file to be edited; POI
    /// keeps it in memory
    private static SXSSFWorkbook streamed(boolean shared) {
        return new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, true, shared);
    }

    private static void save(org.apache.poi.ss.usermodel.Workbook workbook, Path draft) throws IOException {
        try (DiskFailure.Writing out = DiskFailure.open(draft)) {
            write(workbook, out);
        }
    }

    private static void write(org.apache.poi.ss.usermodel.Workbook workbook, DiskFailure.Writing out)
            throws IOException {
        try {
            workbook.write(out);
        } catch (RuntimeException e) {
            out.checkDisk();
            throw e;
        }
    }

    /// Removes the author and sets the date to the day of the receipt, because a workbook names its author and the
    /// time it was saved.
    private static void date(XSSFWorkbook workbook, Receipt receipt) {
        CoreProperties said = workbook.getProperties().getCoreProperties();
        Optional<Date> day = Optional.of(Date.from(
                LocalDate.parse(receipt.taken()).atStartOfDay(ZoneOffset.UTC).toInstant()));
        CTProperties more = workbook.getProperties().getExtendedProperties().getUnderlyingProperties();
        if (more.isSetManager()) more.unsetManager();
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

    /// Counts the bytes while unpacking, because the sizes stated in a zip may be false.
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
