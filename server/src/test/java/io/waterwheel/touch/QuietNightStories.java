package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.testing.ClockChange;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.policy.Policy;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Quiet hours in the two nights of the year in which a brand's clocks change.
@ServerTest
class QuietNightStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestBrands brands;

    @Autowired
    private MailAccounts mail;

    @Autowired
    private DSLContext database;

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
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    /// A brand there whose readers sleep until a time that the night leaves out, or has twice.
    private Brand asleep(ClockChange night) {
        Brand brand = brands.create("EUR", night.zone().getId());
        CORP.world(brand, 1, 3, 0, null);
        mail.change(brand, fixture.mailOf(CORP));
        for (int person = 1; person <= 3; person++) {
            fixture.reader(brand, person, true);
        }
        messages.policy(
                brand,
                policy -> new Policy(
                        9, 7, LocalTime.of(22, 0).toString(), night.half().toString()));
        return brand;
    }

    private void move(ClockChange night, int minutes) {
        clock.advance(night.from(clock.instant(), minutes));
    }

    private Instant due(Brand brand, String key) {
        return Objects.requireNonNull(database.select(MESSAGE.DUE_AT)
                .from(MESSAGE)
                .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                .and(MESSAGE.KEY.eq(key))
                .fetchOne(MESSAGE.DUE_AT));
    }

    private String ask(Brand brand, int person, long template) {
        String key = "journey/night/" + brand.key() + "/" + person;
        messages.ask(brand, messages.request(key, messages.reader(brand, person), template));
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void quietHoursThatEndInTheHourLeftOutEndWhenTheClocksJump(String zone) {
        ClockChange night = ClockChange.spring(zone, clock.instant());
        Brand brand = asleep(night);
        long template = messages.template(brand, email("晚安", null));
        BroadcastId broadcast = fixture.planned(brand, email("早安", null));
        move(night, -30);
        String key = ask(brand, 1, template);
        assertThat(messages.waits(brand, key)).isEqualTo("quiet-hours");
        assertThat(due(brand, key)).isEqualTo(night.at());
        fixture.start(brand, broadcast);
        until(() -> fixture.get(brand, broadcast), found -> found.state() == BroadcastState.SENDING);
        var forecast = until(() -> fixture.progress(brand, broadcast).forecast(), Objects::nonNull);
        assertThat(forecast.resumes()).isEqualTo(night.at());
        assertThat(CORP.deliveries("email")).isEmpty();

        move(night, 1);
        assertThat(messages.settled(key).state()).isEqualTo(MessageState.SENT);
        fixture.await(brand, broadcast, BroadcastState.DONE);
        assertThat(CORP.deliveries("email").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void quietHoursThatEndInTheHourThatComesTwiceEndTwice(String zone) {
        ClockChange night = ClockChange.autumn(zone, clock.instant());
        Brand brand = asleep(night);
        long template = messages.template(brand, email("晚安", null));
        move(night, -90);
        String first = ask(brand, 1, template);
        assertThat(messages.waits(brand, first)).isEqualTo("quiet-hours");
        assertThat(due(brand, first)).isEqualTo(night.plus(-30));
        move(night, -29);
        assertThat(messages.settled(first).state()).isEqualTo(MessageState.SENT);

        // The clocks go back into the quiet hours, which end once more.
        move(night, 5);
        String second = ask(brand, 2, template);
        assertThat(messages.waits(brand, second)).isEqualTo("quiet-hours");
        assertThat(due(brand, second)).isEqualTo(night.plus(30));
        move(night, 31);
        assertThat(messages.settled(second).state()).isEqualTo(MessageState.SENT);
        assertThat(CORP.deliveries("email")).hasSize(2);
    }
}
