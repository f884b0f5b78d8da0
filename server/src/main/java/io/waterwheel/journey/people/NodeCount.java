package io.waterwheel.journey.people;

import java.util.Map;

/// How many came to a node of a version, where they are and where they went: `entered` is always `inside`,
/// `aside`, `left` and everybody in `passed` together. Counted are visits: whoever comes by a second time
/// counts twice. But for `people` and `converted`, of which each run counts once.
///
/// @param entered   how often somebody ever came to it
/// @param inside    how many wait at it now
/// @param aside     how many could not go on from it and wait for a person
/// @param passed    how often they went on, by exit
/// @param left      for how many the journey ended at it
/// @param people    how many runs were ever at it
/// @param converted how many of these reached the goal when they had come to it, or later, in the journey or
/// after it
public record NodeCount(
        int version,
        String node,
        long entered,
        long inside,
        long aside,
        Map<String, Long> passed,
        long left,
        long people,
        long converted) {}
