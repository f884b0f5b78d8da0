package io.waterwheel.wecom.handtask;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.PastCall;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.Telling;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.Tracing;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.directory.Directory;
import io.waterwheel.wecom.generated.tables.records.HandTaskRecord;
import io.waterwheel.wecom.message.GuideRoutes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// A guide writes to one customer by hand: a message becomes a task on the guide's phone, and counts as
/// delivered when the guide says so. The words are each customer's own, which a mass message cannot have.
@Component
class HandTaskChannel implements Channel {

    /// What is pasted into a chat may be as long as a mass message.
    private static final int MOST_TEXT = 4_000;

    private static final int MOST_TASKS = 200;

    private static final ChannelPromise PROMISE = ChannelPromise.nothing(TextLimit.bytes(MOST_TEXT))
            .asked(Tracing.BY_KEY, Duration.ofSeconds(5))
            .tells(Telling.NEWS)
            .carriesOnce()
            .batched(MOST_TASKS)
            .bySender();

    private final GuideRoutes routes;
    private final Directory directory;
    private final WecomAccounts accounts;
    private final HandTasks tasks;

    HandTaskChannel(GuideRoutes routes, Directory directory, WecomAccounts accounts, HandTasks tasks) {
        this.routes = routes;
        this.directory = directory;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WECOM_TASK;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    /// Without a corp guides cannot be told.
    @Override
    public void ready(Brand brand) {
        accounts.get(brand);
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> customers) {
        return routes.of(brand, customers);
    }

    @Override
    public Map<String, String> senderNames(Brand brand, Collection<String> senders) {
        return directory.names(brand, senders);
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        tasks.write(brand, call, Objects.requireNonNull(call.sender()));
        return new CallOutcome.Accepted(call.key(), Map.of());
    }

    @Override
    public CallTrace trace(Brand brand, PastCall call) {
        return tasks.made(brand, call.key()) ? new CallTrace.Found(call.key()) : new CallTrace.Absent();
    }

    @Override
    public List<DeliveryReport> reports(Brand brand, PastCall call) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (HandTaskRecord task : tasks.of(brand, call.key())) {
            reports.add(report(task));
        }
        return reports;
    }

    private static DeliveryReport report(HandTaskRecord task) {
        String address = task.getAddress();
        return switch (HandTaskState.of(task.getState())) {
            case OPEN, RECALLED -> new DeliveryReport.Waiting(address);
            case EXPIRED -> new DeliveryReport.Failed(address, "not-written");
            case DONE ->
                switch (HandTaskResult.of(task.getResult())) {
                    case SENT -> new DeliveryReport.Delivered(address, task.getDoneAt());
                    case NOT_A_FRIEND -> new DeliveryReport.Failed(address, "not-a-friend");
                    case DECLINED, GROUP_GONE -> new DeliveryReport.Failed(address, "declined");
                };
        };
    }

    @Override
    public void recall(Brand brand, PastCall call) {
        tasks.recall(brand, call.key());
    }
}
