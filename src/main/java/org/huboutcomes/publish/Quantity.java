package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What one published cell holds: a number, or the symbol that says why there is none. Nothing else can be printed.
public sealed interface Quantity {

    record Amount(BigDecimal value) implements Quantity {}

    record Withheld(Symbol symbol) implements Quantity {
        public Withheld {
            if (symbol == Symbol.U) throw new IllegalArgumentException("u stands beside a number, never in its place");
        }
    }

    /// A cell of the store, which holds one of the two and never both.
    static Quantity of(@Nullable BigDecimal number, @Nullable Symbol symbol) {
        if (number != null && symbol != null)
            throw new IllegalArgumentException("a cell holds a number or a symbol; this one holds both");
        if (number != null) return new Amount(number);
        if (symbol != null) return new Withheld(symbol);
        throw new IllegalArgumentException("a cell holds a number or a symbol; this one is blank");
    }

    /// As it is printed with so many decimals: rounded half up, and `low` where that would make a nought of what is
    /// none.
    default Quantity printed(int places) {
        if (!(this instanceof Amount amount)) return this;
        BigDecimal rounded = amount.value().setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && amount.value().signum() != 0 ? new Withheld(Symbol.LOW) : new Amount(rounded);
    }

    default boolean isAmount() {
        return this instanceof Amount;
    }
}
