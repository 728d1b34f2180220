package org.huboutcomes.spreadsheets.model;

/// What a text document holds beside the text that is read.
///
/// @param changes insertions and deletions that nobody has accepted or rejected
/// @param comments remarks in the margin, which are not read
/// @param pictures drawings and photographs, which are not read
public record DocumentParts(int changes, int comments, int pictures) {

    public DocumentParts {
        if (changes < 0 || comments < 0 || pictures < 0)
            throw new IllegalArgumentException("a document holds no fewer than none");
    }
}
