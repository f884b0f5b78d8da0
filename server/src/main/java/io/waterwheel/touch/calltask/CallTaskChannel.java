package io.waterwheel.touch.calltask;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
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
import io.waterwheel.touch.generated.tables.records.CallTaskRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Calls made by people: a message becomes a task, and counts as delivered when whoever called says so.
@Component
class CallTaskChannel implements Channel {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_TASKS = 200;

    private static final ChannelPromise PROMISE = ChannelPromise.nothing(TextLimit.characters(MOST_CHARACTERS))
            .asked(Tracing.BY_KEY, Duration.ofSeconds(5))
            .tells(Telling.NEWS)
            .carriesOnce()
            .withoutLinks()
            .batched(MOST_TASKS);

    private final Customers customers;
    private final CallTasks tasks;

    CallTaskChannel(Customers customers, CallTasks tasks) {
        this.customers = customers;
        this.tasks = tasks;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.CALL;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        // There is nothing to set up.
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> asked) {
        RoaringBitmap numbers = new RoaringBitmap();
        asked.forEach(customer -> numbers.add(customer.value()));
        Map<CustomerNo, Route> routes = new HashMap<>();
        customers
                .bound(brand.id(), ChannelKind.CALL, numbers)
                .forEach((int number) ->
                        routes.put(new CustomerNo(number), new Route(Integer.toString(number), null, Map.of())));
        return routes;
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        tasks.add(brand, call);
        return new CallOutcome.Accepted(call.key(), Map.of());
    }

    @Override
    public CallTrace trace(Brand brand, PastCall call) {
        return tasks.made(brand, call.key()) ? new CallTrace.Found(call.key()) : new CallTrace.Absent();
    }

    @Override
    public List<DeliveryReport> reports(Brand brand, PastCall call) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (CallTaskRecord task : tasks.ended(brand, call.key())) {
            reports.add(report(task));
        }
        tasks.waiting(brand, call.key())
                .forEach(task -> reports.add(new DeliveryReport.Waiting(Integer.toString(task.getCustomerNo()))));
        return reports;
    }

    private static DeliveryReport report(CallTaskRecord task) {
        String address = Integer.toString(task.getCustomerNo());
        if (task.getResult() == null) {
            return new DeliveryReport.Failed(address, "not-called");
        }
        CallResult result = CallResult.of(task.getResult());
        return switch (result) {
            case REACHED, REFUSED -> new DeliveryReport.Delivered(address, task.getDoneAt());
            case NOT_REACHED -> new DeliveryReport.Failed(address, "not-reached");
            case WRONG_NUMBER -> new DeliveryReport.Failed(address, "bounced");
        };
    }

    @Override
    public void recall(Brand brand, PastCall call) {
        tasks.recall(brand, call.key());
    }
}
