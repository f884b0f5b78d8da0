package io.waterwheel.simulator.town;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.Follow;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.World;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened. The state is what all facts since the last [WorldSet] add up to. Times are milliseconds
/// since 1970.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "fact")
public sealed interface Fact {

    record WorldSet(World world) implements Fact {}

    record BehaviourSet(Behaviour behaviour) implements Fact {}

    record FriendAdded(String externalUserid, Follow follow) implements Fact {}

    record FriendRemoved(String externalUserid, String userid) implements Fact {}

    /// The whole tag library, as it now stands.
    record TagsDefined(List<TagGroup> groups) implements Fact {}

    record TagsMarked(String userid, String externalUserid, List<String> added, List<String> removed) implements Fact {}

    /// @param recipients external_userids by the guide who is to send
    record MassSendCreated(String msgid, MassContent content, Map<String, List<String>> recipients, long at)
            implements Fact {}

    /// @param statuses by external_userid, as `get_groupmsg_send_result` will tell them
    record MassSendConfirmed(String msgid, String userid, Map<String, Integer> statuses, long at) implements Fact {}

    record MassSendReminded(String msgid, long at) implements Fact {}

    record MassSendCancelled(String msgid) implements Fact {}

    /// An application message to guides (`/message/send`).
    record GuidesNotified(String msgid, List<String> userids, String text, long at) implements Fact {}

    /// A member left the corp; what they were to send nobody can any more.
    record GuideLeft(String userid) implements Fact {}

    /// A group as it stands now, whether or not it was there before.
    record GroupSet(GroupChat group) implements Fact {}

    record GroupDismissed(String chatId) implements Fact {}

    /// @param guides who are to publish it
    /// @param tags   whose customers with one of these can see it; empty for all
    record MomentCreated(
            String jobid,
            String momentId,
            String text,
            List<String> guides,
            List<String> tags,
            List<String> invalidGuides,
            List<String> invalidTags,
            long at)
            implements Fact {}

    record MomentPublished(String momentId, String userid, List<String> customers, long at) implements Fact {}

    record MomentCancelled(String momentId) implements Fact {}

    /// A letter was accepted; person is null when nobody has that address.
    record MailAccepted(@Nullable String person, Message message, long at) implements Fact {}

    record MessageRead(String person, String messageKey, long at) implements Fact {}

    record LinkClicked(String person, String messageKey, String url, long at) implements Fact {}

    record OrderPlaced(Order order) implements Fact {}

    /// The shop's endpoint has heard of the order, and took or refused it.
    record OrderTold(String orderId, boolean taken) implements Fact {}
}
