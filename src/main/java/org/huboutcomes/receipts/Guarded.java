package org.huboutcomes.receipts;

/// Texts that a spreadsheet program would take for a formula, were they typed into it.
final class Guarded {

    private static final String STARTS = "=+-@\t\r";

    private Guarded() {}

    static boolean isDangerous(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
