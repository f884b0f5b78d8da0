package io.waterwheel.touch;

import java.time.Duration;

/// What a channel can promise, on which the sender relies. Begin with [#nothing] and add what is true.
///
/// @param tracing     how an unknown outcome is found out later
/// @param settle      how long after a call its trace is sure to show, or never will
/// @param telling     what is told per recipient of a call that was taken
/// @param idempotent  a call made again with the same key is carried once
/// @param charged     by what it is paid; the price is the brand's, see [Channel#wording]
/// @param leaveByLink whoever takes consent back does it by a link in the text
/// @param perSender   somebody must stand as the sender: a guide
/// @param sharedText  one call carries one text to all its recipients
/// @param mostPerCall recipients a call may have
/// @param text        how long a text may be
/// @param links       whether a text may have a link
/// @param parallel    calls that may be under way at once
public record ChannelPromise(
        Tracing tracing,
        Duration settle,
        Telling telling,
        boolean idempotent,
        Charged charged,
        boolean leaveByLink,
        boolean perSender,
        boolean sharedText,
        int mostPerCall,
        TextLimit text,
        boolean links,
        int parallel) {

    /// One call at a time with one recipient and a text of their own, and no word about what became of it.
    public static ChannelPromise nothing(TextLimit text) {
        return new ChannelPromise(
                Tracing.NEVER,
                Duration.ZERO,
                Telling.NOTHING,
                false,
                Charged.NOTHING,
                false,
                false,
                false,
                1,
                text,
                true,
                1);
    }

    public ChannelPromise asked(Tracing by, Duration settling) {
        return new ChannelPromise(
                by,
                settling,
                telling,
                idempotent,
                charged,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    public ChannelPromise tells(Telling what) {
        return new ChannelPromise(
                tracing,
                settle,
                what,
                idempotent,
                charged,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    public ChannelPromise carriesOnce() {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                true,
                charged,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    public ChannelPromise charged(Charged by) {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                by,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    public ChannelPromise leftByLink() {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                charged,
                true,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    /// One text to many, from somebody.
    public ChannelPromise sharedBySender(int most) {
        return new ChannelPromise(
                tracing, settle, telling, idempotent, charged, leaveByLink, true, true, most, text, links, parallel);
    }

    /// Many recipients, each with a text of their own.
    public ChannelPromise batched(int most) {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                charged,
                leaveByLink,
                perSender,
                false,
                most,
                text,
                links,
                parallel);
    }

    /// Somebody must stand as the sender, and a call is one sender's.
    public ChannelPromise bySender() {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                charged,
                leaveByLink,
                true,
                sharedText,
                mostPerCall,
                text,
                links,
                parallel);
    }

    public ChannelPromise withoutLinks() {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                charged,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                false,
                parallel);
    }

    public ChannelPromise parallel(int calls) {
        return new ChannelPromise(
                tracing,
                settle,
                telling,
                idempotent,
                charged,
                leaveByLink,
                perSender,
                sharedText,
                mostPerCall,
                text,
                links,
                calls);
    }

    /// Whether an unknown outcome can be found out.
    public boolean askable() {
        return tracing != Tracing.NEVER;
    }

    /// Whether results come back per recipient.
    public boolean reports() {
        return telling != Telling.NOTHING;
    }

    /// Whether a call's key is the call's own rather than its only recipient's.
    public boolean keyedByCall() {
        return sharedText || mostPerCall > 1;
    }
}
