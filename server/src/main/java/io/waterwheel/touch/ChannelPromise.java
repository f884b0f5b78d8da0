package io.waterwheel.touch;

import java.time.Duration;

/// What a channel can promise, on which the sender relies.
///
/// @param askable       an unknown outcome can be found out later by the short link in the text
/// @param settle        how long after a call its trace is sure to show, or never will
/// @param reports       results come back per recipient; without them, what the channel took counts as delivered
/// @param perSender     somebody must stand as the sender: a guide
/// @param sharedText    one call carries one text to all its recipients
/// @param mostPerCall   recipients a call may have
/// @param mostTextBytes length of a text in UTF-8
/// @param parallel      calls that may be under way at once
public record ChannelPromise(
        boolean askable,
        Duration settle,
        boolean reports,
        boolean perSender,
        boolean sharedText,
        int mostPerCall,
        int mostTextBytes,
        int parallel) {}
