package org.huboutcomes.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Withdraws an arrangement of headings that a hub has confirmed. What was read by it stays as it is; the next list
/// with the same headings goes back converted again. The day and the reason are kept.
public final class LayoutWithdrawals {

    private final JdbcClient sql;

    /// An arrangement of headings that is known.
    ///
    /// @param number by which `status --layouts` lists it
    public record Layout(long number, String hub, String returnName, String headings) {}

    public LayoutWithdrawals(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    public Optional<Layout> find(String number) {
        return known().stream()
                .filter(layout -> Long.toString(layout.number()).equals(number.strip()))
                .findFirst();
    }

    /// The numbers of all that are known.
    public List<String> numbers() {
        return known().stream().map(layout -> Long.toString(layout.number())).toList();
    }

    private List<Layout> known() {
        return sql.sql("select distinct layout, hub, return_name, headings from known_layout order by layout")
                .query((row, number) ->
                        new Layout(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /// Withdraws it in the transaction that is open, with all earlier confirmations of the same headings: else the one
    /// before would be in its place.
    public void withdraw(String hub, String returnName, String headings, LocalDate on, String why) {
        sql.sql("""
                        insert into layout_withdrawal (sheet, withdrawn_on, why)
                        select sheet, ?, ?
                        from layout
                        where
                            hub = ?
                            and return_name = ?
                            and headings = ?
                            and confirmed_by is not null
                            and sheet not in (select sheet from layout_withdrawal)""").params(on, why, hub, returnName, headings).update();
    }
}
