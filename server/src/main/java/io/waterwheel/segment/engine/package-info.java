/// Answers segment definitions over everybody: a leaf is one columnar scan that yields a bitmap, the tree is bitmap
/// algebra, and answers are renewed for those whom new data and a later moment concern. One definition is asked of
/// [SegmentEngine] by `estimate` (a count on the screen) or `members` (will be acted on), many at once by
/// `refreshAll(brand, definitions, each)`.
@NullMarked
package io.waterwheel.segment.engine;

import org.jspecify.annotations.NullMarked;
