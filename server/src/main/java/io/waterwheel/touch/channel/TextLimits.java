package io.waterwheel.touch.channel;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.TextLimit;
import org.springframework.stereotype.Component;

/// How long a text each channel takes, and whether it may have a link.
@Component
public class TextLimits {

    private static final TextLimit UNKNOWN_CHANNEL = TextLimit.bytes(4_000);

    private final Channels channels;

    TextLimits(Channels channels) {
        this.channels = channels;
    }

    public boolean links(ChannelKind kind) {
        return channels.find(kind).map(channel -> channel.promise().links()).orElse(true);
    }

    public TextLimit of(ChannelKind kind) {
        return channels.find(kind).map(channel -> channel.promise().text()).orElse(UNKNOWN_CHANNEL);
    }
}
