package org.huboutcomes.publish.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The counts that readers could combine, as parallel arrays, and the relations between them.
///
/// @param number the count
/// @param least the lower bound that readers know even if the count is not printed
/// @param most the upper bound, likewise
/// @param printedLeast the lower bound that readers know if the rounded count is printed
/// @param printedMost the upper bound, likewise
/// @param mustFit how many whole numbers must remain possible for readers; 0 for a count that needs no protection
/// @param isPrinted whether the count is printed unless it is hidden
/// @param wasHidden whether it was hidden when last published with the same number
/// @param cost the cost of hiding it
/// @param members the counts of each relation
/// @param signs the factors of these counts
/// @param sumLeast the lower bound that readers know of the sum of the products, in each relation
/// @param sumMost the upper bound, likewise
record Counts(
        long[] number,
        long[] least,
        long[] most,
        long[] printedLeast,
        long[] printedMost,
        int[] mustFit,
        boolean[] isPrinted,
        boolean[] wasHidden,
        long[] cost,
        int[][] members,
        int[][] signs,
        long[] sumLeast,
        long[] sumMost) {

    int size() {
        return number.length;
    }

    int relations() {
        return members.length;
    }

    /// The relations that each count belongs to.
    int[][] relationsOf() {
        int[] sizes = new int[size()];
        for (int[] relation : members) for (int count : relation) sizes[count]++;
        int[][] relationsOf = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(sizes, 0);
        for (int relation = 0; relation < relations(); relation++)
            for (int count : members[relation]) relationsOf[count][sizes[count]++] = relation;
        return relationsOf;
    }
}
