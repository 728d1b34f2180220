package org.huboutcomes.publish.disclosure;

import java.util.Arrays;

/// A sum of free unknowns, each with a factor: what a hidden count still depends on once all sums are used. The factors
/// are remainders by a large prime, which tells nought from not nought as fractions would, and faster.
///
/// @param free the unknowns, ascending
/// @param factor never 0
record Form(int[] free, long[] factor) {

    static final Form NOUGHT = new Form(new int[0], new long[0]);

    private static final long PRIME = 2147483647;

    static Form of(int unknown) {
        return new Form(new int[] {unknown}, new long[] {1});
    }

    boolean isNought() {
        return free.length == 0;
    }

    long factorOf(int unknown) {
        int place = Arrays.binarySearch(free, unknown);
        return place < 0 ? 0 : factor[place];
    }

    /// This form and so many times the other.
    Form plus(long times, Form other) {
        long by = Math.floorMod(times, PRIME);
        int[] summed = new int[free.length + other.free.length];
        long[] factors = new long[summed.length];
        int size = 0;
        for (int i = 0, j = 0; i < free.length || j < other.free.length; ) {
            boolean mine = j == other.free.length || i < free.length && free[i] <= other.free[j];
            boolean theirs = i == free.length || j < other.free.length && other.free[j] <= free[i];
            int unknown = mine ? free[i] : other.free[j];
            long sum = 0;
            if (mine) sum += factor[i++];
            if (theirs) sum += by * other.factor[j++];
            sum %= PRIME;
            if (sum == 0) continue;
            summed[size] = unknown;
            factors[size++] = sum;
        }
        return new Form(Arrays.copyOf(summed, size), Arrays.copyOf(factors, size));
    }

    /// This form once the other is known to be nought, by which one of its unknowns goes out.
    Form without(int unknown, Form other) {
        return plus(-(factorOf(unknown) * inverse(other.factorOf(unknown)) % PRIME), other);
    }

    private static long inverse(long number) {
        long power = PRIME - 2;
        long result = 1;
        for (long base = number % PRIME; power > 0; power >>= 1, base = base * base % PRIME)
            if ((power & 1) == 1) result = result * base % PRIME;
        return result;
    }
}
