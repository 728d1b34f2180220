/// What a return is: its fields, survey questions and forms, as the catalogue describes them.
@NullMarked
package org.huboutcomes.returns.definition;

import org.jspecify.annotations.NullMarked;
