package org.huboutcomes.spreadsheets.model;

import java.io.IOException;

/// A part of a file is larger than its limit.
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1;
}
