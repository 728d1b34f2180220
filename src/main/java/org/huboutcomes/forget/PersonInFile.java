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
import org.huboutcomes.files.ReproducibleZip;
import org.huboutcomes.returns.PersonCell;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.csv.CsvCells;
import org.huboutcomes.spreadsheets.model.TextEncoding;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.springframework.util.FileSystemUtils;

/// Writes a file that was received again with another reference in the place of one person. The same file and person
/// give the same bytes, so that a killed run can be repeated.
final class PersonInFile {

    private final Screening screening;
    private final ReferenceLists registers;
    private final Person person;

    PersonInFile(Screening screening, ReferenceLists registers, Person person) {
        this.screening = screening;
        this.registers = registers;
        this.person = person;
    }

    /// @param name under which the file was received
    /// @param alone whether it has returns of no other hub, where somebody else may have the same name
    /// @param target is written only where the file names the person
    /// @return whether it does
    /// @throws UnreadableException where nobody can tell
    boolean replace(Path file, String name, boolean alone, Path target) throws IOException, UnreadableException {
        List<PersonCell> cells = screening.personCells(file, name, registers, person.hub(), person.reference());
        FullNames names = new FullNames(
                alone
                        ? Stream.concat(cells.stream().map(PersonCell::text), Stream.ofNullable(person.name()))
                                .toList()
                        : List.of(),
                person.replacement());
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> inZip(file, cells, names, alone, target);
            case OLE2 -> inOldWorkbook(file, cells, names, target);
            default -> inText(file, cells, names, target);
        };
    }

    private boolean inZip(Path file, List<PersonCell> cells, FullNames names, boolean alone, Path target)
            throws IOException, UnreadableException {
        boolean isWorkbook;
        boolean isDocument;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            isWorkbook = zip.stream().anyMatch(part -> part.getName().matches("/?xl/workbook\\.xml"));
            isDocument = zip.getEntry("word/document.xml") != null;
        }
        if (isDocument) return inMarkup(file, names, false, target);
        return isWorkbook ? inWorkbook(file, cells, names, target) : inMembers(file, alone, target);
    }

    private boolean inWorkbook(Path file, List<PersonCell> cells, FullNames names, Path target) throws IOException {
        Path draft = Files.createTempFile("forget", ".draft");
        try {
            boolean isNamed;
            try (InputStream in = Files.newInputStream(file);
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                PersonInWorkbook named = new PersonInWorkbook(workbook, names, person.replacement());
                isNamed = named.replace(bySheet(cells));
                if (isNamed) PersonInWorkbook.blankUnusedTexts(workbook);
                CoreProperties properties = workbook.getProperties().getCoreProperties();
                // POI would write the time at which it saves.
                if (properties.getModified() == null) properties.setModified(Optional.of(new Date(0)));
                try (OutputStream out = Files.newOutputStream(draft)) {
                    if (isNamed) workbook.write(out);
                }
            }
            return inMarkup(isNamed ? draft : file, names, isNamed, target);
        } finally {
            Files.deleteIfExists(draft);
        }
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

    /// Replaces full names in the parts of a zip that have no cells: properties, headers, remarks, and the text of a
    /// document.
    ///
    /// @param written whether the parts were changed already
    private static boolean inMarkup(Path parts, FullNames names, boolean written, Path target) throws IOException {
        boolean[] isNamed = {written};
        ReproducibleZip.write(parts, target, (name, content) -> {
            if (!name.matches("(?i).*\\.(xml|rels|vml)")) return content;
            String markup = new String(content.readAllBytes(), ISO_8859_1);
            String replaced = names.replacedInMarkup(markup);
            isNamed[0] |= !replaced.equals(markup);
            return new ByteArrayInputStream(replaced.getBytes(ISO_8859_1));
        });
        if (!isNamed[0]) Files.deleteIfExists(target);
        return isNamed[0];
    }

    private boolean inMembers(Path file, boolean alone, Path target) throws IOException, UnreadableException {
        Path folder = Files.createTempDirectory("forget");
        Map<String, Path> changed = new HashMap<>();
        try {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.isDirectory()) continue;
                    Path member = folder.resolve(changed.size() + ".member");
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, member);
                    }
                    Path replaced = folder.resolve(changed.size() + ".replaced");
                    if (replace(member, entry.getName(), alone, replaced)) changed.put(entry.getName(), replaced);
                    Files.delete(member);
                }
            }
            if (changed.isEmpty()) return false;
            ReproducibleZip.write(file, target, (name, content) -> {
                Path replaced = changed.get(name);
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
        // Bytes that the encoding does not have must come out as they went in.
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
