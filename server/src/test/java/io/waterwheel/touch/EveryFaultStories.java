package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.Progress;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.policy.Policy;
import io.waterwheel.touch.template.NewTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Under every fault the simulator knows a broadcast and single messages come to an end by themselves, or stop
/// with the remedy and go on when it was applied: each is sent once, or counted with its reason.
@ServerTest
class EveryFaultStories {

    private static final int PEOPLE = 6;
    private static final String SHOP = "https://shop.example/tea";
    private static final SimulatedCorp FRIENDS = new SimulatedCorp();
    private static final SimulatedCorp READERS = new SimulatedCorp();
    private static @Nullable Brand readers;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BroadcastControl control;

    @Autowired
    private TestClock clock;

    private BroadcastFixture fixture;
    private MessageFixture messages;

    @BeforeEach
    void fixtures() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        messages = context.getAutowireCapableBeanFactory().createBean(MessageFixture.class);
        if (readers == null) {
            readers = fixture.readers(READERS, PEOPLE);
            messages.policy(readers, policy -> new Policy(1_000, 7, "00:00", "00:00"));
        }
    }

    @AfterEach
    void nothingIsLeft() {
        messages.close();
        clock.reset();
        FRIENDS.noFaults();
        READERS.noFaults();
    }

    @AfterAll
    static void close() {
        FRIENDS.close();
        READERS.close();
        readers = null;
    }

    /// What a channel does, and how it ends.
    ///
    /// @param kind   of fault; `token` for a token that expires
    /// @param code   of the answer
    /// @param times  how many calls meet it; 0 until it is mended
    /// @param remedy the problem with which a broadcast stops; null when it goes on by itself
    /// @param reason why those are not sent who are not; null when all are
    enum Fault {
        TOKEN_EXPIRED("errcode", 42001, 3, null, null),
        TOKEN_WRONG("errcode", 40014, 3, null, null),
        CALLS_PER_MINUTE("errcode", 45009, 3, null, null),
        CALLS_AT_ONCE("errcode", 45033, 3, null, null),
        BUSY("errcode", -1, 2, null, null),
        NO_FRIEND("errcode", 84061, 2, null, "wecom-84061"),
        FORBIDDEN("errcode", 48002, 0, "wecom-api-forbidden", null),
        NOT_TRUSTED("errcode", 60020, 0, "wecom-ip-not-trusted", null),
        NO_TOKEN("errcode", 41001, 0, "wecom-credential", null),
        SLOW("slow", 0, 0, null, null),
        NEVER_ARRIVED("drop-before", 0, 2, null, null),
        ANSWER_LOST("drop-after-work", 0, 2, null, null),
        HALF_REFUSED("fail-list", 0, 0, null, "refused");

        private final String kind;
        private final int code;
        private final int times;
        private final @Nullable String remedy;
        private final @Nullable String reason;

        Fault(String kind, int code, int times, @Nullable String remedy, @Nullable String reason) {
            this.kind = kind;
            this.code = code;
            this.times = times;
            this.remedy = remedy;
            this.reason = reason;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofWecom(Fault fault) {
        // Each a brand of its own: WeCom allows few messages to one customer.
        Brand brand = fixture.friends(FRIENDS, 2, PEOPLE);
        Map<String, Object> told = injected("add_msg_template", fault.kind, fault.code, fault.times);
        Ended ended = sendOut(
                FRIENDS,
                brand,
                "wecom",
                told,
                wecom("新茶 {{ link }}", SHOP),
                person -> messages.friend(brand, person),
                fault.remedy);
        assertThat(ended.unknown).as("WeCom can be asked").isZero();
        if (fault.reason == null) {
            assertThat(ended.reasons).isEmpty();
            assertThat(ended.sent).isEqualTo(2 * PEOPLE);
        } else {
            // WeCom says so of a call whose only recipient it refused.
            assertThat(ended.reasons.keySet()).contains(fault.reason).isSubsetOf(fault.reason, "wecom-41048");
        }
    }

    /// What a mail server does, after the text was handed over.
    enum Letterbox {
        TRY_LATER("errcode", 451, 3, null),
        GOES_AWAY("errcode", 421, 2, "connection-lost"),
        TOO_LARGE("errcode", 552, 2, "refused"),
        SPAM("errcode", 554, 2, "refused"),
        SLOW("slow", 0, 0, null),
        NEVER_ARRIVED("drop-before", 0, 2, "connection-lost"),
        ANSWER_LOST("drop-after-work", 0, 2, "connection-lost");

        private final String kind;
        private final int code;
        private final int times;
        private final @Nullable String reason;

        Letterbox(String kind, int code, int times, @Nullable String reason) {
            this.kind = kind;
            this.code = code;
            this.times = times;
            this.reason = reason;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofMail(Letterbox fault) {
        Map<String, Object> told = injected("smtp", fault.kind, fault.code, fault.times);
        Ended ended = sendOut(
                READERS,
                Objects.requireNonNull(readers),
                "email",
                told,
                email("你好", null),
                person -> messages.reader(Objects.requireNonNull(readers), person),
                null);
        Map<String, Integer> expected = fault.reason == null ? Map.of() : Map.of(fault.reason, fault.times);
        assertThat(ended.reasons).as("no more than met it").isEqualTo(expected);
        boolean silent = "connection-lost".equals(fault.reason);
        assertThat(ended.unknown).as("SMTP cannot be asked").isEqualTo(silent ? fault.times : 0);
    }

    private static Map<String, Object> injected(String path, String kind, int code, int times) {
        Map<String, Object> fault = new HashMap<>(Map.of("path", path, "kind", kind, "errcode", code));
        if (times > 0) {
            fault.put("times", times);
        }
        if (kind.equals("slow")) {
            fault.put("millis", 150);
        }
        return fault;
    }

    /// @param reasons how many were not sent, by reason; those of whom nobody knows are among them
    private record Ended(int sent, int unknown, Map<String, Integer> reasons) {}

    /// A broadcast to everybody and a message to each, at the same time.
    private Ended sendOut(
            SimulatedCorp corp,
            Brand brand,
            String channel,
            Map<String, Object> fault,
            NewTemplate text,
            IntFunction<CustomerNo> customer,
            @Nullable String remedy) {
        Map<String, Integer> before = corp.deliveries(channel);
        BroadcastId id = fixture.planned(brand, text);
        long template = messages.template(brand, text);
        corp.fault(fault);
        List<MessageRequest> requests = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            requests.add(messages.request("every/" + id + "/" + person, customer.apply(person), template));
        }
        messages.ask(brand, requests.toArray(MessageRequest[]::new));
        fixture.start(brand, id);
        if (remedy != null) {
            Broadcast paused = fixture.await(brand, id, BroadcastState.PAUSED);
            assertThat(Objects.requireNonNull(paused.problem()).code()).isEqualTo(remedy);
            assertThat(fixture.progress(brand, id).pending()).isEqualTo(PEOPLE);
            corp.noFaults();
            control.resume(brand, id);
        }
        // What rests is woken, and what is to be asked about may be.
        until(
                () -> {
                    clock.advance(Duration.ofSeconds(20));
                    return fixture.get(brand, id).state();
                },
                BroadcastState.DONE::equals);
        until(
                () -> {
                    clock.advance(Duration.ofSeconds(20));
                    return requests.stream()
                            .filter(request -> messages.times(request.key()) > 0)
                            .count();
                },
                Long.valueOf(PEOPLE)::equals);
        corp.confirmAll();
        return ended(corp, brand, id, channel, requests, before);
    }

    private Ended ended(
            SimulatedCorp corp,
            Brand brand,
            BroadcastId id,
            String channel,
            List<MessageRequest> requests,
            Map<String, Integer> before) {
        Map<String, Integer> reasons = new HashMap<>();
        Progress progress = fixture.progress(brand, id);
        assertThat(progress.pending()).isZero();
        for (String state : List.of("failed", "unknown", "cancelled")) {
            for (RecipientRow row : fixture.recipients(brand, id, state)) {
                reasons.merge(String.valueOf(row.reason()), 1, Integer::sum);
            }
        }
        int sent = (int) progress.sent();
        int unknown = (int) progress.unknown();
        for (MessageRequest request : requests) {
            assertThat(messages.times(request.key())).as(request.key()).isEqualTo(1);
            MessagesSettled.Settled settled = messages.settled(request.key());
            if (settled.state() == MessageState.SENT) {
                sent++;
            } else {
                reasons.merge(String.valueOf(settled.reason()), 1, Integer::sum);
                unknown += settled.state() == MessageState.UNKNOWN ? 1 : 0;
            }
        }
        assertThat(sent + reasons.values().stream().mapToInt(Integer::intValue).sum())
                .as("nobody is lost silently")
                .isEqualTo(2 * PEOPLE);
        Map<String, Integer> after = corp.deliveries(channel);
        int arrived = 0;
        for (int person = 1; person <= PEOPLE; person++) {
            int times = after.getOrDefault("p" + person, 0) - before.getOrDefault("p" + person, 0);
            assertThat(times).as("p" + person + " got both at most").isBetween(0, 2);
            arrived += times;
        }
        assertThat(arrived).as("what was sent arrived once").isBetween(sent, sent + unknown);
        return new Ended(sent, unknown, reasons);
    }
}
