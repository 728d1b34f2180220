/// The definition of a return in the catalogue: its fields, survey questions and forms.
@NullMarked
package org.huboutcomes.returns.definition;

import org.jspecify.annotations.NullMarked;
