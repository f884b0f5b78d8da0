package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An operator tries another programme on the past before publishing it.
@ServerTest
class WhatIfStories {

    /// Gold gives more than silver does.
    private static final String COSTLY = TIERS.replace("'cost':60", "'cost':120");

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        path = "/api/brands/" + brand.key() + "/loyalty/what-ifs";
    }

    @Test
    void aLowerThresholdForGoldMakesTwelveMoreGoldMembersAndItIsSaidWhoTheyAreAndWhatTheyCost() {
        publish(programme(List.of(BASE), COSTLY));
        Instant bought = clock.instant().minus(Duration.ofDays(40));
        Set<Integer> twelve = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            twelve.add(bought("A" + i, "4500", bought).value());
        }
        for (int i = 0; i < 5; i++) {
            bought("B" + i, "6000", bought);
        }
        for (int i = 0; i < 8; i++) {
            bought("C" + i, "500", bought);
        }
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        String lower = programme(List.of(BASE), COSTLY.replace("'threshold':5000", "'threshold':4000"));

        Browser.Answer asked = operator.post(path, question(lower, 12));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String id = asked.json().path("id").asString();
        JsonNode answer = answer(id);

        assertThat(answer.path("members").asInt()).isEqualTo(25);
        assertThat(answer.at("/today/tiers/2/members").asInt()).isEqualTo(5);
        assertThat(answer.at("/draft/tiers/2/members").asInt()).isEqualTo(17);
        assertThat(answer.at("/today/points").asLong()).isEqualTo(12 * 4_500 + 5 * 6_000 + 8 * 500);
        assertThat(answer.at("/draft/points").asLong())
                .isEqualTo(answer.at("/today/points").asLong());
        // Each of the twelve costs 10 a month as gold instead of 5 as silver.
        long months = 1
                + YearMonth.from(brand.dayOf(bought))
                        .until(YearMonth.from(brand.dayOf(clock.instant())), ChronoUnit.MONTHS);
        assertThat(answer.at("/breakEven/extraCost").asLong()).isEqualTo(12 * months * 500);
        assertThat(answer.at("/breakEven/sales").asLong()).isEqualTo(12 * months * 1_000);
        assertThat(answer.at("/breakEven/salesPerRiser").asLong()).isEqualTo(months * 1_000);

        JsonNode movers =
                operator.get(path + "/" + id + "/movers?from=silver&to=gold").json();
        assertThat(numbers(movers)).isEqualTo(twelve);
        JsonNode first = operator.get(path + "/" + id + "/movers?from=silver&to=gold&limit=7")
                .json();
        JsonNode rest = operator.get(path + "/" + id + "/movers?from=silver&to=gold&limit=7&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(numbers(first)).hasSize(7);
        assertThat(numbers(rest)).hasSize(5);
        assertThat(numbers(operator.get(path + "/" + id + "/movers?from=gold&to=member")
                        .json()))
                .isEmpty();

        // It is kept, with the draft that was asked about; nothing in force changed.
        assertThat(operator.get(path).json().at("/0/id").asString()).isEqualTo(id);
        assertThat(operator.get(path + "/" + id)
                        .json()
                        .at("/draft/tiers/tiers/2/threshold")
                        .asInt())
                .isEqualTo(4_000);
        assertThat(operator.get("/api/brands/" + brand.key() + "/loyalty/programme")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedAndNothingIsStarted() {
        String draft = programme(List.of(BASE), COSTLY);
        assertThat(operator.post(path, question(draft, 12)).code()).isEqualTo("no-programme");
        publish(draft);
        assertThat(operator.post(path, question(draft, 12)).code()).isEqualTo("what-if-no-history");
        bought("A", "100", clock.instant().minus(Duration.ofDays(400)));
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        assertThat(operator.post(path, question(draft, 12)).code()).isEqualTo("what-if-no-history");

        for (int months : List.of(0, -1, 37)) {
            Browser.Answer refused = operator.post(path, question(draft, months));
            assertThat(refused.code()).isEqualTo("invalid");
            assertThat(refused.text()).contains("/months");
        }
        Browser.Answer wrong = operator.post(path, question(draft.replace("5000", "500"), 36));
        assertThat(wrong.code()).isEqualTo("programme-invalid");
        assertThat(wrong.text()).contains("/definition/tiers/tiers/2/threshold");
        assertThat(operator.post(path, "{\"definition\":[],\"months\":12,\"marginRate\":0.5,\"pointCost\":0.01}")
                        .code())
                .isEqualTo("invalid");
        assertThat(operator.post(path, question(draft, 36).replace("0.5", "0")).text())
                .contains("/marginRate");
        assertThat(operator.post(path, question(draft, 36).replace("0.01", "-1"))
                        .text())
                .contains("/pointCost");
        assertThat(operator.get(path).json().size()).isZero();
        assertThat(operator.get(path + "/999999999").status()).isEqualTo(404);
        assertThat(browsers.signedIn(Role.GUIDE).get(path).status()).isEqualTo(403);
        assertThat(browsers.signedIn(Role.GUIDE).post(path, question(draft, 36)).status())
                .isEqualTo(403);
    }

    @Test
    void twoDraftsAreComparedBeforeAnythingIsPublished() {
        bought("A", "4500", clock.instant().minus(Duration.ofDays(40)));
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        String one = programme(List.of(BASE), COSTLY);
        String asked = question(one.replace("5000", "4000"), 6).replaceFirst("\\{", "{\"against\":" + one + ",");
        Browser.Answer answered = operator.post(path, asked);
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(answered.json().path("version").isNull()).isTrue();
        JsonNode answer = answer(answered.json().path("id").asString());
        assertThat(answer.at("/moves/0/from").asString()).isEqualTo("silver");
        assertThat(answer.at("/moves/0/to").asString()).isEqualTo("gold");
        assertThat(operator.post(path, asked.replaceFirst("5000", "500")).text())
                .contains("/against/tiers");
        assertThat(operator.post(path, question(one, 6).replaceFirst("\\{", "{\"against\":null,"))
                        .code())
                .as("a null is none")
                .isEqualTo("no-programme");
    }

    @Test
    void aBrandWithItsFirstOrderOfTodayCanTryADraft() {
        publish(programme(List.of(BASE)));
        clock.advance(Duration.ofMinutes(1));
        log.append(List.of(
                TestEvents.event(brand, TestEvents.member("new"), EventNames.MEMBER_JOINED, clock.instant(), "{}")));
        clock.advance(Duration.ofSeconds(5));
        log.append(List.of(TestEvents.order(brand, TestEvents.member("new"), "N1", "320", clock.instant())));
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        assertThat(asked(programme(List.of(BASE))).at("/today/points").asLong()).isEqualTo(320);
    }

    @Test
    void whatARuleForASegmentWouldHaveGivenCountsThoseWhoAreInItNow() {
        String locals = operator.post(
                        "/api/brands/" + brand.key() + "/segments",
                        Browser.json("{'name':'locals','definition':{'type':'attribute','attribute':'city',"
                                + "'operator':'is','values':['成都']}}"))
                .json()
                .path("id")
                .asString();
        String local = rule("local", "{'type':'perOrder','points':5}", "'segment':'" + locals + "'");
        publish(programme(List.of(BASE, local)));
        Instant bought = clock.instant().minus(Duration.ofDays(40));
        bought("A", "100", bought);
        bought("B", "100", bought);
        log.append(List.of(TestEvents.event(
                brand, TestEvents.member("A"), EventNames.IDENTIFIED, clock.instant(), "{\"city\":\"成都\"}")));
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();

        JsonNode answer = asked(programme(List.of(BASE, local.replace("'points':5", "'points':20"))));
        assertThat(answer.at("/today/rules/1/given").asLong()).isEqualTo(5);
        assertThat(answer.at("/draft/rules/1/given").asLong()).isEqualTo(20);
        assertThat(answer.at("/draft/points").asLong()).isEqualTo(100 + 100 + 20);

        String segment = "/api/brands/" + brand.key() + "/segments/" + locals;
        assertThat(operator.delete(segment).code()).isEqualTo("segment-in-use");
        publish(programme(List.of(BASE)));
        assertThat(operator.delete(segment).status()).isEqualTo(204);
        assertThat(operator.post(path, question(programme(List.of(BASE, local)), 6))
                        .text())
                .as("a draft for nobody")
                .contains("/definition/earn/1/segment");
    }

    private JsonNode asked(String draft) {
        Browser.Answer asked = operator.post(path, question(draft, 6));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return answer(asked.json().path("id").asString());
    }

    private void publish(String definition) {
        String programme = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(programme, "{\"definition\":" + definition + "}");
        Browser.Answer published = operator.post(programme + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private static String question(String definition, int months) {
        return "{\"definition\":" + definition + ",\"months\":" + months + ",\"marginRate\":0.5,\"pointCost\":0.01}";
    }

    /// Somebody who joined long ago and bought once.
    private CustomerNo bought(String member, String amount, Instant at) {
        var written = log.append(List.of(
                TestEvents.event(
                        brand,
                        TestEvents.member(member),
                        EventNames.MEMBER_JOINED,
                        clock.instant().minus(Duration.ofDays(500)),
                        "{}"),
                TestEvents.order(brand, TestEvents.member(member), brand.key() + member, amount, at)));
        return Objects.requireNonNull(((EventLog.Appended.Written) written.getFirst()).customer());
    }

    private JsonNode answer(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !operator.get(path + "/" + id).json().path("answer").isNull());
        return operator.get(path + "/" + id).json().path("answer");
    }

    private static Set<Integer> numbers(JsonNode page) {
        Set<Integer> numbers = new TreeSet<>();
        page.path("items").forEach(row -> numbers.add(row.path("customerNo").asInt()));
        return numbers;
    }
}
