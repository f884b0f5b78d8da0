package io.waterwheel.wecom.callback;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomFailure;
import io.waterwheel.wecom.friend.Friends;
import io.waterwheel.wecom.friend.Friendship;
import io.waterwheel.wecom.group.GroupReader;
import io.waterwheel.wecom.tag.TagSync;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Deals with what WeCom told. Callbacks come in any order and hours late, so one that says somebody became a
/// friend is only a reason to ask WeCom how things are now.
@Component
class CallbackWork {

    private static final Logger log = LoggerFactory.getLogger(CallbackWork.class);

    /// Not a friend, or not anybody: what the callback told of is over.
    private static final List<Integer> OVER = List.of(84061, 40096, 40058);

    private final CallbackInbox inbox;
    private final Brands brands;
    private final WecomCalls calls;
    private final Friends friends;
    private final TagSync tags;
    private final GroupReader groups;
    private final InstantSource clock;

    CallbackWork(
            CallbackInbox inbox,
            Brands brands,
            WecomCalls calls,
            Friends friends,
            TagSync tags,
            GroupReader groups,
            InstantSource clock) {
        this.inbox = inbox;
        this.brands = brands;
        this.calls = calls;
        this.friends = friends;
        this.tags = tags;
        this.groups = groups;
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean work() {
        List<CallbackInbox.Waiting> taken = inbox.take();
        for (CallbackInbox.Waiting waiting : taken) {
            try {
                deal(brands.get(waiting.brand()), waiting.fields());
                inbox.done(waiting);
            } catch (Problem problem) {
                log.info(
                        "callback.later change={} attempt={} code={}",
                        waiting.fields().get("ChangeType"),
                        waiting.attempts(),
                        problem.type().code());
                inbox.later(waiting, problem.type().code());
            } catch (RuntimeException e) {
                // One that nobody foresaw must not keep the others waiting.
                log.warn(
                        "callback.failed change={} attempt={}",
                        waiting.fields().get("ChangeType"),
                        waiting.attempts(),
                        e);
                inbox.later(waiting, "unexpected");
            }
        }
        return !taken.isEmpty();
    }

    private void deal(Brand brand, Map<String, String> fields) {
        if ("change_external_tag".equals(fields.get("Event"))) {
            tags.library(brand);
            return;
        }
        if ("change_external_chat".equals(fields.get("Event"))) {
            String chat = fields.getOrDefault("ChatId", "");
            if (!chat.isEmpty()) {
                groups.read(brand, chat);
            }
            return;
        }
        if (!"change_external_contact".equals(fields.get("Event"))) {
            return;
        }
        String person = fields.getOrDefault("ExternalUserID", "");
        String guide = fields.getOrDefault("UserID", "");
        switch (fields.getOrDefault("ChangeType", "")) {
            case "add_external_contact", "add_half_external_contact", "edit_external_contact" ->
                tags.told(brand, at(fields), () -> ask(brand, person));
            case "del_external_contact", "del_follow_user" -> end(brand, person, guide, at(fields));
            default -> {
                // Kept with all it says; nothing here hangs on it.
            }
        }
    }

    /// Nor is one that says a friendship ended the last word: the two may be friends again, even since the same
    /// second. What WeCom says now decides; the callback says when the old friendship ended.
    private void end(Brand brand, String person, String guide, Instant at) {
        Instant asOf = clock.instant();
        Optional<Friendship> now = friendships(look(brand, person)).stream()
                .filter(friend -> friend.userid().equals(guide))
                .findFirst();
        friends.ended(brand, person, guide, at, now.orElse(null), asOf);
    }

    /// @return what WeCom says of the person, null when the friendship is over
    private @Nullable WxCpExternalContactInfo ask(Brand brand, String person) {
        Instant asOf = clock.instant();
        WxCpExternalContactInfo contact = look(brand, person);
        friends.seen(brand, friendships(contact), asOf);
        return contact;
    }

    private @Nullable WxCpExternalContactInfo look(Brand brand, String person) {
        try {
            return calls.tryAsk(
                    brand, wecom -> wecom.getExternalContactService().getContactDetail(person, null));
        } catch (WecomCalls.Failed failed) {
            WecomFailure failure = failed.failure();
            if (!OVER.contains(failure.errcode())) {
                throw failure.problem();
            }
            return null;
        }
    }

    /// Whose friend the person is now.
    private static List<Friendship> friendships(@Nullable WxCpExternalContactInfo contact) {
        return contact == null
                ? List.of()
                : Objects.requireNonNullElse(contact.getFollowedUsers(), List.<FollowedUser>of()).stream()
                        .map(follow -> Friendship.of(contact.getExternalContact(), follow))
                        .toList();
    }

    private Instant at(Map<String, String> fields) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(fields.getOrDefault("CreateTime", "")));
        } catch (NumberFormatException e) {
            return clock.instant();
        }
    }
}
