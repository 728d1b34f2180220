package org.huboutcomes.catalogue;

/// A file of the catalogue that cannot be read or run, in one sentence for the analyst who edits it.
public final class CatalogueFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CatalogueFault(String message) {
        super(message);
    }

    public CatalogueFault(String message, Throwable cause) {
        super(message, cause);
    }
}
