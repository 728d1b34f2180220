package org.huboutcomes.publish.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Counts by their place in the list, and the sums over them that every reader knows. Plain arrays: a network's ten
/// years are some hundred thousand counts, gone through many times.
///
/// @param number how many it really is
/// @param least what a hidden one can be at the least, as all readers know
/// @param isPrinted whether the files would print it; what they never print can only be worked out
/// @param isKnown whether readers have it already from what was published before
/// @param isPrimary whether it is printed hidden whatever else is
/// @param isProtected whether nobody may work it out
/// @param cost what is lost by hiding it
/// @param members of each sum, its counts
/// @param signs of each sum, 1 or -1 for each of its counts
/// @param totals what each sum comes to: a sum is read many times
/// @param sumsOf of each count, the sums that it takes part in
record Counts(
        long[] number,
        int[] least,
        boolean[] isPrinted,
        boolean[] isKnown,
        boolean[] isPrimary,
        boolean[] isProtected,
        long[] cost,
        int[][] members,
        int[][] signs,
        long[] totals,
        int[][] sumsOf) {

    Counts(
            long[] number,
            int[] least,
            boolean[] isPrinted,
            boolean[] isKnown,
            boolean[] isPrimary,
            boolean[] isProtected,
            long[] cost,
            int[][] members,
            int[][] signs) {
        this(
                number,
                least,
                isPrinted,
                isKnown,
                isPrimary,
                isProtected,
                cost,
                members,
                signs,
                totals(number, members, signs),
                sumsOf(number.length, members));
    }

    /// The same to readers who cannot tell whether what is printed now is what was shown before.
    Counts forgotten() {
        boolean[] known = isKnown.clone();
        for (int count = 0; count < known.length; count++) known[count] &= !isPrinted[count];
        return new Counts(
                number, least, isPrinted, known, isPrimary, isProtected, cost, members, signs, totals, sumsOf);
    }

    int size() {
        return number.length;
    }

    int sums() {
        return members.length;
    }

    /// The counts in groups that no sum ties to one another, each in order, and the groups by their first count.
    List<int[]> groups() {
        int[] group = IntStream.range(0, size()).toArray();
        for (int[] sum : members)
            for (int count : sum) {
                int mine = first(group, count);
                int theirs = first(group, sum[0]);
                group[Math.max(mine, theirs)] = Math.min(mine, theirs);
            }
        Map<Integer, IntStream.Builder> groups = new TreeMap<>();
        for (int count = 0; count < size(); count++)
            groups.computeIfAbsent(first(group, count), first -> IntStream.builder())
                    .add(count);
        return groups.values().stream()
                .map(builder -> builder.build().toArray())
                .toList();
    }

    private static int first(int[] group, int count) {
        int first = count;
        while (group[first] != first) {
            group[first] = group[group[first]];
            first = group[first];
        }
        return first;
    }

    /// The counts of one group alone, by their place in it.
    Counts only(int[] group) {
        int[] sums = IntStream.of(group)
                .flatMap(count -> IntStream.of(sumsOf[count]))
                .distinct()
                .sorted()
                .toArray();
        int[][] placed = new int[sums.length][];
        for (int sum = 0; sum < sums.length; sum++)
            placed[sum] = IntStream.of(members[sums[sum]])
                    .map(count -> Arrays.binarySearch(group, count))
                    .toArray();
        return new Counts(
                IntStream.of(group).mapToLong(count -> number[count]).toArray(),
                IntStream.of(group).map(count -> least[count]).toArray(),
                only(isPrinted, group),
                only(isKnown, group),
                only(isPrimary, group),
                only(isProtected, group),
                IntStream.of(group).mapToLong(count -> cost[count]).toArray(),
                placed,
                IntStream.of(sums).mapToObj(sum -> signs[sum]).toArray(int[][]::new));
    }

    private static boolean[] only(boolean[] flags, int[] group) {
        boolean[] only = new boolean[group.length];
        for (int place = 0; place < group.length; place++) only[place] = flags[group[place]];
        return only;
    }

    private static long[] totals(long[] number, int[][] members, int[][] signs) {
        long[] totals = new long[members.length];
        for (int sum = 0; sum < members.length; sum++)
            for (int i = 0; i < members[sum].length; i++) totals[sum] += signs[sum][i] * number[members[sum][i]];
        return totals;
    }

    private static int[][] sumsOf(int size, int[][] members) {
        int[] times = new int[size];
        for (int[] sum : members) for (int count : sum) times[count]++;
        int[][] sumsOf = new int[size][];
        for (int count = 0; count < size; count++) sumsOf[count] = new int[times[count]];
        Arrays.fill(times, 0);
        for (int sum = 0; sum < members.length; sum++)
            for (int count : members[sum]) sumsOf[count][times[count]++] = sum;
        return sumsOf;
    }
}
