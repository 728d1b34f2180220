/// Errors and queries in returns: rules, severities and findings.
@NullMarked
package org.huboutcomes.returns.findings;

import org.jspecify.annotations.NullMarked;
