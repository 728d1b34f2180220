package org.huboutcomes.returns;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.NearReturn;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Sheet;

/// The finding for a file in which no sheet is a return, if a sheet is recognised as something else: a count of
/// the rows of a return, or a list of schools.
final class FileWithoutReturn {

    private final Rules rules;

    FileWithoutReturn(Rules rules) {
        this.rules = rules;
    }

    /// @param reading gives nothing if the registers have not been received
    /// @return empty if a sheet is a return, or no sheet is recognised
    Optional<ScreenedFile> of(Book book, List<ScreenedSheet> sheets, Supplier<Optional<NearReturn>> reading) {
        boolean nothing = sheets.stream()
                .allMatch(sheet -> sheet.status() == ScreenedSheet.Status.IGNORED
                        && sheet.type() == null
                        && sheet.findings().stream().noneMatch(Finding::isError));
        if (!nothing) return Optional.empty();
        return reading.get()
                .flatMap(near -> near.pivot(book.sheets()).or(() -> schools(book, near)))
                .map(finding -> new ScreenedFile(
                        ScreenedFile.Status.REFUSED,
                        sheets.stream()
                                .map(sheet -> ScreenedSheet.ignored(sheet.name()))
                                .toList(),
                        List.of(finding)));
    }

    /// A list of schools alone may be a return whose headings were forgotten.
    private Optional<Finding> schools(Book book, NearReturn near) {
        List<Sheet> lists = book.sheets().stream()
                .filter(sheet -> !sheet.hidden() && near.listsSchools(sheet))
                .toList();
        return Stream.concat(
                        lists.stream().flatMap(sheet -> near.unread(sheet).stream()),
                        lists.stream().map(sheet -> rules.whole(Rule.SCHOOLS_ALONE, "sheet", sheet.name())))
                .findFirst();
    }
}
