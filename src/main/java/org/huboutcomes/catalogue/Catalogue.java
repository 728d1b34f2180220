package org.huboutcomes.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The files under `jobs/`, in the order of their names; each is known by its folder and its name.
public final class Catalogue {

    /// One file of the catalogue. Its name, without the ending, is its identity.
    public record Entry(String folder, String name, String text) {

        /// Its keys, where it is YAML.
        public YamlKeys yaml() {
            return YamlKeys.of("jobs/" + folder + "/" + name + ".yaml", text);
        }
    }

    private final String root;

    private Catalogue(String root) {
        this.root = root;
    }

    /// The catalogue that was built into the program.
    public static Catalogue packaged() {
        return new Catalogue("classpath*:jobs/");
    }

    /// A catalogue that is being edited.
    public static Catalogue in(Path folder) {
        if (!Files.isDirectory(folder)) throw new CatalogueFault("There is no catalogue folder " + folder + ".");
        return new Catalogue(folder.toUri().toString());
    }

    /// One that was packed away: see [#pack].
    public static Catalogue packed(Path zip) {
        return new Catalogue("jar:" + zip.toUri() + "!/");
    }

    /// Packs the files of these folders away, so that figures can be made again as they were. Stored and undated: the
    /// same files give the same bytes wherever they are packed.
    public void pack(Path zip, String ending, String... folders) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : folders) {
            files.put(folder + "/", new byte[0]);
            for (Entry entry : list(folder, ending)) {
                String within = entry.folder().equals(folder) ? folder : folder + "/" + entry.folder();
                files.put(within + "/", new byte[0]);
                files.put(
                        within + "/" + entry.name() + "." + ending, entry.text().getBytes(StandardCharsets.UTF_8));
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

    /// All files below a folder with this ending, by name: `list("indicators", "sql")`.
    public List<Entry> list(String folder, String ending) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources(root + folder + "/**/*." + ending.toLowerCase(Locale.ROOT));
            return Arrays.stream(found)
                    .map(Catalogue::entry)
                    .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One file that must be there, by its path under `jobs/`: `read("nightly.yaml")`.
    public String read(String path) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(root + path);
            if (found.length == 0 || !found[0].exists())
                throw new CatalogueFault("The catalogue has no file jobs/" + path + ".");
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys of one YAML file that must be there: `yaml("nightly.yaml")`.
    public YamlKeys yaml(String path) {
        return YamlKeys.of("jobs/" + path, read(path));
    }

    /// Changes when any file of these folders does.
    public String fingerprint(String ending, String... folders) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String folder : folders)
                for (Entry entry : list(folder, ending))
                    digest.update((entry.folder() + "/" + entry.name() + "\n" + entry.text())
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Entry entry(Resource resource) {
        try {
            String[] path = resource.getURL().getPath().split("/");
            String file = Objects.requireNonNull(resource.getFilename());
            return new Entry(
                    path[path.length - 2],
                    file.substring(0, file.lastIndexOf('.')),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
