package io.waterwheel.touch.template;

import io.waterwheel.customer.ChannelKind;
import org.jspecify.annotations.Nullable;

/// A template as a person writes it.
///
/// @param subject Liquid, e-mail only
/// @param body    Liquid
/// @param linkUrl where `{{ link }}` leads, null when the text has none
public record NewTemplate(
        String name,
        ChannelKind channel,
        @Nullable String subject,
        String body,
        @Nullable String linkUrl) {}
