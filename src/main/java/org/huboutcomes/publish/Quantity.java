package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The content of a published cell: a number, or the symbol that explains why there is none.
public sealed interface Quantity {

    record Amount(BigDecimal value) implements Quantity {}

    record SymbolOnly(Symbol symbol) implements Quantity {
        public SymbolOnly {
            if (symbol == Symbol.U)
                throw new IllegalArgumentException("u is printed beside a number, never instead of it");
        }
    }

    /// Reads a cell of the store, which has either a number or a symbol.
    static Quantity of(@Nullable BigDecimal number, @Nullable Symbol symbol) {
        if (number != null && symbol != null)
            throw new IllegalArgumentException("a cell holds a number or a symbol; this one holds both");
        if (number != null) return new Amount(number);
        if (symbol != null) return new SymbolOnly(symbol);
        throw new IllegalArgumentException("a cell holds a number or a symbol; this one is blank");
    }

    /// Rounds half up to this many decimals; gives `low` for a number above zero that would be printed as zero.
    default Quantity printed(int places) {
        if (!(this instanceof Amount amount)) return this;
        BigDecimal rounded = amount.value().setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && amount.value().signum() != 0 ? new SymbolOnly(Symbol.LOW) : new Amount(rounded);
    }

    default boolean isAmount() {
        return this instanceof Amount;
    }
}
