/// Answers segment definitions over everybody: a leaf is one columnar scan that yields a bitmap, the tree is bitmap
/// algebra.
@NullMarked
package io.waterwheel.segment.engine;

import org.jspecify.annotations.NullMarked;
