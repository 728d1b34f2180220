package org.huboutcomes.publish;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Works out hidden counts from sums, in fractions and without hurry: it shares no line with the code that hides them.
final class Attacker {

    private record Equation(Map<String, BigInteger> factors, BigInteger sum) {}

    private final List<Equation> equations = new ArrayList<>();
    private final Map<String, BigInteger> known = new TreeMap<>();
    private final Map<String, Integer> least = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    Attacker knows(String count, long number) {
        known.put(count, BigInteger.valueOf(number));
        return this;
    }

    /// A count that is printed as hidden; the least that it can be is known.
    Attacker misses(String count, int atLeast) {
        least.put(count, atLeast);
        return this;
    }

    /// The parts come to the whole.
    Attacker adds(String whole, List<String> parts) {
        Map<String, BigInteger> factors = new TreeMap<>();
        factors.put(whole, BigInteger.ONE.negate());
        parts.forEach(part -> factors.put(part, BigInteger.ONE));
        equations.add(new Equation(factors, BigInteger.ZERO));
        return this;
    }

    /// Every count that has only one possible number, with that number.
    Map<String, BigInteger> solve() {
        equations.forEach(equation -> unknown.addAll(equation.factors().keySet()));
        Map<String, BigInteger> solved = new TreeMap<>(known);
        while (true) {
            Map<String, BigInteger> before = new TreeMap<>(solved);
            new Ranges(solved).narrow();
            eliminate(solved);
            if (solved.equals(before)) return solved;
        }
    }

    private final class Ranges {

        private final Map<String, BigInteger> solved;
        private final Map<String, BigInteger> low = new TreeMap<>();
        private final Map<String, BigInteger> high = new TreeMap<>();

        Ranges(Map<String, BigInteger> solved) {
            this.solved = solved;
            for (String count : unknown) {
                low.put(count, solved.getOrDefault(count, BigInteger.valueOf(least.getOrDefault(count, 0))));
                if (solved.containsKey(count)) high.put(count, solved.get(count));
            }
        }

        void narrow() {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Equation equation : equations)
                    for (String count : equation.factors().keySet()) moved |= narrow(equation, count);
            }
            for (String count : unknown) if (low.get(count).equals(high.get(count))) solved.put(count, low.get(count));
        }

        /// The factors are 1 and -1.
        private boolean narrow(Equation equation, String count) {
            boolean positive = equation.factors().get(count).signum() > 0;
            BigInteger atLeast = rest(equation, count, true);
            BigInteger atMost = rest(equation, count, false);
            BigInteger newLow = positive
                    ? atMost == null ? null : equation.sum().subtract(atMost)
                    : atLeast == null ? null : atLeast.subtract(equation.sum());
            BigInteger newHigh = positive
                    ? atLeast == null ? null : equation.sum().subtract(atLeast)
                    : atMost == null ? null : atMost.subtract(equation.sum());
            boolean moved = false;
            if (newLow != null && newLow.compareTo(low.get(count)) > 0) {
                low.put(count, newLow);
                moved = true;
            }
            if (newHigh != null && (!high.containsKey(count) || newHigh.compareTo(high.get(count)) < 0)) {
                high.put(count, newHigh);
                moved = true;
            }
            return moved;
        }

        /// The least or most that the other terms come to; null where there is no end to it.
        private BigInteger rest(Equation equation, String except, boolean least) {
            BigInteger rest = BigInteger.ZERO;
            for (Map.Entry<String, BigInteger> term : equation.factors().entrySet()) {
                if (term.getKey().equals(except)) continue;
                BigInteger end =
                        (term.getValue().signum() > 0) == least ? low.get(term.getKey()) : high.get(term.getKey());
                if (end == null) return null;
                rest = rest.add(term.getValue().multiply(end));
            }
            return rest;
        }
    }

    /// Gauss and Jordan over whole numbers: no row is ever divided but by what divides all of it.
    private void eliminate(Map<String, BigInteger> solved) {
        Map<String, Equation> reduced = new TreeMap<>();
        for (Equation equation : equations) {
            Equation rest = without(solved, equation);
            for (Map.Entry<String, Equation> other : reduced.entrySet())
                rest = cancel(rest, other.getValue(), other.getKey());
            if (rest.factors().isEmpty()) continue;
            String pivot = rest.factors().keySet().iterator().next();
            Equation row = rest;
            reduced.replaceAll((count, other) -> cancel(other, row, pivot));
            reduced.put(pivot, row);
        }
        reduced.forEach((count, row) -> {
            if (row.factors().size() == 1)
                solved.put(count, row.sum().divide(row.factors().get(count)));
        });
    }

    private static Equation without(Map<String, BigInteger> solved, Equation equation) {
        Map<String, BigInteger> factors = new TreeMap<>();
        BigInteger sum = equation.sum();
        for (Map.Entry<String, BigInteger> term : equation.factors().entrySet()) {
            BigInteger number = solved.get(term.getKey());
            if (number == null) factors.put(term.getKey(), term.getValue());
            else sum = sum.subtract(term.getValue().multiply(number));
        }
        return new Equation(factors, sum);
    }

    private static Equation cancel(Equation row, Equation other, String count) {
        BigInteger mine = row.factors().get(count);
        if (mine == null) return row;
        BigInteger theirs = Objects.requireNonNull(other.factors().get(count));
        Map<String, BigInteger> factors = new TreeMap<>();
        row.factors().forEach((key, factor) -> factors.put(key, factor.multiply(theirs)));
        other.factors()
                .forEach((key, factor) ->
                        factors.merge(key, factor.multiply(mine).negate(), BigInteger::add));
        factors.values().removeIf(factor -> factor.signum() == 0);
        BigInteger sum = row.sum().multiply(theirs).subtract(other.sum().multiply(mine));
        BigInteger common = factors.values().stream().reduce(sum, BigInteger::gcd);
        if (common.signum() == 0) return new Equation(factors, sum);
        factors.replaceAll((key, factor) -> factor.divide(common));
        return new Equation(factors, sum.divide(common));
    }
}
