package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.email.MailAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A channel that is down or slow, and a mailbox that is full: what waits goes out by itself, in order and once, and
/// nobody is asked again and again meanwhile.
@ServerTest
class ChannelDownStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final Map<String, Object> DOWN = Map.of("path", "smtp", "kind", "errcode", "errcode", 451);
    private static final int PEOPLE = 12;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MailAccounts mail;

    @Autowired
    private TestClock clock;

    private BroadcastFixture fixture;
    private MessageFixture messages;

    @BeforeEach
    void fixtures() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        messages = context.getAutowireCapableBeanFactory().createBean(MessageFixture.class);
    }

    @AfterEach
    void nothingIsLeft() {
        messages.close();
        clock.reset();
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    /// How many calls have met the one fault.
    private static int calls() {
        return CORP.send("GET", "/sim/faults", null).path(0).path("met").asInt();
    }

    /// An hour in steps, in each of which the channel is tried again.
    private void anHourPasses() {
        for (int step = 0; step < 6; step++) {
            int before = calls();
            clock.advance(Duration.ofMinutes(10));
            untilInTime(ChannelDownStories::calls, met -> met > before);
        }
    }

    /// A refusal just heard may be written down, and its rest begin, only after the clock was moved: so time goes on.
    private <T> void untilInTime(Supplier<T> seen, Predicate<T> enough) {
        until(
                () -> {
                    clock.advance(Duration.ofSeconds(10));
                    return seen.get();
                },
                enough);
    }

    @Test
    void messagesWaitOutAnHourAndGoOutInTheOrderInWhichTheyWereAskedFor() {
        Brand brand = fixture.readers(CORP, PEOPLE);
        CORP.fault(DOWN);
        List<MessageRequest> requests = new ArrayList<>();
        for (String text : List.of("第一封", "第二封", "第三封")) {
            long template = messages.template(brand, email(text, null));
            for (int person = 1; person <= PEOPLE; person++) {
                requests.add(messages.request(text + brand.key() + person, messages.reader(brand, person), template));
            }
        }
        messages.ask(brand, requests.toArray(MessageRequest[]::new));
        until(ChannelDownStories::calls, met -> met >= PEOPLE);
        int first = calls();
        anHourPasses();
        assertThat(calls() - first)
                .as("one message at a time finds out whether it works again")
                .isBetween(6, 12);
        assertThat(requests).allMatch(request -> messages.times(request.key()) == 0);

        CORP.noFaults();
        // Each message rests on its own since it was last refused.
        untilInTime(() -> requests.stream().allMatch(request -> messages.times(request.key()) > 0), all -> all);
        for (MessageRequest request : requests) {
            assertThat(messages.settled(request.key()).state()).isEqualTo(MessageState.SENT);
            assertThat(messages.times(request.key())).isEqualTo(1);
        }
        for (int person = 1; person <= PEOPLE; person++) {
            assertThat(CORP.received("p" + person))
                    .extracting(letter -> letter.path("text").asString().substring(0, 3))
                    .containsExactly("第一封", "第二封", "第三封");
        }
    }

    @Test
    void aBroadcastWaitsOutAnHour() {
        Brand brand = fixture.readers(CORP, PEOPLE);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        CORP.fault(DOWN);
        fixture.start(brand, id);
        until(ChannelDownStories::calls, met -> met >= PEOPLE);
        int first = calls();
        anHourPasses();
        assertThat(calls() - first).as("one call finds out").isBetween(6, 20);
        assertThat(fixture.progress(brand, id).pending()).isEqualTo(PEOPLE);

        CORP.noFaults();
        untilInTime(() -> fixture.progress(brand, id).sent(), sent -> sent == PEOPLE);
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(PEOPLE);
        assertThat(CORP.deliveries("email"))
                .hasSize(PEOPLE)
                .allSatisfy((person, times) -> assertThat(times).as(person).isEqualTo(1));
    }

    @Test
    void aMailboxThatIsFullHoldsUpNobodyAndIsNotBelievedInForEver() {
        Brand brand = fixture.readers(CORP, PEOPLE);
        fixture.reader(brand, 901, brand.key() + "@full.test", true);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        fixture.start(brand, id);
        until(() -> fixture.progress(brand, id), progress -> progress.sent() == PEOPLE);
        assertThat(fixture.progress(brand, id).pending()).isEqualTo(1);

        clock.advance(Duration.ofHours(5));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.recipients(brand, id, "failed"))
                .singleElement()
                .extracting(RecipientRow::reason)
                .isEqualTo("refused-for-now");
        assertThat(CORP.deliveries("email")).hasSize(PEOPLE);
    }

    @Test
    void aChannelThatIsSlowHoldsUpNoOther() {
        Brand brand = fixture.friends(CORP, 1, PEOPLE);
        mail.change(brand, fixture.mailOf(CORP));
        long slow = messages.template(brand, wecom("{{ customer.name }}，新茶", null));
        long fast = messages.template(brand, email("你好", null));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "slow", "millis", 400));
        List<MessageRequest> bySlow = new ArrayList<>();
        List<MessageRequest> byFast = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            var customer = messages.both(brand, person);
            bySlow.add(messages.request("slow/" + brand.key() + person, customer, slow));
            byFast.add(messages.request("fast/" + brand.key() + person, customer, fast));
        }
        messages.ask(brand, bySlow.toArray(MessageRequest[]::new));
        messages.ask(brand, byFast.toArray(MessageRequest[]::new));
        byFast.forEach(
                request -> assertThat(messages.settled(request.key()).state()).isEqualTo(MessageState.SENT));
        assertThat(bySlow).as("still at it").anyMatch(request -> messages.times(request.key()) == 0);
        bySlow.forEach(
                request -> assertThat(messages.settled(request.key()).state()).isEqualTo(MessageState.SENT));
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom"))
                .hasSize(PEOPLE)
                .allSatisfy((person, times) -> assertThat(times).as(person).isEqualTo(1));
    }

    @Test
    void aClockThatIsPutBackOrForwardHoldsUpNothingAndRepeatsNothing() {
        Brand brand = fixture.readers(CORP, PEOPLE);
        long template = messages.template(brand, email("你好", null));
        List<Duration> jumps =
                List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(-1), Duration.ofHours(20));
        int person = 0;
        for (Duration jump : jumps) {
            CORP.fault(DOWN);
            person++;
            String before = "before/" + brand.key() + person;
            messages.ask(brand, messages.request(before, messages.reader(brand, person), template));
            until(ChannelDownStories::calls, met -> met >= 1);
            clock.advance(jump);
            CORP.noFaults();
            String after = "after/" + brand.key() + person;
            messages.ask(brand, messages.request(after, messages.reader(brand, person), template));
            for (String key : List.of(before, after)) {
                assertThat(messages.settled(key).state()).as("%s %s", jump, key).isEqualTo(MessageState.SENT);
                assertThat(messages.times(key)).isEqualTo(1);
            }
        }
        for (int each = 1; each <= person; each++) {
            List<JsonNode> letters = CORP.received("p" + each);
            assertThat(letters).as("p" + each).hasSize(2);
        }
    }
}
