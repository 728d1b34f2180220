package org.huboutcomes.intake;

/// The journal of the archive cannot be read, or is missing. The message is one sentence that says what to do.
public final class JournalFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalFault(String sentence) {
        super(sentence);
    }

    JournalFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
