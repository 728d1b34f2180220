package org.huboutcomes.publish.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// All that a reader can work out of what is printed: from each sum the range of every count in it, again and again
/// until nothing moves, and from all sums together, as linear equations, the counts that only one number fits. Counts
/// are whole and never below nought.
///
/// What is learnt later can be forgotten again, so that a count may be shown on trial.
final class Reader {

    static final long NO_LIMIT = Long.MAX_VALUE;

    private final Counts counts;
    private final long[] low;
    private final long[] high;

    /// The sum that a count's range was last read from; -1 where it was not read from one sum.
    private final int[] readFrom;
    private final Form[] forms;

    /// For each free unknown, all counts that ever depended on it: some may no longer.
    private final List<List<Integer>> dependents = new ArrayList<>();

    private final Deque<Integer> sumsToRead = new ArrayDeque<>();
    private final BitSet isToRead;
    private final Deque<Integer> solved = new ArrayDeque<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean onTrial;
    private boolean usesAllSums;
    private boolean gaveAway;

    Reader(Counts counts, boolean[] isHidden) {
        this.counts = counts;
        this.low = new long[counts.size()];
        this.high = new long[counts.size()];
        this.readFrom = new int[counts.size()];
        this.forms = new Form[counts.size()];
        this.isToRead = new BitSet(counts.sums());
        Arrays.fill(readFrom, -1);
        for (int count = 0; count < counts.size(); count++) {
            boolean known = counts.isKnown()[count] || counts.isPrinted()[count] && !isHidden[count];
            low[count] = known ? counts.number()[count] : counts.least()[count];
            high[count] = known ? counts.number()[count] : NO_LIMIT;
            forms[count] = Form.NOUGHT;
            dependents.add(known ? List.of() : new ArrayList<>());
        }
    }

    boolean isSolved(int count) {
        return low[count] == high[count];
    }

    int readFrom(int count) {
        return readFrom[count];
    }

    /// Reads every sum by itself.
    Reader readSums() {
        for (int sum = 0; sum < counts.sums(); sum++) mark(sum);
        drawConclusions();
        return this;
    }

    /// Reads all sums together. Those with counts that are never printed come last: such a count is in one sum alone,
    /// and can go out first when nothing else hangs on it.
    Reader combineSums() {
        for (int count = 0; count < counts.size(); count++)
            if (!isSolved(count)) {
                forms[count] = Form.of(count);
                dependents.get(count).add(count);
            }
        usesAllSums = true;
        for (boolean printed : new boolean[] {true, false})
            for (int sum = 0; sum < counts.sums(); sum++) if (isAllPrinted(sum) == printed) isNought(formOf(sum));
        drawConclusions();
        return this;
    }

    /// Learns a count, if no protected one is given away by that; else forgets it again.
    ///
    /// @return whether it is learnt
    boolean learns(int learnt) {
        if (isSolved(learnt)) return true;
        onTrial = true;
        gaveAway = false;
        setRange(learnt, counts.number()[learnt], counts.number()[learnt], -1);
        drawConclusions();
        if (gaveAway) while (!undo.isEmpty()) undo.pop().run();
        undo.clear();
        onTrial = false;
        return !gaveAway;
    }

    private boolean isAllPrinted(int sum) {
        for (int count : counts.members()[sum]) if (!counts.isPrinted()[count]) return false;
        return true;
    }

    private Form formOf(int sum) {
        Form form = Form.NOUGHT;
        for (int i = 0; i < counts.members()[sum].length; i++)
            form = form.plus(counts.signs()[sum][i], forms[counts.members()[sum][i]]);
        return form;
    }

    private void drawConclusions() {
        while (!gaveAway || !onTrial) {
            if (!solved.isEmpty()) {
                int count = solved.pop();
                if (usesAllSums) isNought(forms[count]);
            } else if (!sumsToRead.isEmpty()) {
                int sum = sumsToRead.poll();
                isToRead.clear(sum);
                read(sum);
            } else return;
        }
        solved.clear();
        sumsToRead.clear();
        isToRead.clear();
    }

