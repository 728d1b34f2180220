package org.huboutcomes.runs;

import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.intake.Limits;
import org.huboutcomes.receipts.Receipts;
import org.huboutcomes.receipts.ReturnedLimits;
import org.huboutcomes.receipts.ReturnedWorkbook;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Loading;
import org.huboutcomes.tables.Tables;

/// Every step that a job of the catalogue may name.
final class Steps {

    static final String RETURNS = "returns";
    static final String REPORTS = "reports";
    static final String DELIVERY = "delivery";

    private final OpenWorkspace open;
    private final Progress progress;
    private final Map<String, Work> works = new TreeMap<>();
    private final String readBy;
    private final RenderReports reports;
    private final boolean isMade;

    Steps(OpenWorkspace open, Run run, Progress progress) throws IOException {
        this.open = open;
        this.progress = progress;
        Catalogue catalogue = open.catalogue();
        Store store = open.store();
        Issue issue = Issue.of(run, open.settings(), open.workspace());
        ExplainChanges explained = new ExplainChanges(store, open.workspace(), issue);
        this.reports = new RenderReports(store, catalogue, issue, explained, progress);
        this.readBy = readBy(catalogue);
        works.put(
                "intake",
                new TakeArrivals(
                        open.workspace(),
                        store,
                        Arrivals.standard(),
                        run,
                        open.settings().retention()));
        works.put("tables", inTransaction(connection -> new Tables(catalogue).build(connection), "tables made anew"));
        works.put("checks", ignored -> {
            new Checks(store, catalogue).run();
            return "checked";
        });
        works.put("receipts", ignored -> {
            int written = receipts().write();
            Standing.write(open.workspace(), store);
            return written + " receipts written";
        });
        works.put("publish", new PublishFigures(store, catalogue, issue));
        this.isMade = issue.isMade();
        works.put("explain", explained);
        works.put("delivery", new Deliver(open, issue, explained, reports));
        works.put(
                "indicators",
                inTransaction(connection -> new Indicators(catalogue).measure(connection), "figures counted"));
    }

    /// Whether all that the run brings out is made, and is still to be delivered.
    boolean isMade() {
        return isMade;
    }

    /// Step `reports`, which is done hub by hub.
    RenderReports reports() {
        return reports;
    }

    /// The work of a step that is neither `returns`, which is read and written in chunks, nor `reports`.
    Work named(String step) {
        Work work = works.get(step);
        if (work == null)
            throw new CatalogueFault("A job names the step \"" + step + "\"; the steps are returns, reports, "
                    + String.join(", ", works.keySet()) + ".");
        return work;
    }

    ReadAhead readAhead() {
        Screening screening = new Screening(ReturnTypes.of(open.catalogue()), limits(open.catalogue()));
        return new ReadAhead(open.store(), new Archive(open.workspace().archive())::find, screening, readBy, progress);
    }

    /// The fingerprint of what a file is read by: when it changes, what was held or refused is tried again.
    static String readBy(Catalogue catalogue) {
        return catalogue.fingerprint("yaml", "returns", "instruments", "platforms", "rules");
    }

    /// What a dropped file may hold, from `jobs/limits.yaml`.
    static Limits limits(Catalogue catalogue) {
        YamlKeys keys = catalogue.yaml("limits.yaml");
        try {
            return limits(keys);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CatalogueFault("jobs/limits.yaml sets a limit that cannot be: " + e.getMessage() + ".", e);
        }
    }

    private static Limits limits(YamlKeys keys) {
        return new Limits(
                keys.number("file_bytes_max"),
                keys.number("unpacked_bytes_max"),
                Math.toIntExact(keys.number("unpacked_to_packed_max")),
                Math.toIntExact(keys.number("columns_max")),
                Math.toIntExact(keys.number("rows_max")),
                Math.toIntExact(keys.number("cell_characters_max")),
                keys.number("shared_characters_max"),
                keys.number("cells_max"),
                Math.toIntExact(keys.number("seconds_max")),
                Math.toIntExact(keys.number("findings_max")));
    }

    private Receipts receipts() {
        Catalogue catalogue = open.catalogue();
        ReturnTypes types = ReturnTypes.of(catalogue);
        return new Receipts(
                open.store(),
                types,
                new Archive(open.workspace().archive()),
                new ReturnedWorkbook(
                        new Screening(types, limits(catalogue)),
                        limits(catalogue),
                        ReturnedLimits.of(catalogue.yaml("limits.yaml"))),
                open.workspace().returned());
    }

    LoadReturns loadReturns() {
        return new LoadReturns(new Loading(open.store()), readBy, progress);
    }

    private interface Doing {
        void with(Connection connection) throws Exception;
    }

    private Work inTransaction(Doing doing, String summary) {
        return ignored -> open.store().inTransaction(connection -> {
            doing.with(connection);
            return summary;
        });
    }
}
