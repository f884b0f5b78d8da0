package io.waterwheel.touch.channel;

import io.waterwheel.customer.ChannelKind;
import org.springframework.stereotype.Component;

/// How long a text each channel takes.
@Component
public class TextLimits {

    private static final int UNKNOWN_CHANNEL = 4_000;

    private final Channels channels;

    TextLimits(Channels channels) {
        this.channels = channels;
    }

    public int of(ChannelKind kind) {
        return channels.find(kind)
                .map(channel -> channel.promise().mostTextBytes())
                .orElse(UNKNOWN_CHANNEL);
    }
}
