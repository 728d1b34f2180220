package org.huboutcomes.files;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exchanges two folders in one step of the operating system, so that readers always find one of them. Java has no
/// such call, and a rename cannot replace a folder that contains files.
public final class FolderExchange {

    // Constants of Linux and macOS.
    private static final int CURRENT_FOLDER = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    private static final @Nullable Calls CALLS = calls();

    /// The calls of the C library.
    interface Calls extends Library {

        int renameat2(int folderOfOne, String one, int folderOfOther, String other, int flags);

        int renamex_np(String one, String other, int flags);
    }

    private FolderExchange() {}

    /// @return false if the system or the file system of the folders has no such call; nothing has changed then
    public static boolean exchange(Path one, Path other) {
        if (CALLS == null) return false;
        String first = one.toAbsolutePath().toString();
        String second = other.toAbsolutePath().toString();
        try {
            return (Platform.isMac()
                            ? CALLS.renamex_np(first, second, RENAME_SWAP)
                            : CALLS.renameat2(CURRENT_FOLDER, first, CURRENT_FOLDER, second, RENAME_EXCHANGE))
                    == 0;
        } catch (UnsatisfiedLinkError olderSystem) {
            return false;
        }
    }

    private static @Nullable Calls calls() {
        // The library unpacks itself into the temporary folder, which the launcher keeps private and empties.
        System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir", "."));
        try {
            if (!Platform.isLinux() && !Platform.isMac()) return null;
            String namesOfFiles = System.getProperty("sun.jnu.encoding", "UTF-8");
            return Native.load("c", Calls.class, Map.of(Library.OPTION_STRING_ENCODING, namesOfFiles));
        } catch (LinkageError unknownSystem) {
            return null;
        }
    }
}
