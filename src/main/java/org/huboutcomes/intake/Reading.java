package org.huboutcomes.intake;

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

/// One act of reading from a dropped file. Whatever the libraries below throw at damaged content comes out as
/// `Unreadable`; only what the machine did wrong comes out as something else.
@FunctionalInterface
interface Reading<T> {

    @Nullable
    T read() throws Unreadable, IOException, XMLStreamException, OpenXML4JException;

    static <T> T of(String what, Reading<T> reading) throws Unreadable {
        return Objects.requireNonNull(next(what, reading));
    }

    /// As `of`, where null is the end of what there is to read.
    static <T> @Nullable T next(String what, Reading<T> reading) throws Unreadable {
        try {
            return reading.read();
        } catch (EncryptedDocumentException e) {
            throw because(e, Refusal.encrypted(what));
        } catch (OldExcelFormatException e) {
            throw because(e, Refusal.oldWorkbook(what));
        } catch (InvalidZipException e) {
            throw because(e, Refusal.ambiguousZip(what));
        } catch (FileSystemException | ClosedByInterruptException e) {
            throw new MachineFault(e);
        } catch (MachineFault e) {
            throw e;
        } catch (IOException | XMLStreamException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw because(e, asFound(what, e));
        }
    }

    /// The library may have wrapped what we threw ourselves, or its own bomb guard, in exceptions of its own.
    private static Unreadable asFound(String what, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = beneath(cause)) {
            if (cause instanceof Xml.TextTooLong tooLong) return Refusal.cellTooLong(what, tooLong.limit());
            if (cause instanceof Budget.Late late) return Refusal.tooSlow(what, late.seconds());
            if (cause instanceof Metered.Exceeded) return Refusal.tooLarge(what);
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).startsWith("Zip bomb")) return Refusal.tooLarge(what);
        }
        return Refusal.damaged(what);
    }

    /// An XML reader may keep what it was thrown apart from its cause.
    private static @Nullable Throwable beneath(Throwable thrown) {
        if (thrown instanceof XMLStreamException xml && xml.getNestedException() != null)
            return xml.getNestedException();
        return thrown.getCause();
    }

    private static Unreadable because(Throwable cause, Unreadable unreadable) {
        unreadable.initCause(cause);
        return unreadable;
    }

    /// What the machine did wrong, on its way past readings that lie within one another.
    final class MachineFault extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        MachineFault(IOException cause) {
            super(cause);
        }
    }
}
