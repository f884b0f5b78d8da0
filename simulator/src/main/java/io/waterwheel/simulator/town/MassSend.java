package io.waterwheel.simulator.town;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One mass message (企业群发): a task for every guide who is to send it, and its results.
public final class MassSend {

    /// One guide's part.
    ///
    /// @param confirmedAt null while the guide has not confirmed
    /// @param statuses by external_userid, once confirmed: 1 sent, 2 not a friend any more, 3 limit reached
    public record Task(
            String userid,
            List<String> recipients,
            @Nullable Long confirmedAt,
            Map<String, Integer> statuses) {}

    private final Fact.MassSendCreated created;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final List<Long> reminders = new ArrayList<>();
    private boolean cancelled;

    MassSend(Fact.MassSendCreated created) {
        this.created = created;
        created.recipients()
                .forEach((userid, recipients) -> tasks.put(userid, new Task(userid, recipients, null, Map.of())));
    }

    public String msgid() {
        return created.msgid();
    }

    public MassContent content() {
        return created.content();
    }

    public long createdAt() {
        return created.at();
    }

    public Collection<Task> tasks() {
        return Collections.unmodifiableCollection(tasks.values());
    }

    public Optional<Task> task(String userid) {
        return Optional.ofNullable(tasks.get(userid));
    }

    /// No guide who has not confirmed yet can do so any more.
    public boolean cancelled() {
        return cancelled;
    }

    public List<Long> reminders() {
        return Collections.unmodifiableList(reminders);
    }

    void confirmed(Fact.MassSendConfirmed fact) {
        tasks.computeIfPresent(
                fact.userid(), (userid, task) -> new Task(userid, task.recipients(), fact.at(), fact.statuses()));
    }

    void reminded(long at) {
        reminders.add(at);
    }

    void cancel() {
        cancelled = true;
    }
}
