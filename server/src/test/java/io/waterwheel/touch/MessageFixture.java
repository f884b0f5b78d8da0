package io.waterwheel.touch;

import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.MessagesSettled.Settled;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.Policy;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Templates;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/// Asks for single messages as other modules do, and hears what became of them.
class MessageFixture implements AutoCloseable {

    private final List<Settled> heard = new CopyOnWriteArrayList<>();
    private final Ear ear = new Ear();
    private final ConfigurableApplicationContext context;
    private final Messages messages;
    private final Templates templates;
    private final Policies policies;
    private final Customers customers;
    private final EventLog log;
    private final DSLContext database;
    private final TestClock clock;

    MessageFixture(
            ConfigurableApplicationContext context,
            Messages messages,
            Templates templates,
            Policies policies,
            Customers customers,
            EventLog log,
            DSLContext database,
            TestClock clock) {
        this.context = context;
        this.messages = messages;
        this.templates = templates;
        this.policies = policies;
        this.customers = customers;
        this.log = log;
        this.database = database;
        this.clock = clock;
        context.addApplicationListener(ear);
    }

    @Override
    public void close() {
        context.removeApplicationListener(ear);
    }

    long template(Brand brand, NewTemplate template) {
        return Long.parseLong(templates.create(brand, template).id());
    }

    CustomerNo reader(Brand brand, int person) {
        return named(brand, IdentifierKind.USER_ID, "u" + person);
    }

    CustomerNo friend(Brand brand, int person) {
        return named(brand, IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, person));
    }

    private CustomerNo named(Brand brand, IdentifierKind kind, String value) {
        return Objects.requireNonNull(
                customers.named(brand.id(), kind, List.of(value)).get(value), value);
    }

    /// One person with a mail address who is also a friend, and agreed to both.
    CustomerNo both(Brand brand, int person) {
        log.append(List.of(
                TestEvents.event(
                        brand,
                        TestEvents.identified(
                                new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, person)),
                                new Identifier(IdentifierKind.EMAIL, SimulatedCorp.email(brand, person))),
                        EventNames.IDENTIFIED,
                        Instant.now(),
                        "{}"),
                consent(brand, person, EventNames.CONSENT_GRANTED)));
        return friend(brand, person);
    }

    void leave(Brand brand, int person) {
        log.append(List.of(consent(brand, person, EventNames.CONSENT_WITHDRAWN)));
    }

    private static NewEvent consent(Brand brand, int person, String name) {
        return TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EMAIL, SimulatedCorp.email(brand, person))),
                name,
                Instant.now(),
                "{\"channel\": \"email\", \"purpose\": \"marketing\"}");
    }

    void livesIn(Brand brand, int person, String zone) {
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EMAIL, SimulatedCorp.email(brand, person))),
                EventNames.IDENTIFIED,
                Instant.now(),
                "{\"timezone\": \"" + zone + "\"}")));
    }

    MessageRequest request(String key, CustomerNo customer, long template) {
        return new MessageRequest(key, customer, template, Purpose.MARKETING, Map.of(), 5, null);
    }

    void ask(Brand brand, MessageRequest... requests) {
        messages.ask(brand, List.of(requests));
    }

    void withdraw(Brand brand, String... keys) {
        messages.withdraw(brand, List.of(keys));
    }

    void policy(Brand brand, UnaryOperator<Policy> change) {
        policies.change(brand, change.apply(policies.of(brand)));
    }

    /// Quiet hours that began half an hour ago where the brand is, and end in an hour.
    void night(Brand brand) {
        nightIn(brand, brand.zone().getId());
    }

    /// The same as the clocks of another place show them.
    void nightIn(Brand brand, String zone) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneId.of(zone))
                .withSecond(0)
                .withNano(0);
        policy(
                brand,
                policy -> new Policy(
                        policy.capPerCustomer(),
                        policy.capDays(),
                        now.minusMinutes(30).toString(),
                        now.plusHours(1).toString(),
                        policy.caps(),
                        policy.controlPercent(),
                        policy.suppressionLists()));
    }

    /// What was told of a message; waits until it is.
    Settled settled(String key) {
        return BroadcastFixture.until(
                        () -> heard.stream()
                                .filter(one -> one.key().equals(key))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    int times(String key) {
        return (int) heard.stream().filter(one -> one.key().equals(key)).count();
    }

    /// Why a message waits; until it does.
    String waits(Brand brand, String key) {
        return BroadcastFixture.until(
                () -> String.valueOf(database.select(MESSAGE.WAITS)
                        .from(MESSAGE)
                        .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                        .and(MESSAGE.KEY.eq(key))
                        .fetchOne(MESSAGE.WAITS)),
                why -> !why.equals("null"));
    }

    private final class Ear implements ApplicationListener<PayloadApplicationEvent<MessagesSettled>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<MessagesSettled> event) {
            heard.addAll(event.getPayload().messages());
        }
    }
}
