package org.stridescope.explain.findings;

import java.util.Optional;

/** Looks for one kind of thing in a stretch of a recording. */
@FunctionalInterface
interface Rule {
    Optional<Finding> look(Stretch stretch);
}
