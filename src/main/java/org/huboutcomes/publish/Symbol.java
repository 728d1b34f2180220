package org.huboutcomes.publish;

/// What is printed where a number is not, or not fully, to be relied on (the symbols of DfE's open data standard).
public enum Symbol {
    /// Does not apply to this network or level.
    Z("z", "not applicable"),
    /// Was not collected, or cannot be worked out: a share of fewer than 10 is not given, but its counts are.
    X("x", "not available, or of fewer than 10"),
    /// Hidden, because so few people or schools stand behind it.
    C("c", "suppressed to protect people or schools"),
    /// Not nought, but rounds to nought.
    LOW("low", "rounds to 0"),
    /// Low reliability: the only symbol that stands beside a number and not in its place.
    U("u", "low reliability");

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
        throw new IllegalArgumentException("\"" + code + "\" is no symbol; the symbols are z, x, c, low, u");
    }
}
