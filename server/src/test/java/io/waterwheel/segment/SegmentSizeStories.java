package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// How large a segment was over time, and who entered and left it.
@ServerTest
class SegmentSizeStories {

    private static final String ACTIVE = "{'type':'orders','measure':'count','operator':'atLeast','value':1,"
            + "'window':{'type':'last','days':30}}";

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String segments;
    private String active;

    @BeforeEach
    void aBrandWithASegment() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        segments = "/api/brands/" + brand.key() + "/segments";
        active = save(null, ACTIVE);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whoEntersAndLeavesIsCountedAndListedWithTheirPhoneMasked() {
        String phone = "1680000%04d".formatted(brand.id().value());
        evaluate();
        CustomerNo lin = buys(new Identifier(IdentifierKind.PHONE, phone));

        JsonNode entered = evaluate();
        assertThat(entered.path("size").asInt()).isEqualTo(1);
        assertThat(entered.path("entered").asInt()).isEqualTo(1);
        assertThat(entered.path("left").asInt()).isZero();
        JsonNode who = moved(entered, "entered").path("items").get(0);
        assertThat(who.path("customerNo").asInt()).isEqualTo(lin.value());
        assertThat(who.path("phone").asString()).contains("*").doesNotContain(phone);

        clock.advance(Duration.ofDays(31));
        evaluate();
        // Or the night's own evaluation was first.
        JsonNode left = evaluations()
                .filter(evaluation -> evaluation.path("left").asInt() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(left.path("left").asInt()).as("the window closed by itself").isEqualTo(1);
        assertThat(moved(left, "left").path("items").get(0).path("customerNo").asInt())
                .isEqualTo(lin.value());
        assertThat(moved(left, "entered").path("items")).isEmpty();

        JsonNode days = operator.get(segments + "/" + active + "/sizes").json().path("days");
        assertThat(days.get(days.size() - 1).path("size").asInt()).isZero();
        assertThat(days.get(days.size() - 1).path("left").asInt()).isEqualTo(1);
        assertThat(days.get(0).path("entered").asInt()).isEqualTo(1);
    }

    @Test
    void aMergeIsNoLeaveAndASeparationNoEntry() {
        Identifier user = new Identifier(IdentifierKind.USER_ID, "lin");
        Identifier phone = new Identifier(
                IdentifierKind.PHONE, "1681000%04d".formatted(brand.id().value()));
        CustomerNo one = buys(user);
        CustomerNo other = buys(phone);
        assertThat(evaluate().path("size").asInt()).isEqualTo(2);

        append(TestEvents.event(
                brand, TestEvents.identified(user, phone), EventNames.IDENTIFIED, clock.instant(), "{}"));
        JsonNode merged = evaluate();
        assertThat(merged.path("size").asInt()).isEqualTo(1);
        assertThat(merged.path("left").asInt()).isZero();
        assertThat(merged.path("entered").asInt()).isZero();

        append(TestEvents.event(
                brand,
                new Subject.Known(one),
                EventNames.DIFFERENT_PEOPLE_CONFIRMED,
                clock.instant(),
                json("{'low':" + one + ",'high':" + other + ",'by':'test'}")));
        JsonNode apart = evaluate();
        assertThat(apart.path("size").asInt()).isEqualTo(2);
        assertThat(apart.path("entered").asInt()).isZero();
        assertThat(apart.path("left").asInt()).isZero();
    }

    @Test
    void anotherDefinitionMovesPeopleAndIsToldApart() {
        buys(new Identifier(IdentifierKind.USER_ID, "lin"));
        assertThat(evaluate().path("version").asInt()).isEqualTo(1);
        save(active, "{'type':'not','condition':" + ACTIVE + "}");
        JsonNode changed = evaluate();
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.path("left").asInt()).isEqualTo(1);
    }

    @Test
    void everyNightTheSizeIsTakenByItself() {
        evaluate();
        buys(new Identifier(IdentifierKind.USER_ID, "lin"));
        clock.advance(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(newest().path("entered").asInt()).isEqualTo(1));
        assertThat(operator.get(segments + "/" + active).json().path("count").asInt())
                .as("the list of segments shows it too")
                .isEqualTo(1);
    }

    @Test
    void anotherBrandsSizesAreNotThereAndGuidesDoNotAsk() {
        String elsewhere = "/api/brands/" + brands.chinese().key() + "/segments/" + active;
        assertThat(operator.get(elsewhere + "/sizes").status()).isEqualTo(404);
        assertThat(operator.post(elsewhere + "/sizes", "").status()).isEqualTo(404);
        assertThat(operator.get(elsewhere + "/sizes/1/entered").status()).isEqualTo(404);
        assertThat(operator.put(elsewhere + "/feed", json("{'on':true}")).status())
                .isEqualTo(404);
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.get(segments + "/" + active + "/sizes").status()).isEqualTo(403);
    }

    private JsonNode evaluate() {
        Answer answer = operator.post(segments + "/" + active + "/sizes", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("newest").get(0);
    }

    private JsonNode newest() {
        return evaluations().findFirst().orElseThrow();
    }

    private Stream<JsonNode> evaluations() {
        return operator.get(segments + "/" + active + "/sizes")
                .json()
                .path("newest")
                .valueStream();
    }

    private JsonNode moved(JsonNode evaluation, String side) {
        return operator.get(segments + "/" + active + "/sizes/"
                        + evaluation.path("number").asInt() + "/" + side)
                .json();
    }

    private String save(@org.jspecify.annotations.Nullable String id, String definition) {
        String segment = json("{'name':'active','definition':" + definition + "}");
        Answer saved = id == null ? operator.post(segments, segment) : operator.put(segments + "/" + id, segment);
        assertThat(saved.status()).as(saved.text()).isBetween(200, 201);
        return saved.json().path("id").asString();
    }

    private CustomerNo buys(Identifier who) {
        return append(TestEvents.order(brand, TestEvents.identified(who), "o-" + who.value(), "9.00", clock.instant()));
    }

    private CustomerNo append(NewEvent event) {
        return Objects.requireNonNull(
                ((Appended.Written) log.append(List.of(event)).getFirst()).customer());
    }
}
