package org.huboutcomes.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.delivery.NightlyNote;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After an edition, prints the deadline for corrections of a provisional edition, or what a final one lacks. The
/// edition lists both in `outstanding.csv` and `open_queries.csv`.
final class EditionState {

    private EditionState() {}

    static void list(OpenWorkspace open, RunRequest request, PrintStream out) {
        if (request.correctionsBy() != null) {
            out.println("This edition is provisional: corrections that arrive by "
                    + EnglishFormat.day(request.correctionsBy())
                    + " are in the next one. Make the final edition with `annual --final` after that day.");
            return;
        }
        AcademicYear year = Objects.requireNonNull(request.year());
        List<String> outstanding = NightlyNote.OutstandingReturns.in(open.store()).stream()
                .filter(one -> one.timePeriod() == year.timePeriod() && isIn(request, one.hub()))
                .map(one -> one.hub() + ": " + String.join(", ", one.returns()))
                .toList();
        print("Outstanding returns of " + year.label(), outstanding, out);
        print("Open queries of " + year.label(), queries(open, request, year), out);
    }

    private static List<String> queries(OpenWorkspace open, RunRequest request, AcademicYear year) {
        return JdbcClient.create(open.store().dataSource())
                .sql("""
                        select hub, return_name, sum(rows)::bigint as queries
                        from open_queries_csv
                        where time_period = ? and kind = 'Query'
                        group by hub, return_name
                        order by hub, return_name""")
                .param(year.timePeriod())
                .query((row, n) -> isIn(request, row.getString("hub"))
                        ? row.getString("hub") + ": " + row.getString("return_name") + ", "
                                + EnglishFormat.counted(row.getLong("queries"), "query", "queries")
                        : "")
                .list()
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean isIn(RunRequest request, String hub) {
        return request.hubs().isEmpty() || request.hubs().contains(hub);
    }

    private static void print(String title, List<String> lines, PrintStream out) {
        out.println(title + (lines.isEmpty() ? ": none." : ":"));
        lines.forEach(line -> out.println("    " + ControlChars.inOneLine(line)));
    }
}
