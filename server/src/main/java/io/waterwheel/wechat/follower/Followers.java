package io.waterwheel.wechat.follower;

import static io.waterwheel.wechat.generated.Tables.FOLLOWER;
import static io.waterwheel.wechat.generated.Tables.HEARD;
import static io.waterwheel.wechat.generated.Tables.PERMISSION;

import io.waterwheel.wechat.account.WechatApp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody is to an app, by the newest news of their own time.
@Component
public class Followers {

    private static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext database;
    private final InstantSource clock;

    Followers(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether a callback is news; within the transaction of its effect, so that both are there or neither is.
    public boolean isNews(byte[] key) {
        return database.insertInto(HEARD)
                        .set(HEARD.KEY, key)
                        .set(HEARD.RECEIVED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void forgetOld() {
        database.deleteFrom(HEARD)
                .where(HEARD.RECEIVED_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }

    /// @param interacted whether a customer-service message may follow it
    public void follows(WechatApp app, String openid, boolean following, Instant at, boolean interacted) {
        var newer = DSL.excluded(FOLLOWER.CHANGED_AT);
        database.insertInto(FOLLOWER)
                .set(FOLLOWER.APP_ID, app.appId())
                .set(FOLLOWER.OPENID, openid)
                .set(FOLLOWER.BRAND_ID, app.brand().value())
                .set(FOLLOWER.FOLLOWING, following)
                .set(FOLLOWER.CHANGED_AT, at)
                .set(FOLLOWER.INTERACTED_AT, interacted ? at : null)
                .onConflict(FOLLOWER.APP_ID, FOLLOWER.OPENID)
                .doUpdate()
                .set(
                        FOLLOWER.FOLLOWING,
                        DSL.when(FOLLOWER.CHANGED_AT.le(newer), DSL.excluded(FOLLOWER.FOLLOWING))
                                .otherwise(FOLLOWER.FOLLOWING))
                .set(FOLLOWER.CHANGED_AT, DSL.greatest(FOLLOWER.CHANGED_AT, newer))
                .set(FOLLOWER.INTERACTED_AT, DSL.greatest(FOLLOWER.INTERACTED_AT, DSL.excluded(FOLLOWER.INTERACTED_AT)))
                .execute();
    }

    /// Those of some openids that the app can write to.
    public Set<String> following(WechatApp app, Collection<String> openids) {
        return new HashSet<>(database.select(FOLLOWER.OPENID)
                .from(FOLLOWER)
                .where(FOLLOWER.APP_ID.eq(app.appId()))
                .and(FOLLOWER.OPENID.eq(DSL.any(openids.toArray(String[]::new))))
                .and(FOLLOWER.FOLLOWING.isTrue())
                .fetch(FOLLOWER.OPENID));
    }

    /// Whether somebody did something since then that lets a customer-service message follow.
    public boolean interactedSince(WechatApp app, String openid, Instant since) {
        return database.fetchExists(
                FOLLOWER,
                FOLLOWER.APP_ID.eq(app.appId()).and(FOLLOWER.OPENID.eq(openid)).and(FOLLOWER.INTERACTED_AT.gt(since)));
    }

    public void allows(WechatApp app, String openid, String template) {
        database.insertInto(PERMISSION)
                .set(PERMISSION.APP_ID, app.appId())
                .set(PERMISSION.OPENID, openid)
                .set(PERMISSION.TEMPLATE_ID, template)
                .set(PERMISSION.REMAINING, 1)
                .onConflict(PERMISSION.APP_ID, PERMISSION.OPENID, PERMISSION.TEMPLATE_ID)
                .doUpdate()
                .set(PERMISSION.REMAINING, PERMISSION.REMAINING.plus(1))
                .execute();
    }

    /// Nothing is left of what was allowed.
    public void refuses(WechatApp app, String openid, String template) {
        database.update(PERMISSION)
                .set(PERMISSION.REMAINING, 0)
                .where(PERMISSION.APP_ID.eq(app.appId()))
                .and(PERMISSION.OPENID.eq(openid))
                .and(PERMISSION.TEMPLATE_ID.eq(template))
                .execute();
    }

    /// Takes one permission before the message it is for is sent: each is good once, also for two nodes at
    /// once.
    ///
    /// @return whether there was one
    @Transactional
    public boolean takePermission(WechatApp app, String openid, String template) {
        return change(app, openid, template, -1);
    }

    /// The message was certainly not sent.
    @Transactional
    public void giveBack(WechatApp app, String openid, String template) {
        change(app, openid, template, 1);
    }

    private boolean change(WechatApp app, String openid, String template, int by) {
        return database.update(PERMISSION)
                        .set(PERMISSION.REMAINING, PERMISSION.REMAINING.plus(by))
                        .where(PERMISSION.APP_ID.eq(app.appId()))
                        .and(PERMISSION.OPENID.eq(openid))
                        .and(PERMISSION.TEMPLATE_ID.eq(template))
                        .and(PERMISSION.REMAINING.ge(by < 0 ? -by : 0))
                        .execute()
                == 1;
    }
}
