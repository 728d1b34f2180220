package org.huboutcomes.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The notes in which hubs explained queries. Only new and changed notes are stored: a sheet of findings that comes
/// back unchanged adds nothing.
final class HubNotes {

    private final JdbcClient sql;

    HubNotes(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    void keep(Submission submission, List<HubNote> notes) {
        if (notes.stream().noneMatch(HubNote::explains)) return;
        Map<String, String> inForce = inForce();
        for (HubNote note : notes)
            if (note.explains() && !inForce.getOrDefault(note.key(), "").equals(note.text())) keep(submission, note);
    }

    private Map<String, String> inForce() {
        Map<String, String> texts = new HashMap<>();
        sql.sql("select return_name, hub, time_period, rule, field, row_key, note from note_in_force")
                .query((row, n) -> new HubNote(
                        row.getString("return_name"),
                        row.getString("hub"),
                        row.getObject("time_period", Integer.class),
                        row.getString("rule"),
                        row.getString("field"),
                        row.getString("row_key"),
                        row.getString("note")))
                .list()
                .forEach(note -> texts.put(note.key(), note.text()));
        return texts;
    }

    private void keep(Submission submission, HubNote note) {
        sql.sql("""
                        insert into note (submission, return_name, hub, time_period, rule, field, row_key, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        submission.number(),
                        note.returnName(),
                        note.hub(),
                        note.timePeriod(),
                        note.rule(),
                        note.field(),
                        note.rowKey(),
                        note.text()))
                .update();
    }
}
