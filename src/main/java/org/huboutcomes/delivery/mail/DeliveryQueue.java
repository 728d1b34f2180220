package org.huboutcomes.delivery.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The record of reports to send and reports sent. Each change is committed at once. If a run is killed between
/// sending a message and recording it, the message is sent again with the same id: delivery is at least once.
public final class DeliveryQueue {

    private final JdbcClient sql;
    private final TransactionTemplate own;

    public DeliveryQueue(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
        this.own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Adds an edition for a hub's contact, unless it is already there.
    public void enqueue(String edition, String network, String hub, int timePeriod, String contact, LocalDate day) {
        own.executeWithoutResult(status -> {
            long known = sql.sql("select count(*) from sending where edition = ? and hub = ? and contact = ?")
                    .params(edition, hub, contact)
                    .query(Long.class)
                    .single();
            if (known > 0) return;
            sql.sql("""
                            insert into sending (edition, network, hub, time_period, contact, message_id, due_on, tries)
                            values (?, ?, ?, ?, ?, ?, ?, 0)""")
                    .params(edition, network, hub, timePeriod, contact, messageId(edition, hub, contact), day)
                    .update();
        });
    }

    /// The reports that have not been sent. An edition that was replaced by a later one of the same year is no
    /// longer sent.
    public List<QueuedDelivery> open() {
        return sql.sql("""
                        select edition, network, hub, time_period, contact, message_id
                        from sending
                        where sent_on is null
                        and not exists (
                            from sending later
                            where later.hub = sending.hub
                            and later.contact = sending.contact
                            and later.time_period = sending.time_period
                            and later.due_on >= sending.due_on
                            and (length(later.edition), later.edition) > (length(sending.edition), sending.edition))
                        order by edition, hub, contact""")
                .query((row, number) -> new QueuedDelivery(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    void sent(QueuedDelivery sending, LocalDate day) {
        update("update sending set sent_on = ?, tries = tries + 1, failure = null", day, sending);
    }

    void failed(QueuedDelivery sending, String why) {
        update("update sending set failure = ?, tries = tries + 1", why, sending);
    }

    private void update(String set, Object value, QueuedDelivery sending) {
        Consumer<Object> change = status -> sql.sql(set + " where edition = ? and hub = ? and contact = ?")
                .params(value, sending.edition(), sending.hub(), sending.contact())
                .update();
        own.executeWithoutResult(change::accept);
    }

    private static String messageId(String edition, String hub, String contact) {
        return "<" + Sha256.of(String.join("\n", edition, hub, contact)).substring(0, 32) + "@hub-outcomes>";
    }
}
