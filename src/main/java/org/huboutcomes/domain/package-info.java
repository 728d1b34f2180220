/// Types that every package shares, such as the academic year.
@NullMarked
package org.huboutcomes.domain;

import org.jspecify.annotations.NullMarked;
