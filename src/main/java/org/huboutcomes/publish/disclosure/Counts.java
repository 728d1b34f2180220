package org.huboutcomes.publish.disclosure;

import java.util.Arrays;

/// Counts by their place in the list, and the sums over them that every reader knows. Plain arrays: a network's ten
/// years are some hundred thousand counts, gone through many times.
///
/// @param number how many it really is
/// @param least what a hidden one can be at the least, as all readers know
/// @param isPrinted whether the files would print it; what they never print can only be worked out
/// @param isKnown whether readers have it already from what was published before
/// @param isProtected whether nobody may work it out
/// @param cost what is lost by hiding it
/// @param members of each sum, its counts
/// @param signs of each sum, 1 or -1 for each of its counts
record Counts(
        long[] number,
        int[] least,
        boolean[] isPrinted,
        boolean[] isKnown,
        boolean[] isProtected,
        long[] cost,
        int[][] members,
        int[][] signs,
        int[][] sumsOf) {

    Counts(
            long[] number,
            int[] least,
            boolean[] isPrinted,
            boolean[] isKnown,
            boolean[] isProtected,
            long[] cost,
            int[][] members,
            int[][] signs) {
        this(number, least, isPrinted, isKnown, isProtected, cost, members, signs, sumsOf(number.length, members));
    }

    int size() {
        return number.length;
    }

    int sums() {
        return members.length;
    }

    /// What the sum comes to.
    long total(int sum) {
        long total = 0;
        for (int i = 0; i < members[sum].length; i++) total += signs[sum][i] * number[members[sum][i]];
        return total;
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
