package io.waterwheel.touch.channel;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.TouchProblem;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The channels this installation has.
@Component
public class Channels {

    private final ObjectProvider<Channel> channels;

    Channels(ObjectProvider<Channel> channels) {
        this.channels = channels;
    }

    public Optional<Channel> find(ChannelKind kind) {
        return channels.stream().filter(channel -> channel.kind() == kind).findFirst();
    }

    /// @throws Problem `channel-missing`
    public Channel get(ChannelKind kind) {
        return find(kind).orElseThrow(() -> new Problem(TouchProblem.CHANNEL_MISSING).with("channel", kind.code()));
    }
}
