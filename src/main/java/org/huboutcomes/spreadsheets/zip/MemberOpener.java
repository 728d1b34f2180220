package org.huboutcomes.spreadsheets.zip;

import java.nio.file.Path;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Opens an unpacked member of a zip; another zip inside it is refused.
@FunctionalInterface
public interface MemberOpener {

    Book open(Path file, String name, ReadBudget budget) throws UnreadableException;
}
