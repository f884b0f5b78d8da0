package io.waterwheel.wechat.callback;

import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApp;
import io.waterwheel.wechat.follower.Followers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Takes what WeChat pushes. First the timeline, whose events carry ids of their own and count once, then our
/// own tables with the note that this push has been heard: a kill between the two leaves the push to be told
/// again.
@Component
class Pushes {

    static final String SOURCE = "wechat";

    private final Followers followers;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final InstantSource clock;

    Pushes(
            Followers followers,
            EventLog log,
            TransactionOperations transactions,
            JsonMapper json,
            InstantSource clock) {
        this.followers = followers;
        this.log = log;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    void take(WechatApp app, Push push) {
        String openid = push.field("FromUserName");
        if (openid.isEmpty()) {
            return;
        }
        Instant at = push.at(clock.instant());
        boolean account = app.kind() == AppKind.OFFICIAL_ACCOUNT;
        String what = push.field("MsgType").equals("event") ? push.field("Event") : "message";
        switch (what) {
            case "subscribe_msg_popup_event", "subscribe_msg_change_event" -> choose(app, openid, push, at);
            default -> {
                // Nobody follows a mini-program; who writes to one allows nothing by it.
                if (account) {
                    follow(app, openid, what, push, at);
                }
            }
        }
    }

    private void follow(WechatApp app, String openid, String what, Push push, Instant at) {
        switch (what) {
            case "subscribe" -> {
                tell(app, openid, EventNames.ACCOUNT_FOLLOWED, at);
                once(push, app, () -> followers.follows(app, openid, true, at, true));
            }
            case "unsubscribe" -> {
                tell(app, openid, EventNames.ACCOUNT_UNFOLLOWED, at);
                once(push, app, () -> followers.follows(app, openid, false, at, false));
            }
            // Whoever writes, clicks the menu or scans a code follows, whether or not we heard of that.
            case "message", "CLICK", "SCAN" -> {
                if (followers.following(app, List.of(openid)).isEmpty()) {
                    tell(app, openid, EventNames.ACCOUNT_FOLLOWED, at);
                }
                once(push, app, () -> followers.follows(app, openid, true, at, true));
            }
            default -> {
                // Nothing that decides who can be reached.
            }
        }
    }

    private void choose(WechatApp app, String openid, Push push, Instant at) {
        if (push.choices().stream().anyMatch(Push.Choice::accepted)) {
            tell(app, openid, EventNames.SUBSCRIPTION_ALLOWED, at);
        }
        once(push, app, () -> {
            followers.follows(app, openid, true, at, false);
            for (Push.Choice choice : push.choices()) {
                if (choice.accepted()) {
                    followers.allows(app, openid, choice.template());
                } else {
                    followers.refuses(app, openid, choice.template());
                }
            }
        });
    }

    private void tell(WechatApp app, String openid, String name, Instant at) {
        log.append(List.of(new NewEvent(
                app.brand(),
                SOURCE,
                app.appId() + "/" + openid + "/" + name + "/" + at.getEpochSecond(),
                name,
                at,
                new Subject.Identified(List.of(new Identifier(IdentifierKind.OPENID, openid))),
                json.writeValueAsString(
                        Map.of("app", app.appId(), "channel", app.kind().code())),
                "{}")));
    }

    private void once(Push push, WechatApp app, Runnable effect) {
        byte[] key = Sha256.of(String.join(
                "\n",
                app.appId(),
                push.field("FromUserName"),
                push.field("CreateTime"),
                push.field("Event"),
                push.field("MsgId"),
                push.choices().toString()));
        transactions.executeWithoutResult(status -> {
            if (followers.isNews(key)) {
                effect.run();
            }
        });
    }
}
