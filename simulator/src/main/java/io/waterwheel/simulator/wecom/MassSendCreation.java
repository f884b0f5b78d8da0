package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Friendships.Friend;
import io.waterwheel.simulator.town.GroupChat;
import io.waterwheel.simulator.town.MassContent;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Draws;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creating a mass message for single customers or for groups (WeCom doc path/92135). It becomes a task that
/// each guide, or the owner of the groups, must confirm.
final class MassSendCreation implements Endpoint {
    private static final int MOST_CUSTOMERS = 10_000;
    private static final int MOST_GROUPS = 2_000;
    private static final int MOST_TEXT_BYTES = 4000;
    private static final int MOST_ATTACHMENTS = 9;

    private final Town town;
    private final InstantSource clock;

    MassSendCreation(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> answer(Call call) {
        var content = content(call);
        var sender = call.text("sender");
        if (content.toGroups()) {
            return toGroups(call, content, sender);
        }
        var asked = call.texts("external_userid");
        if (sender.isEmpty() && asked.isEmpty()) {
            throw new Refused(40063, "sender and external_userid are both empty");
        }
        if (!sender.isEmpty() && town.directory().guide(sender).isEmpty()) {
            throw new Refused(60111, ErrorText.of(60111));
        }
        if (call.body().path("external_userid").size() > MOST_CUSTOMERS) {
            throw new Refused(40058, "external_userid holds at most " + MOST_CUSTOMERS);
        }
        if (asked.isEmpty()) {
            // Only a sender: all of that guide's customers.
            asked = town.friendships().ofGuide(sender).stream()
                    .map(Friend::externalUserid)
                    .toList();
        }
        var msgid =
                "msg" + Opaque.id(town.world().seed(), "msgid", town.massSends().size());
        var recipients = new LinkedHashMap<String, List<String>>();
        var failed = new ArrayList<String>();
        for (var externalUserid : asked) {
            var guide = Draws.uniform(town.world().seed(), msgid, externalUserid, "refused") < call.refusedShare()
                    ? Optional.<String>empty()
                    : guideFor(externalUserid, sender);
            guide.ifPresentOrElse(
                    userid -> recipients
                            .computeIfAbsent(userid, id -> new ArrayList<>())
                            .add(externalUserid),
                    () -> failed.add(externalUserid));
        }
        if (recipients.isEmpty()) {
            throw new Refused(41048, ErrorText.of(41048));
        }
        town.record(new Fact.MassSendCreated(msgid, content, recipients, clock.millis()));
        return Map.of("fail_list", failed, "msgid", msgid);
    }

    /// The sender is the owner; without any group named, all of theirs.
    private Map<String, Object> toGroups(Call call, MassContent content, String owner) {
        if (owner.isEmpty()) {
            throw new Refused(40063, "sender is empty");
        }
        if (town.directory().guide(owner).isEmpty()) {
            throw new Refused(60111, ErrorText.of(60111));
        }
        if (call.body().path("chat_id_list").size() > MOST_GROUPS) {
            throw new Refused(40058, "chat_id_list holds at most " + MOST_GROUPS);
        }
        var own = town.groups().all().stream()
                .filter(group -> group.owner().equals(owner))
                .map(GroupChat::chatId)
                .toList();
        var asked = call.texts("chat_id_list").isEmpty() ? own : call.texts("chat_id_list");
        var msgid =
                "msg" + Opaque.id(town.world().seed(), "msgid", town.massSends().size());
        var taken = asked.stream()
                .filter(own::contains)
                .filter(chat -> Draws.uniform(town.world().seed(), msgid, chat, "refused") >= call.refusedShare())
                .toList();
        if (taken.isEmpty()) {
            throw new Refused(41048, ErrorText.of(41048));
        }
        town.record(new Fact.MassSendCreated(msgid, content, Map.of(owner, taken), clock.millis()));
        return Map.of(
                "fail_list",
                asked.stream().filter(chat -> !taken.contains(chat)).toList(),
                "msgid",
                msgid);
    }

    /// Without a sender it is the guide who was last in touch; here, the newest friend.
    private Optional<String> guideFor(String externalUserid, String sender) {
        var friend = sender.isEmpty()
                ? town.friendships().ofCustomer(externalUserid).stream()
                        .max(Comparator.comparingLong(
                                candidate -> candidate.follow().createtime()))
                : town.friendships().between(sender, externalUserid);
        return friend.map(found -> found.follow().userid());
    }

    @SuppressWarnings("unchecked")
    private static MassContent content(Call call) {
        var chatType = call.text("chat_type").isEmpty() ? "single" : call.text("chat_type");
        if (!chatType.equals("single") && !chatType.equals("group")) {
            throw new Refused(40058, "chat_type is single or group");
        }
        var text = Call.text(call.body().path("text"), "content");
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
            throw new Refused(45002, ErrorText.of(45002));
        }
        var attachments = new ArrayList<Map<String, Object>>();
        for (var node : call.body().path("attachments")) {
            attachments.add(Json.read(Json.bytes(node), Map.class));
        }
        if (text.isEmpty() && attachments.isEmpty()) {
            throw new Refused(40063, "text and attachments are both empty");
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw new Refused(40058, "at most " + MOST_ATTACHMENTS + " attachments");
        }
        return new MassContent(chatType, null, text, attachments);
    }
}
