package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.broadcast.Personalisation;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.policy.Occasion;
import io.waterwheel.touch.policy.PolicyGate;
import io.waterwheel.touch.policy.Suppressed;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.send.WaitingMessages.Waiting;
import io.waterwheel.touch.template.MessageTemplate;
import io.waterwheel.touch.template.Template;
import io.waterwheel.touch.template.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Turns waiting messages into calls and writes those down, in one transaction: policy is asked in bulk, texts
/// are made, equal ones put together.
@Component
class MessageMaker {

    private final TransactionOperations transactions;
    private final WaitingMessages waiting;
    private final SettledMessages settled;
    private final Templates templates;
    private final PolicyGate gate;
    private final Personalisation personalisation;
    private final SenderRoom senders;
    private final CallWriter writer;
    private final InstantSource clock;

    MessageMaker(
            TransactionOperations transactions,
            WaitingMessages waiting,
            SettledMessages settled,
            Templates templates,
            PolicyGate gate,
            Personalisation personalisation,
            SenderRoom senders,
            CallWriter writer,
            InstantSource clock) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.settled = settled;
        this.templates = templates;
        this.gate = gate;
        this.personalisation = personalisation;
        this.senders = senders;
        this.writer = writer;
        this.clock = clock;
    }

    private record Alike(Purpose purpose, int priority) {}

    /// Lets go of those that are no use any more, whatever the channel says.
    void expire(Errand errand) {
        int some;
        do {
            some = Objects.requireNonNull(transactions.execute(status -> {
                List<Long> expired = waiting.expiring(errand);
                if (!expired.isEmpty()) {
                    settled.expired(errand, expired);
                }
                return expired.size();
            }));
        } while (some > 0);
    }

    /// @param probe only one message, to see whether the channel works again
    CallMaker.Made next(Brand brand, Errand errand, Channel channel, boolean probe) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Waiting> claimed = waiting.claim(errand, channel.promise(), probe);
            List<PlannedCall> calls = new ArrayList<>();
            Map<Alike, List<Waiting>> alike = claimed.stream()
                    .collect(Collectors.groupingBy(
                            one -> new Alike(one.purpose(), one.priority()), LinkedHashMap::new, Collectors.toList()));
            alike.forEach((kind, some) -> calls.addAll(calls(brand, errand, channel, kind, some)));
            return new CallMaker.Made(claimed.size(), calls);
        }));
    }

    private List<PlannedCall> calls(Brand brand, Errand errand, Channel channel, Alike kind, List<Waiting> some) {
        Map<CustomerNo, Waiting> messages = new LinkedHashMap<>();
        RoaringBitmap customers = new RoaringBitmap();
        some.forEach(one -> {
            messages.put(one.customer(), one);
            customers.add(one.customer().value());
        });
        Verdict verdict =
                gate.send(new Occasion(brand, errand.channel(), kind.purpose(), kind.priority(), null), customers);
        hold(verdict, messages);
        Map<Long, List<Waiting>> byTemplate = some.stream()
                .filter(one -> verdict.allowed().contains(one.customer().value()))
                .collect(Collectors.groupingBy(Waiting::template, LinkedHashMap::new, Collectors.toList()));
        List<PlannedCall> calls = new ArrayList<>();
        byTemplate.forEach((id, ofOne) -> {
            Template template = template(brand, errand, id);
            MessageTemplate text = template == null ? null : text(template, channel);
            if (template == null || text == null) {
                String why = template == null ? "template-missing" : "template-invalid";
                settled.failed(errand, ofOne.stream().map(Waiting::id).toList(), why);
            } else {
                calls.addAll(written(brand, errand, channel, kind, template, text, ofOne, verdict));
            }
        });
        verdict.suppressed().forEach((reason, whom) -> settled.suppressed(errand, ids(whom, messages), reason.code()));
        return calls;
    }

    private List<PlannedCall> written(
            Brand brand,
            Errand errand,
            Channel channel,
            Alike kind,
            Template template,
            MessageTemplate text,
            List<Waiting> messages,
            Verdict verdict) {
        RoaringBitmap batch = new RoaringBitmap();
        Map<CustomerNo, Map<String, Map<String, String>>> given = new HashMap<>();
        Map<CustomerNo, Long> ids = new HashMap<>();
        messages.forEach(one -> {
            batch.add(one.customer().value());
            given.put(one.customer(), one.values());
            ids.put(one.customer(), one.id());
        });
        List<Personalised> people = personalisation.of(brand, channel, kind.purpose(), text, batch, verdict, given);
        SenderRoom.Split split = senders.of(brand, errand.channel(), CallGroups.of(people, channel.promise()));
        List<Long> over = split.over().stream()
                .flatMap(List::stream)
                .map(one -> Objects.requireNonNull(ids.get(one.customer())))
                .toList();
        Instant tomorrow = brand.startOf(brand.dayOf(clock.instant()).plusDays(1));
        waiting.hold(over, tomorrow, Suppressed.SENDER_QUOTA.code());
        long number = Long.parseLong(template.id());
        return writer.write(
                channel, new Matter(errand, kind.purpose(), template.linkUrl(), number, ids), split.within());
    }

    private void hold(Verdict verdict, Map<CustomerNo, Waiting> messages) {
        Map<Instant, List<Long>> until = new HashMap<>();
        verdict.held()
                .forEach((customer, end) -> until.computeIfAbsent(end, at -> new ArrayList<>())
                        .add(Objects.requireNonNull(messages.get(new CustomerNo(customer)))
                                .id()));
        until.forEach((end, some) -> waiting.hold(some, end, "quiet-hours"));
    }

    private static List<Long> ids(RoaringBitmap customers, Map<CustomerNo, Waiting> messages) {
        return customers.stream()
                .mapToObj(number -> Objects.requireNonNull(messages.get(new CustomerNo(number)))
                        .id())
                .toList();
    }

    /// Null when it was deleted, or made one of another channel, since it was asked for.
    private @Nullable Template template(Brand brand, Errand errand, long id) {
        try {
            Template found = templates.get(brand, id);
            return found.channel() == errand.channel() ? found : null;
        } catch (Problem gone) {
            return null;
        }
    }

    /// Null when it was saved under other rules than those of today: one text must not hold up all others.
    private static @Nullable MessageTemplate text(Template template, Channel channel) {
        try {
            return new MessageTemplate(template.content(), channel.promise().text());
        } catch (Problem invalid) {
            return null;
        }
    }
}
