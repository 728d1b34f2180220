package org.huboutcomes.reports.paper;


/// The last pass over a PDF.
final class Finish {

    private final Manuscript manuscript;

    Finish(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    byte[] of(byte[] raw) {
        return raw;
    }
}
