/// From returned spreadsheets to figures that a hub can defend.
@NullMarked
package org.huboutcomes;

import org.jspecify.annotations.NullMarked;
