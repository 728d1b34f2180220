/// The common model of all formats: a book has sheets, a sheet has rows, a row has typed cells, within limits.
@NullMarked
package org.huboutcomes.spreadsheets.model;

import org.jspecify.annotations.NullMarked;
