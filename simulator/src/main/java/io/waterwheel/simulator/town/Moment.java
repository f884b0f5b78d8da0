package io.waterwheel.simulator.town;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One moment (企业发表到客户朋友圈): a task for every guide who is to publish it.
public final class Moment {

    /// What a guide published.
    ///
    /// @param customers external_userids who can see it
    public record Published(long at, List<String> customers) {}

    private final Fact.MomentCreated created;
    private final Map<String, Published> published = new LinkedHashMap<>();
    private boolean cancelled;

    Moment(Fact.MomentCreated created) {
        this.created = created;
    }

    public String jobid() {
        return created.jobid();
    }

    public String momentId() {
        return created.momentId();
    }

    public String text() {
        return created.text();
    }

    public long createdAt() {
        return created.at();
    }

    public List<String> guides() {
        return created.guides();
    }

    public List<String> tags() {
        return created.tags();
    }

    public List<String> invalidGuides() {
        return created.invalidGuides();
    }

    public List<String> invalidTags() {
        return created.invalidTags();
    }

    public Optional<Published> published(String userid) {
        return Optional.ofNullable(published.get(userid));
    }

    public Map<String, Published> published() {
        return Collections.unmodifiableMap(published);
    }

    public boolean cancelled() {
        return cancelled;
    }

    Message asMessage(String userid) {
        return new Message(momentId(), Channel.MOMENT, userid, "", text(), Links.inText(text()));
    }

    void publish(String userid, Published what) {
        published.put(userid, what);
    }

    void cancel() {
        cancelled = true;
    }
}