    /// One unknown of the form, of those the one on which the fewest depend, goes out of all forms.
    private void isNought(Form form) {
        if (form.isNought()) return;
        int out = form.free()[0];
        for (int unknown : form.free())
            if (dependents.get(unknown).size() < dependents.get(out).size()) out = unknown;
        List<Integer> depending = dependents.get(out);
        for (int i = 0; i < depending.size(); i++) {
            int count = depending.get(i);
            Form before = forms[count];
            if (before.factorOf(out) == 0) continue;
            Form after = before.without(out, form);
            forms[count] = after;
            if (onTrial) undo.push(() -> forms[count] = before);
            for (int unknown : after.free())
                if (before.factorOf(unknown) == 0) dependents.get(unknown).add(count);
            if (after.isNought() && !isSolved(count))
                setRange(count, counts.number()[count], counts.number()[count], -1);
        }
    }

    /// The range of each count of a sum is what the ranges of the others leave it. A range that has narrowed on the way
    /// is used when the sum is read again. One loop, left whole: it is where the time goes.
    private void read(int sum) {
        int[] members = counts.members()[sum];
        int[] signs = counts.signs()[sum];
        long least = 0;
        long most = 0;
        int open = 0;
        int endlessLow = 0;
        int endlessHigh = 0;
        for (int i = 0; i < members.length; i++) {
            if (!isSolved(members[i])) open++;
            boolean endless = high[members[i]] == NO_LIMIT;
            if (signs[i] > 0) {
                least += low[members[i]];
                if (endless) endlessHigh++;
                else most += high[members[i]];
            } else {
                most -= low[members[i]];
                if (endless) endlessLow++;
                else least -= high[members[i]];
            }
        }
        if (open == 0) return;
        long total = counts.totals()[sum];
        for (int i = 0; i < members.length; i++) {
            int count = members[i];
            if (isSolved(count)) continue;
            boolean endless = high[count] == NO_LIMIT;
            // What the term of this count can be at the least and at the most, once the others are taken off.
            boolean boundBelow = signs[i] > 0 ? endlessHigh - (endless ? 1 : 0) == 0 : endlessHigh == 0;
            boolean boundAbove = signs[i] > 0 ? endlessLow == 0 : endlessLow - (endless ? 1 : 0) == 0;
            long mineLeast = signs[i] > 0 ? low[count] : endless ? 0 : -high[count];
            long mineMost = signs[i] > 0 ? endless ? 0 : high[count] : -low[count];
            long termLeast = total - (most - mineMost);
            long termMost = total - (least - mineLeast);
            long newLow = low[count];
            long newHigh = high[count];
            if (signs[i] > 0) {
                if (boundBelow) newLow = Math.max(newLow, termLeast);
                if (boundAbove) newHigh = Math.min(newHigh, termMost);
            } else {
                if (boundAbove) newLow = Math.max(newLow, -termMost);
                if (boundBelow) newHigh = Math.min(newHigh, -termLeast);
            }
            if (newLow != low[count] || newHigh != high[count]) setRange(count, newLow, newHigh, sum);
        }
    }

    private void setRange(int count, long newLow, long newHigh, int sum) {
        long oldLow = low[count];
        long oldHigh = high[count];
        int oldSum = readFrom[count];
        if (onTrial)
            undo.push(() -> {
                low[count] = oldLow;
                high[count] = oldHigh;
                readFrom[count] = oldSum;
            });
        low[count] = newLow;
        high[count] = newHigh;
        readFrom[count] = sum;
        for (int again : counts.sumsOf()[count]) mark(again);
        if (newLow == newHigh) {
            solved.push(count);
            if (counts.isProtected()[count]) gaveAway = true;
        }
    }

    private void mark(int sum) {
        if (isToRead.get(sum)) return;
        isToRead.set(sum);
        sumsToRead.add(sum);
    }
}
