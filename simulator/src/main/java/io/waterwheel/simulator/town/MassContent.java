package io.waterwheel.simulator.town;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mass message (企业群发) says.
///
/// @param attachments as they were given, so that `get_groupmsg_list_v2` can return them unchanged
public record MassContent(
        String chatType, @Nullable String creator, String text, List<Map<String, Object>> attachments) {

    /// Whether it goes to groups rather than to single customers.
    public boolean toGroups() {
        return chatType.equals("group");
    }

    /// The message as customers will see it.
    Message asMessage(String msgid, String sender) {
        return new Message(msgid, Channel.WECOM, sender, "", text, Links.in(this));
    }
}
