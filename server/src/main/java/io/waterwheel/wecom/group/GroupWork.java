package io.waterwheel.wecom.group;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.account.WecomCalls.Failed;
import io.waterwheel.wecom.account.WecomFailure;
import io.waterwheel.wecom.asked.Again;
import io.waterwheel.wecom.asked.AskedWork;
import io.waterwheel.wecom.generated.tables.records.HandTaskRecord;
import io.waterwheel.wecom.handtask.HandTasks;
import io.waterwheel.wecom.message.WecomTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works on what owners are asked for: makes calls, finds out what became of those whose answer was lost, and
/// pulls results.
@Component
class GroupWork extends AskedWork<GroupCalls.Due> {

    private static final Logger log = LoggerFactory.getLogger(GroupWork.class);

    private static final Duration MENDED = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    /// Refusals of what was sent rather than of us: see the mass message to customers.
    private static final Set<Integer> OF_THE_CALL = Set.of(41048, 45002, 40096, 40058, 40063, 41054);

    /// The owner is not in the corp any more.
    private static final Set<Integer> OWNER_LEFT = Set.of(60111, 84061);

    private final GroupCalls own;
    private final GroupMessages messages;
    private final HandTasks tasks;
    private final WecomTiming timing;
    private final InstantSource clock;

    GroupWork(
            GroupCalls own,
            GroupMessages messages,
            HandTasks tasks,
            Brands brands,
            WecomTiming timing,
            InstantSource clock) {
        super("wecom-groups", brands);
        this.own = own;
        this.messages = messages;
        this.tasks = tasks;
        this.timing = timing;
        this.clock = clock;
    }

    @Override
    protected List<GroupCalls.Due> take() {
        return own.take();
    }

    @Override
    protected BrandId brandOf(GroupCalls.Due call) {
        return call.brand();
    }

    @Override
    protected void work(Brand brand, GroupCalls.Due call) {
        try {
            switch (call.state()) {
                case "planned" -> make(brand, call);
                case "calling" -> findOut(brand, call);
                case "created" -> look(brand, call);
                default -> throw new IllegalStateException(call.state());
            }
        } catch (Problem notConnected) {
            // A call that was begun is found out about; see findOut.
            own.wait(call, clock.instant().plus(MENDED), notConnected);
        } catch (RuntimeException e) {
            log.warn("groups.failed call={}", call.id(), e);
        }
    }

    private void make(Brand brand, GroupCalls.Due call) {
        List<String> chats = own.chats(call, "planned");
        if (!own.begin(call)) {
            return;
        }
        if (call.byHand()) {
            String request = request(call);
            tasks.post(
                    brand,
                    request,
                    chats.stream()
                            .map(chat -> new HandTasks.Posting(request + "/" + chat, call.owner(), chat))
                            .toList(),
                    call.words(),
                    call.until());
            own.created(call, null, List.of());
            return;
        }
        try {
            WxCpMsgTemplateAddResult result = messages.send(brand, call, chats);
            own.created(call, result.getMsgId(), Objects.requireNonNullElse(result.getFailList(), List.<String>of()));
        } catch (Failed failed) {
            refused(call, failed.failure());
        }
    }

    private void refused(GroupCalls.Due call, WecomFailure failure) {
        if (!failure.certain()) {
            own.wait(call, clock.instant().plus(timing.settle()), failure.problem());
        } else if (failure.passing()) {
            own.back(call, failure.problem(), LATER);
        } else if (OWNER_LEFT.contains(failure.errcode())) {
            own.failed(call, "owner-left");
        } else if (OF_THE_CALL.contains(failure.errcode())) {
            own.failed(call, "wecom-" + failure.errcode());
        } else {
            own.back(call, failure.problem(), MENDED);
        }
    }

    /// The answer was lost, or we were ended while the call was under way.
    private void findOut(Brand brand, GroupCalls.Due call) {
        if (call.byHand()) {
            own.back(call, null, Duration.ZERO);
            return;
        }
        Instant settled = Objects.requireNonNull(call.calledAt()).plus(timing.settle());
        if (clock.instant().isBefore(settled)) {
            own.wait(call, settled, null);
            return;
        }
        try {
            messages.trace(brand, call, own.chats(call, "planned"))
                    .ifPresentOrElse(
                            msgid -> own.created(call, msgid, List.of()), () -> own.back(call, null, Duration.ZERO));
        } catch (Failed failed) {
            own.wait(call, clock.instant().plus(LATER), failed.failure().problem());
        }
    }

    private void look(Brand brand, GroupCalls.Due call) {
        List<String> chats = own.chats(call, "created");
        if (call.byHand()) {
            own.apply(call, byHand(brand, call), next(call));
            return;
        }
        try {
            // Taken back before it is looked at: whoever confirms in between is seen.
            boolean over = call.cancelled() || !clock.instant().isBefore(call.until());
            if (over) {
                messages.recall(brand, call);
            }
            Map<String, GroupCalls.Became> became = messages.became(brand, call, chats);
            if (over) {
                var rest = call.cancelled()
                        ? new GroupCalls.Became("cancelled", null, clock.instant())
                        : new GroupCalls.Became("failed", "not-confirmed", clock.instant());
                chats.forEach(chat -> became.putIfAbsent(chat, rest));
            }
            own.apply(call, became, next(call));
        } catch (Failed failed) {
            if (OWNER_LEFT.contains(failed.failure().errcode())) {
                own.failed(call, "owner-left");
            } else {
                own.wait(call, clock.instant().plus(MENDED), failed.failure().problem());
            }
        }
    }

    private Map<String, GroupCalls.Became> byHand(Brand brand, GroupCalls.Due call) {
        Map<String, GroupCalls.Became> became = new HashMap<>();
        if (call.cancelled()) {
            tasks.recall(brand, request(call));
        }
        Instant now = clock.instant();
        for (HandTaskRecord task : tasks.of(brand, request(call))) {
            String chat = Objects.requireNonNull(task.getChatId());
            switch (task.getState()) {
                case "done" ->
                    became.put(
                            chat,
                            switch (String.valueOf(task.getResult())) {
                                case "sent" -> new GroupCalls.Became("confirmed", null, task.getDoneAt());
                                case "group-gone" -> new GroupCalls.Became("failed", "not-there", now);
                                default -> new GroupCalls.Became("failed", "declined", now);
                            });
                case "expired" -> became.put(chat, new GroupCalls.Became("failed", "not-written", now));
                case "recalled" -> became.put(chat, new GroupCalls.Became("cancelled", null, now));
                default -> {
                    // It waits for the owner.
                }
            }
        }
        return became;
    }

    private Instant next(GroupCalls.Due call) {
        return Again.look(Objects.requireNonNull(call.createdAt()), call.until(), clock.instant());
    }

    static String request(GroupCalls.Due call) {
        return "group-send/" + call.send() + "/" + call.id();
    }
}
