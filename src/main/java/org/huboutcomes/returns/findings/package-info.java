/// What is wrong or unclear in a return: rules, severities and findings.
@NullMarked
package org.huboutcomes.returns.findings;

import org.jspecify.annotations.NullMarked;
