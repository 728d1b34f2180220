package org.huboutcomes.publish;

/// The symbols of the DfE open data standard, printed instead of or beside a number.
public enum Symbol {
    /// Not applicable to this network or level.
    Z("z", "not applicable"),
    /// Not collected, or cannot be computed: a share of fewer than 10 is not given, but its counts are.
    X("x", "not available, or based on fewer than 10"),
    /// Suppressed, because it is based on too few people or schools.
    C("c", "suppressed to protect people or schools"),
    /// Rounds to zero. The public profile also prints zero like this.
    LOW("low", "rounds to 0"),
    /// Low reliability; the only symbol printed beside a number.
    U("u", "low reliability (a small sample, or a gap in the returns)");

    private final String code;
    private final String meaning;

    Symbol(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    public static Symbol of(String code) {
        for (Symbol symbol : values()) if (symbol.code.equals(code)) return symbol;
        throw new IllegalArgumentException("\"" + code + "\" is not a symbol; the symbols are z, x, c, low, u");
    }
}
