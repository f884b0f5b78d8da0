package io.waterwheel.touch.template;

import io.waterwheel.customer.ChannelKind;
import org.jspecify.annotations.Nullable;

/// A template as a person writes it.
///
/// @param subject Liquid; a mail's subject, or the id of the platform's template; null elsewhere
/// @param body    Liquid
/// @param linkUrl where `{{ link }}` leads, null when the text has none
public record NewTemplate(
        String name,
        ChannelKind channel,
        @Nullable String subject,
        String body,
        @Nullable String linkUrl) {}
