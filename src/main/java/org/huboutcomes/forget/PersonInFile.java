package org.huboutcomes.forget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.DiskFailure;
import org.huboutcomes.files.ReproducibleZip;
import org.huboutcomes.receipts.SharedTexts;
import org.huboutcomes.returns.PersonCell;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.csv.CsvCells;
import org.huboutcomes.spreadsheets.model.TextEncoding;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.huboutcomes.spreadsheets.zip.ZipBook;
import org.springframework.util.FileSystemUtils;

/// Writes a copy of a received file in which a person is replaced by another reference. The same file and person
/// give the same bytes, so a killed run can be repeated.
final class PersonInFile {

    // In memory, a workbook takes about thirty times the size of its parts, and a single part about four times its
    // own.
    private static final long LARGEST_WORKBOOK = Runtime.getRuntime().maxMemory() / 40;
    private static final long LARGEST_PART = Runtime.getRuntime().maxMemory() / 8;

    private final Screening screening;
    private final ReferenceLists registers;
    private final Person person;
    private final List<String> unread;

    /// @param unread receives the names of zip members that cannot be read; such a member is left unchanged
    PersonInFile(Screening screening, ReferenceLists registers, Person person, List<String> unread) {
        this.screening = screening;
        this.registers = registers;
        this.person = person;
        this.unread = unread;
    }

    /// An action on a file or a part of it that may fail because of the file.
    @FunctionalInterface
    interface Attempt {
        boolean isNamed() throws IOException, UnreadableException;
    }

    /// Runs an action that may fail because of a received file: POI refuses some files that our own reader accepts.
    /// A disk failure is thrown.
    ///
    /// @return whether the person was named; empty if that cannot be determined
    static Optional<Boolean> attempt(Attempt attempt) throws IOException {
        try {
            return Optional.of(attempt.isNamed());
        } catch (UnreadableException | IOException | RuntimeException | LinkageError | StackOverflowError e) {
            Optional<IOException> disk = DiskFailure.causeOf(e);
            if (disk.isPresent()) throw disk.get();
            return Optional.empty();
        }
    }

