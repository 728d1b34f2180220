package org.huboutcomes.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/// Sets who may read a file. Does nothing if the file system has no such permissions.
public final class FilePermissions {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE_FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> READABLE_FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");

    private FilePermissions() {}

    /// Lets only the user who runs the program read a file, or enter a folder.
    public static void makePrivate(Path path) throws IOException {
        set(path, Files.isDirectory(path) ? OWNER_FOLDER : OWNER_FILE);
    }

    /// Lets everybody read a folder and everything in it, except one subfolder, which may be missing: that one is
    /// made private with everything in it.
    public static void makeReadable(Path folder, Path except) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (path.startsWith(except)) makePrivate(path);
                else set(path, Files.isDirectory(path) ? READABLE_FOLDER : READABLE_FILE);
            }
        }
    }

    private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && !view.readAttributes().permissions().equals(permissions)) view.setPermissions(permissions);
    }
}
