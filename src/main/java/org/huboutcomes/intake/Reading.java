package org.huboutcomes.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.jspecify.annotations.Nullable;

/// One act of reading from a dropped file. Whatever the libraries below throw at damaged content comes out as
/// `Unreadable`; only what the machine did wrong comes out as something else.
@FunctionalInterface
interface Reading<T> {

    T read() throws Unreadable, IOException, XMLStreamException, OpenXML4JException;

    static <T> T of(String what, Reading<T> reading) throws Unreadable {
        try {
            return reading.read();
        } catch (EncryptedDocumentException e) {
            throw because(e, encrypted(what));
        } catch (OldExcelFormatException e) {
            throw because(e, oldExcel(what));
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
            if (cause instanceof Xml.TextTooLong tooLong) return cellTooLong(what, tooLong.limit());
            if (cause instanceof Metered.Exceeded) return tooLarge(what);
            if (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith("Zip bomb"))
                return tooLarge(what);
        }
        return damaged(what);
    }

    /// An XML reader may keep what it was thrown apart from its cause.
    private static @Nullable Throwable beneath(Throwable thrown) {
        if (thrown instanceof XMLStreamException xml && xml.getNestedException() != null) return xml.getNestedException();
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

    static Unreadable damaged(String what) {
        return new Unreadable(
                "damaged_file", what + " is damaged and cannot be read. Open it, save it again as .xlsx and send that.");
    }

    static Unreadable encrypted(String what) {
        return new Unreadable(
                "encrypted_file", what + " is locked with a password. Save it without a password and send that.");
    }

    static Unreadable oldExcel(String what) {
        return new Unreadable(
                "old_workbook", what + " was saved by Excel 95 or earlier. Open it, save it as .xlsx and send that.");
    }

    static Unreadable cellTooLong(String where, int limit) {
        return new Unreadable(
                "cell_too_long",
                "%s holds a cell of more than %,d characters. Shorten it and send the file again.".formatted(where, limit));
    }

    static Unreadable tooLarge(String what) {
        return new Unreadable(
                "too_large", what + " holds more than can be read. Send only the sheets that were asked for.");
    }
}
