/// The journey language: triggers, nodes, goals and rules, checked and read aloud; no database and no clock in
/// it.
@NullMarked
package io.waterwheel.journey.language;

import org.jspecify.annotations.NullMarked;
