package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.huboutcomes.intake.ArchiveJournal;

/// The key that turns names of people into pseudonyms. It is created once for a workspace. Only the user who runs
/// the program may read it, because anybody with the key can test a name.
public final class PseudonymKey {

    private static final int LENGTH = 32;

    private PseudonymKey() {}

    /// The key of the workspace. Creates it if no file has been read with one yet.
    ///
    /// @throws Fault with exit code 3 if the file has another content, or is missing
    public static byte[] of(Workspace workspace) throws IOException {
        refuseMissing(workspace);
        Path file = workspace.pseudonymKey();
        if (!Files.exists(file)) make(file);
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == LENGTH) return key;
        } catch (IllegalArgumentException noKey) {
            // Reported by the fault below.
        }
        throw new Fault(
                ExitCode.INVALID_SETUP,
                file + " is no key; put back the file that was there, so that people keep their pseudonyms.");
    }

    /// Refuses a missing key, because a new one would give everybody another pseudonym.
    ///
    /// @throws Fault with exit code 3 if files were read with a key that is missing
    static void refuseMissing(Workspace workspace) throws IOException {
        Path file = workspace.pseudonymKey();
        if (Files.exists(file)) return;
        boolean wasUsed = new ArchiveJournal(workspace.archive())
                .events().stream().anyMatch(ArchiveJournal.Event.Read.class::isInstance);
        if (wasUsed)
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    file + " is missing, although files were read with it. Put it back from a backup: with another key,"
                            + " people get other pseudonyms. If it is lost for good, write " + 2 * LENGTH
                            + " digits from 0 to f into it. Nothing was changed.");
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        boolean permissions =
                Files.getFileStore(file.getParent()).supportsFileAttributeView(PosixFileAttributeView.class);
        FileAttribute<?>[] owner = permissions
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(file.getParent(), ".pseudonyms", ".tmp", owner);
        try {
            Files.writeString(draft, HexFormat.of().formatHex(key) + "\n");
            Files.move(draft, file);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.deleteIfExists(draft);
        }
    }
}
