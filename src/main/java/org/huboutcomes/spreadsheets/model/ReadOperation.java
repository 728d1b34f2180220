package org.huboutcomes.spreadsheets.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.internal.InvalidZipException;
import org.jspecify.annotations.Nullable;

/// One read from a dropped file. Whatever a library throws for damaged content becomes an `UnreadableException`; only
/// machine faults come out as something else.
@FunctionalInterface
public interface ReadOperation<T> {

    @Nullable
    T read() throws UnreadableException, IOException, XMLStreamException, OpenXML4JException;

    static <T> T of(String what, ReadOperation<T> reading) throws UnreadableException {
        return Objects.requireNonNull(next(what, reading));
    }

    /// Like `of`, but null marks the end.
    static <T> @Nullable T next(String what, ReadOperation<T> reading) throws UnreadableException {
        try {
            return reading.read();
        } catch (EncryptedDocumentException e) {
            throw because(e, UnreadableException.encrypted(what));
        } catch (OldExcelFormatException e) {
            throw because(e, UnreadableException.oldWorkbook(what));
        } catch (InvalidZipException e) {
            throw because(e, UnreadableException.ambiguousZip(what));
        } catch (FileSystemException | ClosedByInterruptException e) {
            throw new MachineFault(e);
        } catch (MachineFault e) {
            throw e;
        } catch (IOException | XMLStreamException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw because(e, asFound(what, e));
        }
    }

    /// A library may wrap our own exceptions, or its zip-bomb guard, in its exceptions.
    private static UnreadableException asFound(String what, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = beneath(cause)) {
            if (cause instanceof CellTooLongException tooLong)
                return UnreadableException.cellTooLong(what, tooLong.limit());
            if (cause instanceof ReadBudget.Late late) return UnreadableException.tooSlow(what, late.seconds());
            if (cause instanceof LimitExceededException) return UnreadableException.tooLarge(what);
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).startsWith("Zip bomb"))
                return UnreadableException.tooLarge(what);
        }
        return UnreadableException.damaged(what);
    }

    /// An XML reader may hold a nested exception that is not its cause.
    private static @Nullable Throwable beneath(Throwable thrown) {
        if (thrown instanceof XMLStreamException xml && xml.getNestedException() != null)
            return xml.getNestedException();
        return thrown.getCause();
    }

    private static UnreadableException because(Throwable cause, UnreadableException unreadable) {
        unreadable.initCause(cause);
        return unreadable;
    }

    /// A machine fault that passes through nested reads unchanged.
    final class MachineFault extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        MachineFault(IOException cause) {
            super(cause);
        }
    }
}
