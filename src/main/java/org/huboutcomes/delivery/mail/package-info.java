/// Reports on their way to the hubs' contacts by e-mail, and the record of it.
@NullMarked
package org.huboutcomes.delivery.mail;

import org.jspecify.annotations.NullMarked;
