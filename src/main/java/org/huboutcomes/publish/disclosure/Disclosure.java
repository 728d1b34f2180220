package org.huboutcomes.publish.disclosure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huboutcomes.store.StoreFault;

/// Fills `public_range`: which counts must be hidden so that no reader can work out a protected count from
/// `public_relation`, and the range in which readers then know each count to lie. It works on counts and relations
/// only, whatever they count.
public final class Disclosure {

    private final Connection connection;

    public Disclosure(Connection connection) {
        this.connection = connection;
    }

    public void protect() {
        try {
            Counts counts = counts();
            append(new Suppression(counts), counts.size());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private Counts counts() throws SQLException {
        int size = Math.toIntExact(number("select count(*) from public_count"));
        long[] number = new long[size];
        long[] least = new long[size];
        long[] most = new long[size];
        long[] printedLeast = new long[size];
        long[] printedMost = new long[size];
        int[] mustFit = new int[size];
        boolean[] isPrinted = new boolean[size];
        boolean[] wasHidden = new boolean[size];
        long[] cost = new long[size];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select number, least, most, printed_least, printed_most, must_fit, is_printed, was_hidden, cost
                        from public_count
                        order by count_id
                        """)) {
            // Columns are read by index, because a name would be looked up a million times.
            for (int count = 0; rows.next(); count++) {
                number[count] = rows.getLong(1);
                least[count] = rows.getLong(2);
                most[count] = rows.getLong(3);
                printedLeast[count] = rows.getLong(4);
                printedMost[count] = rows.getLong(5);
                mustFit[count] = rows.getInt(6);
                isPrinted[count] = rows.getBoolean(7);
                wasHidden[count] = rows.getBoolean(8);
                cost[count] = rows.getLong(9);
            }
        }
        List<int[]> members = new ArrayList<>();
        List<int[]> signs = new ArrayList<>();
        List<long[]> sums = new ArrayList<>();
        readRelations(members, signs, sums);
        return new Counts(
                number,
                least,
                most,
                printedLeast,
                printedMost,
                mustFit,
                isPrinted,
                wasHidden,
                cost,
                members.toArray(new int[0][]),
                signs.toArray(new int[0][]),
                sums.stream().mapToLong(sum -> sum[0]).toArray(),
                sums.stream().mapToLong(sum -> sum[1]).toArray());
    }

    private void readRelations(List<int[]> members, List<int[]> signs, List<long[]> sums) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) over (partition by relation), count_id, sign, least, most
                        from public_relation
                        order by relation, count_id
                        """)) {
            while (rows.next()) {
                int[] counts = new int[rows.getInt(1)];
                int[] signed = new int[counts.length];
                sums.add(new long[] {rows.getLong(4), rows.getLong(5)});
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

    private void append(Suppression suppression, int size) throws SQLException {
        Ranges ranges = suppression.ranges();
        Object[] hidden =
                IntStream.range(0, size).mapToObj(suppression::isHidden).toArray();
        Object[] lower = IntStream.range(0, size).mapToObj(ranges::lower).toArray();
        Object[] upper = IntStream.range(0, size).mapToObj(ranges::upper).toArray();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into public_range by name
                select
                    unnest(range(1, ?::bigint + 1)) as count_id,
                    unnest(?::boolean[]) as is_hidden,
                    unnest(?::bigint[]) as lower,
                    unnest(?::bigint[]) as upper
                """)) {
            insert.setLong(1, size);
            insert.setArray(2, connection.createArrayOf("BOOLEAN", hidden));
            insert.setArray(3, connection.createArrayOf("BIGINT", lower));
            insert.setArray(4, connection.createArrayOf("BIGINT", upper));
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
