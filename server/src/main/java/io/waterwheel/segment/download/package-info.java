/// Files of a segment's or a list's members: asked for by who may, made by a job, audited, deleted after a few days.
@NullMarked
package io.waterwheel.segment.download;

import org.jspecify.annotations.NullMarked;
