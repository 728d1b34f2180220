package org.huboutcomes.returns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huboutcomes.intake.Book;
import org.huboutcomes.intake.Books;
import org.huboutcomes.intake.Limits;
import org.huboutcomes.intake.Row;
import org.huboutcomes.intake.Rows;
import org.huboutcomes.intake.Sheet;
import org.huboutcomes.intake.Unreadable;

/// Reads dropped files as returns: every row ends accepted, left out with a finding, counted as a duplicate, or aside.
public final class Screening {

    private static final Set<String> READ_AGAINST_REGISTERS = Set.of("school", "hub");

    private final ReturnTypes types;
    private final Recognition recognition;
    private final Forms forms;
    private final Limits limits;

    public Screening(ReturnTypes types, Limits limits) {
        this.types = types;
        this.recognition = new Recognition(
                types.all().stream().filter(type -> !type.isForm()).toList(), types.dialects());
        this.forms = new Forms(types.all().stream().filter(ReturnType::isForm).toList());
        this.limits = limits;
    }

    /// The lowest load order of the returns in the file, or the highest there is when nothing is recognised.
    public int order(Path file, String name) {
        int last = types.all().get(types.all().size() - 1).order();
        try (Book book = Books.open(file, name, limits)) {
            int order = last;
            for (Sheet sheet : book.sheets()) order = Math.min(order, order(sheet, last));
            return order;
        } catch (Unreadable toBeToldWhenScreened) {
            return last;
        }
    }

    private int order(Sheet sheet, int last) {
        try (Rows rows = sheet.rows()) {
            return new Feed(recognition, rows)
                    .nextTable()
                    .map(r -> r.type().order())
                    .orElse(last);
        } catch (Unreadable toBeToldWhenScreened) {
            return last;
        }
    }

    /// Reads the whole file. Whatever is wrong with it is in the answer; what is thrown is the machine's fault.
    public ScreenedFile screen(Path file, String name, Registers registers) {
        try (Book book = Books.open(file, name, limits)) {
            List<ScreenedSheet> sheets = new ArrayList<>();
            for (Sheet sheet : book.sheets()) sheets.addAll(screen(sheet, registers));
            boolean waits = sheets.stream().anyMatch(sheet -> waits(sheet, registers));
            return waits
                    ? new ScreenedFile(
                            ScreenedFile.Status.WAITING,
                            List.of(),
                            List.of(types.rules().whole(Rule.WAITS_FOR_REGISTERS)))
                    : ScreenedFile.of(sheets, types.rules());
        } catch (Unreadable e) {
            return ScreenedFile.refused(types.rules().of(e));
        }
    }

    private static boolean waits(ScreenedSheet sheet, Registers registers) {
        return !registers.isComplete()
                && sheet.type() != null
                && sheet.type().fields().stream().anyMatch(field -> READ_AGAINST_REGISTERS.contains(field.type()));
    }

    /// A sheet that cannot be read does not take those beside it along.
    private List<ScreenedSheet> screen(Sheet sheet, Registers registers) {
        try (Rows rows = sheet.rows()) {
            Feed feed = new Feed(recognition, rows);
            if (Ours.isSheet(feed.first()))
                return List.of(ScreenedSheet.ours(sheet.name(), Ours.notes(feed.first(), rows)));
            return tables(sheet, feed, registers);
        } catch (Unreadable e) {
            return List.of(ScreenedSheet.unreadable(sheet.name(), types.rules().of(e)));
        }
    }

    private List<ScreenedSheet> tables(Sheet sheet, Feed feed, Registers registers) throws Unreadable {
        FieldTypes fieldTypes = new FieldTypes(registers, types.scales());
        Optional<Recognised> table = feed.nextTable();
        boolean complete = table.isPresent() && table.get().missing().isEmpty();
        Optional<ReturnType> form = complete ? Optional.empty() : forms.recognise(feed.first());
        if (form.isPresent()) {
            FilledForm filled = Forms.filled(form.get(), feed.first(), feed.rows());
            return List.of(new FormScreening(sheet.name(), form.get(), filled, fieldTypes, types.rules()).screen());
        }
        boolean template = Ours.isTemplate(feed.first());
        List<ScreenedSheet> tables = new ArrayList<>();
        for (; table.isPresent(); table = feed.nextTable()) {
            SheetScreening screening = new SheetScreening(
                            sheet, table.get(), fieldTypes, types.rules(), limits.findings())
                    .template(template);
            tables.add((tables.isEmpty() ? screening : screening.after()).screen(feed));
        }
        return tables.isEmpty() ? List.of(ScreenedSheet.ignored(sheet.name())) : tables;
    }

    /// Where things stand on the sheets of a file, for one that goes back. A sheet that cannot be read is left out.
    public List<Layout> layouts(Path file, String name) throws Unreadable {
        List<Layout> layouts = new ArrayList<>();
        try (Book book = Books.open(file, name, limits)) {
            for (Sheet sheet : book.sheets())
                try (Rows rows = sheet.rows()) {
                    layouts.add(layout(sheet.name(), new Feed(recognition, rows)));
                } catch (Unreadable alreadyTold) {
                    continue;
                }
        }
        return layouts;
    }

    private Layout layout(String sheet, Feed feed) throws Unreadable {
        List<Row> first = feed.first();
        if (Ours.isSheet(first)) return new Layout(sheet, null, List.of(), true);
        Optional<Recognised> table = recognition.recognise(first);
        String form = forms.recognise(first).map(ReturnType::name).orElse(null);
        if (table.isPresent() && (table.get().missing().isEmpty() || form == null))
            return new Layout(sheet, table.get().type().name(), tables(feed), false);
        return new Layout(sheet, form, List.of(), false);
    }

    private static List<Layout.Table> tables(Feed feed) throws Unreadable {
        List<Layout.Table> tables = new ArrayList<>();
        Optional<Recognised> next = feed.nextTable();
        while (next.isPresent()) {
            Recognised table = next.get();
            int last = table.heading().number();
            try {
                for (Row row = feed.next(); row != null; row = feed.next()) last = row.number();
                next = feed.nextTable();
            } catch (Unreadable alreadyTold) {
                next = Optional.empty();
            }
            tables.add(new Layout.Table(
                    table.heading().number(),
                    next.isPresent() ? last : Integer.MAX_VALUE,
                    table.heading().cells().size(),
                    table.isGuarded(),
                    table.withheld()));
        }
        return tables;
    }
}
