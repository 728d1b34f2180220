package org.huboutcomes.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The files under `jobs/`, in order of name; each has a folder and a name. All files are read once, so the files that
/// were validated are the files that are used.
public final class Catalogue {

    /// One file of the catalogue, identified by its name without the extension.
    ///
    /// @param folder the path of its folder, such as `indicators/reach`
    public record Entry(String folder, String name, String text) {

        /// The innermost folder.
        public String subject() {
            return folder.substring(folder.lastIndexOf('/') + 1);
        }

        /// The keys of a YAML file.
        public YamlKeys yaml() {
            return YamlKeys.of("jobs/" + folder + "/" + name + ".yaml", text);
        }
    }

    private final SortedMap<String, String> files = new TreeMap<>();
    private final SortedSet<String> unread = new TreeSet<>();

    private Catalogue() {}

    /// The catalogue built into the program.
    public static Catalogue packaged() {
        Catalogue catalogue = new Catalogue();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:jobs/**/*.*")) {
                String path = file.getURL().getPath();
                catalogue.add(path.substring(path.lastIndexOf("/jobs/") + 6), file::getContentAsByteArray);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    /// Reads a catalogue from a folder that is being edited. Later changes to the files have no effect on it.
    public static Catalogue in(Path folder) {
        if (!Files.isDirectory(folder)) throw new CatalogueFault("There is no catalogue folder " + folder + ".");
        Catalogue catalogue = new Catalogue();
        try (Stream<Path> beside = Files.list(folder)) {
            for (Path path : beside.toList()) {
                String name = path.getFileName().toString();
                if (!Files.isDirectory(path)) catalogue.add(name, () -> Files.readAllBytes(path));
                else if (CatalogueLayout.FOLDERS.containsKey(name)) catalogue.addAll(folder, path);
                else if (CatalogueLayout.isForCatalogue(name) && !name.equals(CatalogueLayout.FOR_OPERATORS))
                    catalogue.unread.add(name + "/");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    /// Reads a catalogue that [#pack] stored.
    ///
    /// @throws UncheckedIOException if the zip is damaged
    public static Catalogue packed(Path zip) {
        Catalogue catalogue = new Catalogue();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(packed.entries()))
                if (!entry.isDirectory()) catalogue.add(entry.getName(), () -> whole(packed, entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    private static byte[] whole(ZipFile packed, ZipEntry entry) throws IOException {
        byte[] bytes = packed.getInputStream(entry).readAllBytes();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != entry.getCrc()) throw new ZipException(entry.getName() + " is damaged");
        return bytes;
    }

    private void addAll(Path root, Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                String path = StreamSupport.stream(root.relativize(file).spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("/"));
                add(path, () -> Files.readAllBytes(file));
            }
        }
    }

    private interface Bytes {
        byte[] read() throws IOException;
    }

    private void add(String path, Bytes bytes) throws IOException {
        if (!CatalogueLayout.isForCatalogue(path)) return;
        if (CatalogueLayout.isRead(path)) files.put(path, text(path, bytes.read()));
        else unread.add(path);
    }

    /// Decodes a file as UTF-8 and removes a byte order mark and Windows line ends, so that the editor makes no
    /// difference.
    private static String text(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new CatalogueFault("jobs/" + path + " is not saved as UTF-8; save it as UTF-8.", e);
        }
    }

    /// Refuses unused files, and two files of the same name.
    public void validate() {
        CatalogueLayout.validate(files.keySet(), unread);
    }

    /// Stores the files of these folders in a zip, so that figures can be recomputed later. Entries are uncompressed
    /// and have no date: the same files always give the same bytes.
    ///
    /// @param endings the extensions of the files to store
    public void pack(Path zip, List<String> endings, String... folders) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : folders) {
            files.put(folder + "/", new byte[0]);
            for (String ending : endings)
                for (Entry entry : list(folder, ending)) {
                    files.put(entry.folder() + "/", new byte[0]);
                    files.put(
                            entry.folder() + "/" + entry.name() + "." + ending,
                            entry.text().getBytes(StandardCharsets.UTF_8));
                }
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(stored(file.getKey(), file.getValue()));
                out.write(file.getValue());
            }
        }
    }

    private static ZipEntry stored(String name, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /// All files below a folder with this extension, by name: `list("indicators", "sql")`.
    public List<Entry> list(String folder, String ending) {
        return files.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith(folder + "/") && file.getKey().endsWith("." + ending))
                .map(file -> entry(file.getKey(), file.getValue()))
                .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::folder))
                .toList();
    }

    private static Entry entry(String path, String text) {
        int slash = path.lastIndexOf('/');
        return new Entry(path.substring(0, slash), path.substring(slash + 1, path.lastIndexOf('.')), text);
    }

    /// The names of the YAML files directly in `jobs/`, such as `nightly`.
    public List<String> beside() {
        return files.keySet().stream()
                .filter(path -> path.indexOf('/') < 0)
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .toList();
    }

    /// Reads one file by its path under `jobs/`: `read("limits.yaml")`.
    ///
    /// @throws CatalogueFault if it is missing
    public String read(String path) {
        String text = files.get(path);
        if (text == null) throw new CatalogueFault("The catalogue has no file jobs/" + path + ".");
        return text;
    }

    /// Reads the keys of one YAML file: `yaml("limits.yaml")`.
    ///
    /// @throws CatalogueFault if it is missing
    public YamlKeys yaml(String path) {
        return YamlKeys.of("jobs/" + path, read(path));
    }

    /// A hash of the files in these folders.
    public String fingerprint(String ending, String... folders) {
        MessageDigest digest = sha256();
        for (String folder : folders)
            for (Entry entry : list(folder, ending))
                digest.update(
                        (entry.folder() + "/" + entry.name() + "\n" + entry.text()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// A hash of all files.
    public String fingerprint() {
        MessageDigest digest = sha256();
        files.forEach((path, text) -> digest.update((path + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8)));
        unread.forEach(path -> digest.update((path + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
