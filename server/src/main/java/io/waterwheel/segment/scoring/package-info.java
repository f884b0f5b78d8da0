/// Ways to place every buyer among the buyers, each defined once: what a segment asks for and what a page shows are
/// the same.
@NullMarked
@NamedInterface("scoring")
package io.waterwheel.segment.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
