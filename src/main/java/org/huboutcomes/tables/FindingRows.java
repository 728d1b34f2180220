package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.FindingText;
import org.huboutcomes.store.TableAppender;
import org.jspecify.annotations.Nullable;

/// Appends findings to their table, in the open transaction of the connection.
public final class FindingRows implements AutoCloseable {

    private static final List<String> COLUMNS = List.of(
            "submission",
            "sheet",
            "claim",
            "row_number",
            "cell",
            "rule",
            "severity",
            "field",
            "value",
            "found",
            "accepted",
            "action",
            "words");

    private final TableAppender table;

    public FindingRows(Connection connection) throws SQLException {
        table = TableAppender.to("finding", connection, COLUMNS);
    }

    /// @param sheet null for a finding about a whole file
    /// @param claim null if no single claim is known
    public void add(@Nullable Long submission, @Nullable Long sheet, @Nullable Long claim, Finding finding)
            throws SQLException {
        FindingText text = finding.text();
        table.row(
                submission,
                sheet,
                claim,
                finding.row() == 0 ? null : finding.row(),
                finding.cell(),
                finding.rule(),
                finding.severity().word(),
                finding.field(),
                finding.value(),
                text.found(),
                text.accepted(),
                text.action(),
                text.words());
    }

    @Override
    public void close() throws SQLException {
        table.close();
    }
}
