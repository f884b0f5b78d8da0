package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.segment.SegmentId;
import org.jspecify.annotations.Nullable;

/// What other modules may have written and sent. Policy, holdout and results are as when a person does it; each call
/// joins the caller's transaction if there is one.
public interface Outreach {

    /// Saves a template.
    ///
    /// @param subject Liquid, e-mail only
    /// @param body    Liquid
    /// @param linkUrl where `{{ link }}` leads
    /// @return its id
    /// @throws io.waterwheel.kernel.problem.Problem `template-invalid`
    long write(
            Brand brand,
            String name,
            ChannelKind channel,
            @Nullable String subject,
            String body,
            @Nullable String linkUrl);

    /// Drafts a marketing broadcast.
    ///
    /// @param holdoutPercent 0 … 90 % of the eligible are left alone
    /// @param windowDays     days after the start in which orders count for its result
    BroadcastId draft(
            Brand brand, String name, SegmentId segment, long template, double holdoutPercent, int windowDays);

    /// Has a draft planned, and sends what is planned.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`, `broadcast-empty`
    Standing advance(Brand brand, BroadcastId id);

    /// Where a broadcast stands after a step.
    enum Standing {
        /// Planning is under way; advance it again when it has ended.
        PREPARING,
        /// It is being sent, or was.
        STARTED,
        /// A person stopped it, has to mend something or to approve.
        STOPPED
    }
}
