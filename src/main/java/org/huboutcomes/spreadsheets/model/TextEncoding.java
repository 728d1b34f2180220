package org.huboutcomes.spreadsheets.model;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Detects the character encoding of a text file: by its byte order mark, else by the pattern of its NULs, else
/// strict UTF-8, else windows-1252, which Excel and the school register use.
public final class TextEncoding {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LOOK = 8192;

    private TextEncoding() {}

    /// A reader of the whole file, after its byte order mark.
    public static Reader reader(Path file, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') reader.reset();
        return reader;
    }

    public static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Optional<Charset> evident = of(in.readNBytes(LOOK));
            if (evident.isPresent()) return evident.get();
        }
        return isUtf8(file) ? UTF_8 : WINDOWS_1252;
    }

    /// The encoding that the first bytes show.
    public static Optional<Charset> of(byte[] start) {
        if (starts(start, 0xEF, 0xBB, 0xBF)) return Optional.of(UTF_8);
        if (starts(start, 0xFF, 0xFE, 0, 0)) return Optional.of(UTF_32LE);
        if (starts(start, 0, 0, 0xFE, 0xFF)) return Optional.of(UTF_32BE);
        if (starts(start, 0xFF, 0xFE)) return Optional.of(UTF_16LE);
        if (starts(start, 0xFE, 0xFF)) return Optional.of(UTF_16BE);
        return byNuls(start);
    }

    /// Western text in UTF-16 is half NULs, in UTF-32 three quarters; they are the high bytes.
    private static Optional<Charset> byNuls(byte[] start) {
        int[] nuls = new int[4];
        for (int i = 0; i < start.length; i++) if (start[i] == 0) nuls[i % 4]++;
        int enough = start.length / 4 * 2 / 3;
        if (start.length < 4) return Optional.empty();
        boolean[] high = new boolean[4];
        for (int i = 0; i < 4; i++) high[i] = nuls[i] > 0 && nuls[i] >= enough;
        if (high[0] && high[1] && high[2] && !high[3]) return Optional.of(UTF_32BE);
        if (!high[0] && high[1] && high[2] && high[3]) return Optional.of(UTF_32LE);
        if (high[0] && !high[1] && high[2] && !high[3]) return Optional.of(UTF_16BE);
        if (!high[0] && high[1] && !high[2] && high[3]) return Optional.of(UTF_16LE);
        return Optional.empty();
    }

    private static boolean isUtf8(Path file) throws IOException {
        // A new decoder reports invalid bytes; an InputStreamReader on the charset would replace them.
        try (Reader strict = new InputStreamReader(Files.newInputStream(file), UTF_8.newDecoder())) {
            char[] buffer = new char[1 << 16];
            while (strict.read(buffer) >= 0) continue;
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xFF) != magic[i]) return false;
        return true;
    }
}
