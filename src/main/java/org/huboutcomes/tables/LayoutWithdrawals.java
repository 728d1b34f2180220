package org.huboutcomes.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Withdraws an arrangement of headings that a hub has confirmed. Rows read with it stay in force; the next list
/// with the same headings is returned converted again. The day and the reason are kept.
public final class LayoutWithdrawals {

    private final JdbcClient sql;

    /// A confirmed arrangement of headings.
    ///
    /// @param number its number in `status --layouts`
    public record Layout(long number, String hub, String returnName, String headings) {}

    public LayoutWithdrawals(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    public Optional<Layout> find(String number) {
        return known().stream()
                .filter(layout -> Long.toString(layout.number()).equals(number.strip()))
                .findFirst();
    }

    /// The numbers of all confirmed arrangements.
    public List<String> numbers() {
        return known().stream().map(layout -> Long.toString(layout.number())).toList();
    }

    private List<Layout> known() {
        return sql.sql("select distinct layout, hub, return_name, headings from known_layout order by layout")
                .query((row, number) ->
                        new Layout(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /// Withdraws it in the open transaction, with all earlier confirmations of the same headings; otherwise the
    /// previous one would take its place.
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
