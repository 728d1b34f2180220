package org.huboutcomes.publish;

import java.math.BigDecimal;

/// What one published cell holds: a number, or the symbol that says why there is none. Nothing else can be printed.
public sealed interface Quantity {

    record Amount(BigDecimal value) implements Quantity {}

    record Withheld(Symbol symbol) implements Quantity {
        public Withheld {
            if (symbol == Symbol.U) throw new IllegalArgumentException("u stands beside a number, never in its place");
        }
    }

    default boolean isAmount() {
        return this instanceof Amount;
    }
}
