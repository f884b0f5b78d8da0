/// The segment language: what may be asked of a customer, checked, read aloud and brought to one normal form; no
/// database in it.
@NullMarked
@NamedInterface("language")
package io.waterwheel.segment.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
