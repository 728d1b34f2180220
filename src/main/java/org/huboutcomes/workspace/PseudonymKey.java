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

/// The key with which names of people become pseudonyms. It is made once for a workspace, and only the user who runs
/// this may read it: with it, a name could be tried out.
public final class PseudonymKey {

    private static final int LENGTH = 32;

    private PseudonymKey() {}

    /// The key of the workspace, made where no file was read with one yet.
    ///
    /// @throws Fault with exit code 3 where the file holds something else, or is missing
    public static byte[] of(Workspace workspace) throws IOException {
        refuseMissing(workspace);
        Path file = workspace.pseudonymKey();
        if (!Files.exists(file)) make(file);
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == LENGTH) return key;
        } catch (IllegalArgumentException noKey) {
            // The fault below says so.
        }
        throw new Fault(
                ExitCode.INVALID_SETUP,
                file + " is no key; put back the file that was there, so that people keep their pseudonyms.");
    }

    /// A new key in place of a lost one would give everybody another pseudonym.
    ///
    /// @throws Fault with exit code 3 where files were read with a key that is not there
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
