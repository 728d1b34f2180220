package org.huboutcomes.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After an edition, lists the schools that could be identified from an evaluator's description. Restricted reports
/// warn of them. Their descriptions should be made less detailed before anything is passed on.
final class DescribedSchools {

    private DescribedSchools() {}

    static void list(OpenWorkspace open, RunRequest request, PrintStream out) {
        List<String> described = JdbcClient.create(open.store().dataSource())
                .sql("""
                        select
                            hub || ', ' || school || ': ' || coalesce(
                                'by ' || identified_by,
                                schools_alike || case when schools_alike = 1 then ' school matches' else ' schools match' end
                            ) as described,
                            hub
                        from described_risk
                        where
                            time_period = ?
                            and risk = 'Could be identified'
                        order by hub, school""")
                .param(Objects.requireNonNull(request.year()).timePeriod())
                .query((row, n) -> request.hubs().isEmpty() || request.hubs().contains(row.getString("hub"))
                        ? row.getString("described")
                        : "")
                .list()
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
        if (described.isEmpty()) return;
        out.println(
                "Described schools that could be identified; reports warn of them, and public ones leave them out:");
        described.forEach(line -> out.println("    " + line));
    }
}
