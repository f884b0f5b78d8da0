package io.waterwheel.touch.template;

import io.waterwheel.customer.ChannelKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A saved template.
public record Template(
        String id,
        String name,
        ChannelKind channel,
        @Nullable String subject,
        String body,
        @Nullable String linkUrl,
        Instant updatedAt) {

    public NewTemplate content() {
        return new NewTemplate(name, channel, subject, body, linkUrl);
    }
}
