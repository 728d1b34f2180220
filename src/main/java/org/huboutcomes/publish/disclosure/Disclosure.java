package org.huboutcomes.publish.disclosure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.store.StoreFault;

/// Adds to `public_hidden` the counts that have to be hidden so that no reader can work out a protected one from
/// `public_relation`. It knows counts and sums, and nothing of what is counted.
public final class Disclosure {

    private final Connection connection;

    public Disclosure(Connection connection) {
        this.connection = connection;
    }

    /// Makes `public_hidden` whole.
    public void protect() {
        try {
            append(Hiding.partnersIn(counts()));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private Counts counts() throws SQLException {
        int size = Math.toIntExact(number("select count(*) from public_count"));
        long[] numbers = new long[size];
        int[] least = new int[size];
        boolean[] isPrinted = new boolean[size];
        boolean[] isKnown = new boolean[size];
        boolean[] isPrimary = new boolean[size];
        boolean[] isProtected = new boolean[size];
        long[] cost = new long[size];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select number, least, is_printed, is_known, is_primary, is_protected, cost
                        from public_count
                        order by count_id
                        """)) {
            // By place: a name would be looked for among all columns, a million times.
            for (int count = 0; rows.next(); count++) {
                numbers[count] = rows.getLong(1);
                least[count] = rows.getInt(2);
                isPrinted[count] = rows.getBoolean(3);
                isKnown[count] = rows.getBoolean(4);
                isPrimary[count] = rows.getBoolean(5);
                isProtected[count] = rows.getBoolean(6);
                cost[count] = rows.getLong(7);
            }
        }
        List<int[]> members = new ArrayList<>();
        List<int[]> signs = new ArrayList<>();
        readSums(members, signs);
        return new Counts(
                numbers,
                least,
                isPrinted,
                isKnown,
                isPrimary,
                isProtected,
                cost,
                members.toArray(new int[0][]),
                signs.toArray(new int[0][]));
    }

    private void readSums(List<int[]> members, List<int[]> signs) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) over (partition by relation), count_id, sign
                        from public_relation
                        order by relation, count_id
                        """)) {
            while (rows.next()) {
                int[] counts = new int[rows.getInt(1)];
                int[] signed = new int[counts.length];
                for (int i = 0; i < counts.length; i++) {
                    if (i > 0) rows.next();
                    counts[i] = rows.getInt(2) - 1;
                    signed[i] = rows.getInt(3);
                }
                members.add(counts);
                signs.add(signed);
            }
        }
    }

    private void append(List<Integer> partners) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into public_hidden by name select unnest(?::bigint[]) + 1 as count_id, 'complementary' as reason")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "BIGINT", partners.stream().map(Long::valueOf).toArray()));
            insert.executeUpdate();
        }
    }

    private long number(String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
