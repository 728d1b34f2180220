import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Installs Maven with only a JDK: downloads it, checks its SHA-512, and puts it in place completely or not at all.
final class FetchMaven {

    private static final int TIMEOUT_MILLISECONDS = 30_000;

    /// @param args the URL of the zip, its SHA-512, and the folder to install Maven in
    public static void main(String[] args) throws Exception {
        try {
            fetch(URI.create(args[0]), args[1], Path.of(args[2]).toAbsolutePath());
        } catch (IOException e) {
            System.err.println("Maven could not be fetched from " + args[0] + ": " + e
                    + ". Put mvn 3.8 or later on the PATH, or name another place in MVNW_DISTRIBUTION_URL.");
            System.exit(1);
        }
    }

    private static void fetch(URI from, String sha512, Path home) throws Exception {
        Files.createDirectories(home.getParent());
        Path work = Files.createTempDirectory(home.getParent(), "fetching-");
        try {
            Path zip = work.resolve("maven.zip");
            String found = download(from, zip);
            if (!found.equalsIgnoreCase(sha512)) throw new IOException("its SHA-512 is " + found + ", not " + sha512);
            unpack(zip, work.resolve("maven"));
            putInPlace(work.resolve("maven"), home);
        } finally {
            remove(work);
        }
    }

    private static String download(URI from, Path to) throws Exception {
        URLConnection connection = from.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
        connection.setReadTimeout(TIMEOUT_MILLISECONDS);
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
            Files.copy(in, to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unpack(Path zip, Path to) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) continue;
                // Everything is in one folder, apache-maven-3.x.y, whose name is dropped.
                Path file = to.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1))
                        .normalize();
                if (!file.startsWith(to)) throw new IOException(entry.getName() + " leads out of the archive");
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        // The JDK's zip stream does not give the permissions of entries.
        if (!to.resolve("bin/mvn").toFile().setExecutable(true)) throw new IOException("no bin/mvn in the archive");
    }

    private static void putInPlace(Path from, Path home) throws IOException {
        try {
            Files.move(from, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another build may have installed it meanwhile; that Maven is used.
            if (!Files.isRegularFile(home.resolve("bin/mvn"))) throw e;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }
}
