package io.waterwheel.segment.size;

import java.time.Instant;

/// How large a segment was at one moment.
///
/// @param number  1, 2, 3 … within the segment
/// @param version of the definition that was evaluated
/// @param entered who had entered since the evaluation before
/// @param left    who had left; not who became part of another customer or was erased
/// @param listed  whether it is still known who they were
public record Evaluation(int number, Instant at, int version, long size, long entered, long left, boolean listed) {}
