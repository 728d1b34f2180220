/// Sends reports to the hubs' contacts by email, and records what was sent.
@NullMarked
package org.huboutcomes.delivery.mail;

import org.jspecify.annotations.NullMarked;
