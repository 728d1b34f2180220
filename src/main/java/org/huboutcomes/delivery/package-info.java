/// From PDFs to the hubs they are for, and the record that they were sent.
@NullMarked
package org.huboutcomes.delivery;

import org.jspecify.annotations.NullMarked;