    /// @param name the name under which the file was received
    /// @param alone whether it has no returns of other hubs, in which somebody else may have the same name
    /// @param target written only if the file names the person
    /// @return whether it does
    /// @throws UnreadableException if that cannot be determined
    boolean replace(Path file, String name, boolean alone, Path target) throws IOException, UnreadableException {
        List<PersonCell> cells = cells(file, name);
        FullNames names = new FullNames(
                alone
                        ? Stream.concat(cells.stream().map(PersonCell::text), Stream.ofNullable(person.name()))
                                .toList()
                        : List.of(),
                person.replacement());
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> inZip(file, name, cells, names, alone, target);
            case OLE2 -> inOldWorkbook(file, cells, names, target);
            default -> inText(file, cells, names, target);
        };
    }

    private List<PersonCell> cells(Path file, String name) throws UnreadableException {
        return screening.personCells(file, name, registers, person.hub(), person.reference());
    }

    private boolean inZip(Path file, String name, List<PersonCell> cells, FullNames names, boolean alone, Path target)
            throws IOException, UnreadableException {
        boolean isWorkbook;
        boolean isDocument;
        try (ZipFile zip = ReproducibleZip.open(file)) {
            isWorkbook = zip.stream().anyMatch(part -> part.getName().matches("/?xl/workbook\\.xml"));
            isDocument = zip.getEntry("word/document.xml") != null;
        }
        if (isDocument) return inMarkup(file, names, false, target);
        return isWorkbook ? inWorkbook(file, name, cells, names, target) : inMembers(file, name, alone, target);
    }

    private boolean inWorkbook(Path file, String name, List<PersonCell> cells, FullNames names, Path target)
            throws IOException, UnreadableException {
        Path draft = Files.createTempFile("forget", ".draft");
        try {
            Optional<Boolean> inCells =
                    isTooLarge(file) ? Optional.empty() : attempt(() -> inCells(file, cells, names, draft));
            if (inCells.isPresent()) return inMarkup(inCells.get() ? draft : file, names, inCells.get(), target);
        } finally {
            Files.deleteIfExists(draft);
        }
        // For example a strict workbook, which POI cannot read: only full names can be replaced in it.
        boolean isNamed = inMarkup(file, names, false, target);
        if (!cells.isEmpty() && (!isNamed || !cells(target, name).isEmpty())) throw UnreadableException.damaged(name);
        return isNamed;
    }

    private boolean inCells(Path file, List<PersonCell> cells, FullNames names, Path draft) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            PersonInWorkbook named = new PersonInWorkbook(workbook, names, person.replacement());
            if (!named.replace(bySheet(cells))) return false;
            SharedTexts.blankUnused(workbook);
            CoreProperties properties = workbook.getProperties().getCoreProperties();
            // POI would otherwise write the current time.
            if (properties.getModified() == null) properties.setModified(Optional.of(new Date(0)));
            try (OutputStream out = Files.newOutputStream(draft)) {
                workbook.write(out);
            }
            return true;
        }
    }

    /// Counts the bytes while unpacking, because the sizes stated in a zip may be false.
    private static boolean isTooLarge(Path file) throws IOException {
        long all = 0;
        byte[] bytes = new byte[1 << 16];
        try (ZipFile zip = ReproducibleZip.open(file)) {
            for (ZipEntry part : Collections.list(zip.entries()))
                try (InputStream content = zip.getInputStream(part)) {
                    for (int read = content.read(bytes); read >= 0; read = content.read(bytes)) {
                        all += read;
                        if (all > LARGEST_WORKBOOK) return true;
                    }
                }
        }
        return false;
    }

    private boolean inOldWorkbook(Path file, List<PersonCell> cells, FullNames names, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                HSSFWorkbook workbook = new HSSFWorkbook(in)) {
            if (!new PersonInWorkbook(workbook, names, person.replacement()).replace(bySheet(cells))) return false;
            try (OutputStream out = Files.newOutputStream(target)) {
                workbook.write(out);
            }
            return true;
        }
    }

    /// Replaces full names in the parts of a zip that have no cells: properties, headers, comments, and the text of
    /// a document.
    ///
    /// @param written whether parts have been changed already
    private static boolean inMarkup(Path parts, FullNames names, boolean written, Path target) throws IOException {
        boolean[] isNamed = {written};
        ReproducibleZip.write(parts, target, (name, content) -> {
            if (!name.matches("(?i).*\\.(xml|rels|vml)")) return content;
            byte[] bytes = content.readNBytes(Math.toIntExact(Math.min(LARGEST_PART, Integer.MAX_VALUE - 8)));
            if (content.read() >= 0) throw new IOException(name + " is too large to be held in memory");
            String markup = new String(bytes, ISO_8859_1);
            String replaced = names.replacedInMarkup(markup);
            isNamed[0] |= !replaced.equals(markup);
            return new ByteArrayInputStream(replaced.getBytes(ISO_8859_1));
        });
        if (!isNamed[0]) Files.deleteIfExists(target);
        return isNamed[0];
    }

    private boolean inMembers(Path file, String name, boolean alone, Path target) throws IOException {
        Path folder = Files.createTempDirectory("forget");
        Map<String, Path> changed = new HashMap<>();
        try {
            try (ZipFile zip = ReproducibleZip.open(file)) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.isDirectory()) continue;
                    Path member = folder.resolve(changed.size() + ".member");
                    Path replaced = folder.resolve(changed.size() + ".replaced");
                    Optional<Boolean> isNamed = attempt(() -> {
                        try (InputStream content = zip.getInputStream(entry)) {
                            Files.copy(content, member);
                        }
                        return replace(member, entry.getName(), alone, replaced);
                    });
                    if (isNamed.isEmpty() && ZipBook.isMember(entry.getName()))
                        unread.add(name + " > " + entry.getName());
                    if (isNamed.orElse(false)) changed.put(entry.getName(), replaced);
                    else Files.deleteIfExists(replaced);
                    Files.deleteIfExists(member);
                }
            }
            if (changed.isEmpty()) return false;
            ReproducibleZip.write(file, target, (entry, content) -> {
                Path replaced = changed.get(entry);
                return replaced == null ? content : new ByteArrayInputStream(Files.readAllBytes(replaced));
            });
            return true;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private boolean inText(Path file, List<PersonCell> cells, FullNames names, Path target) throws IOException {
        Charset charset = TextEncoding.of(file);
        byte[] bytes = Files.readAllBytes(file);
        // Bytes that the encoding does not define must be written back unchanged.
        boolean isExact = Arrays.equals(new String(bytes, charset).getBytes(charset), bytes);
        Charset used = isExact ? charset : ISO_8859_1;
        String text = new String(bytes, used);
        Set<String> addresses = cells.stream().map(PersonCell::address).collect(Collectors.toSet());
        String replaced = names.replacedIn(CsvCells.replace(text, addresses, person.replacement()));
        if (replaced.equals(text)) return false;
        Files.write(target, replaced.getBytes(used));
        return true;
    }

    private static Map<String, Set<String>> bySheet(List<PersonCell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        PersonCell::sheet, Collectors.mapping(PersonCell::address, Collectors.toSet())));
    }
}
