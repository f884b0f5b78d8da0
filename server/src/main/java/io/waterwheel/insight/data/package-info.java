/// What the numbers are taken from: the warehouse's columns, and which days count.
@NullMarked
package io.waterwheel.insight.data;

import org.jspecify.annotations.NullMarked;
