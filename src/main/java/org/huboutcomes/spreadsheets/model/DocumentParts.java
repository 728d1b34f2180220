package org.huboutcomes.spreadsheets.model;

/// The parts of a text document besides its text.
///
/// @param changes tracked insertions and deletions
/// @param comments comments in the margin, which are not read
/// @param pictures drawings and photographs, which are not read
public record DocumentParts(int changes, int comments, int pictures) {

    public DocumentParts {
        if (changes < 0 || comments < 0 || pictures < 0)
            throw new IllegalArgumentException("a document holds no fewer than none");
    }
}
