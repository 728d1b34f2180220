package org.huboutcomes.samples;

/// One fault of one file: the finding that it must give, and its place.
record ExpectedFinding(String file, String severity, String place, String sentence) {

    String rule() {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
