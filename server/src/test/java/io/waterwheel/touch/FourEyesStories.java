package io.waterwheel.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Colleagues;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.broadcast.BroadcastApproval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Above a limit a broadcast needs a second person.
@ServerTest
class FourEyesStories {

    private static final int PEOPLE = 12;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventLog log;

    @Autowired
    private BroadcastApproval approval;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionOperations transactions;

    private Brand brand;
    private String plannersName;
    private Browser planner;
    private Browser second;
    private Browser admin;
    private BroadcastsByHttp sms;

    @BeforeEach
    void aBrandWhoseMessagesCost() {
        brand = brands.chinese();
        plannersName = browsers.person(Role.OPERATOR);
        planner = browsers.open();
        planner.signIn(plannersName, Browsers.PASSWORD);
        second = browsers.signedIn(Role.OPERATOR);
        admin = browsers.signedIn(Role.ADMIN);
        sms = new BroadcastsByHttp(brand, planner, log, "sms");
        price("4.5");
        people();
    }

    private void price(String price) {
        Map<String, @Nullable Object> settings = new HashMap<>();
        settings.put("provider", "file");
        settings.put("url", null);
        settings.put("key", null);
        settings.put("secret", null);
        settings.put("signature", "茶水");
        settings.put("optOut", "拒收请回复R");
        settings.put("price", new BigDecimal(price));
        Browser.Answer saved = admin.put(sms.api("/sms/settings"), settings);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private void people() {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            String phone = "135" + (10_000_000 + brand.id().value() * 200 + i);
            Subject subject = TestEvents.identified(
                    new Identifier(IdentifierKind.PHONE, phone), new Identifier(IdentifierKind.USER_ID, "u" + i));
            Instant now = Instant.now();
            events.add(TestEvents.event(brand, subject, EventNames.IDENTIFIED, now, "{}"));
            events.add(TestEvents.event(
                    brand,
                    subject,
                    EventNames.CONSENT_GRANTED,
                    now,
                    "{\"channel\": \"sms\", \"purpose\": \"marketing\"}"));
        }
        log.append(events);
    }

    private Browser.Answer limit(Browser who, @Nullable Integer recipients, @Nullable Long cost) {
        Map<String, @Nullable Object> limit = new HashMap<>();
        limit.put("recipients", recipients);
        limit.put("cost", cost);
        return who.put(sms.api("/policy/approval"), limit);
    }

    private String planned() {
        String id = sms.draft("新茶到了", null);
        assertThat(sms.planned(id).path("recipients").asInt()).isEqualTo(PEOPLE);
        return id;
    }

    private Browser.Answer step(Browser who, String id, String step, Map<String, ?> body) {
        return who.post(sms.api("/broadcasts/" + id + "/" + step), body);
    }

    private JsonNode ask(String id) {
        Browser.Answer asked = step(planner, id, "ask-approval", Map.of());
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.json().path("state").asString()).isEqualTo("awaiting");
        return asked.json().path("approval");
    }

    @Test
    void aBroadcastToMoreThanTheLimitStartsOnlyAfterASecondPersonHasApprovedIt() {
        limit(admin, PEOPLE - 1, null);
        String id = planned();
        assertThat(sms.get(id).at("/aboveLimit/0").asString()).isEqualTo("recipients");
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-needs-approval");
        assertThat(sms.get(id).path("state").asString()).isEqualTo("planned");

        JsonNode asked = ask(id);
        assertThat(asked.path("askedBy").asString()).isEqualTo(plannersName);
        assertThat(asked.path("mayDecide").asBoolean()).isFalse();
        Map<String, Object> round = Map.of("round", asked.path("round").asInt());
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-state");
        assertThat(step(planner, id, "approve", round).code()).isEqualTo("broadcast-own-approval");
        assertThat(sms.get(id).path("state").asString()).isEqualTo("awaiting");

        assertThat(second.get(sms.api("/broadcasts/" + id))
                        .json()
                        .at("/approval/mayDecide")
                        .asBoolean())
                .isTrue();
        Browser.Answer approved = step(second, id, "approve", round);
        assertThat(approved.json().path("state").asString()).as(approved.text()).isEqualTo("approved");
        assertThat(approved.json().at("/approval/decidedBy").asString()).isNotEqualTo(plannersName);
        sms.start(id);
        assertThat(sms.await(id, "done").at("/progress/recipients").asInt()).isEqualTo(PEOPLE);
        assertThat(actions(id))
                .containsSubsequence(
                        "broadcast.plan", "broadcast.ask-approval", "broadcast.approve", "broadcast.start");
    }

    @Test
    void aBroadcastThatCostsMoreThanTheLimitNeedsHerTooAndAnUnknownPriceIsNoSmallOne() {
        limit(admin, null, 53L);
        String dear = planned();
        assertThat(sms.get(dear).at("/aboveLimit/0").asString()).isEqualTo("cost");
        assertThat(step(planner, dear, "start", Map.of()).code()).isEqualTo("broadcast-needs-approval");

        limit(admin, null, 54L);
        assertThat(sms.get(dear).path("aboveLimit").size()).isZero();

        price("0");
        String unknown = planned();
        assertThat(sms.get(unknown).at("/aboveLimit/0").asString()).isEqualTo("unknown-cost");
        assertThat(step(planner, unknown, "start", Map.of()).code()).isEqualTo("broadcast-needs-approval");
    }

    @Test
    void whoRefusesSaysWhyAndThatPlanIsNeverSent() {
        limit(admin, 0, null);
        String id = planned();
        int round = ask(id).path("round").asInt();
        assertThat(step(second, id, "refuse", Map.of("round", round, "reason", " "))
                        .code())
                .isEqualTo("invalid");
        Browser.Answer refused = step(second, id, "refuse", Map.of("round", round, "reason", "  链接是旧的  "));
        assertThat(refused.json().path("state").asString()).as(refused.text()).isEqualTo("refused");
        assertThat(sms.get(id).at("/approval/reason").asString()).isEqualTo("链接是旧的");
        limit(admin, null, null);
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-state");
        assertThat(actions(id)).contains("broadcast.refuse");

        sms.planned(id);
        assertThat(sms.get(id).path("approval").isNull()).isTrue();
        sms.start(id);
        sms.await(id, "done");
    }

    @Test
    void anApprovalGoesWithThePlanItWasGivenTo() {
        limit(admin, 0, null);
        String id = planned();
        int first = ask(id).path("round").asInt();
        step(second, id, "approve", Map.of("round", first));
        sms.planned(id);
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-needs-approval");

        // Whoever still looks at the plan of before decides nothing about the new one.
        ask(id);
        assertThat(step(second, id, "approve", Map.of("round", first)).code()).isEqualTo("broadcast-approval-changed");
        assertThat(step(second, id, "refuse", Map.of("round", first, "reason", "x"))
                        .code())
                .isEqualTo("broadcast-approval-changed");
        assertThat(sms.get(id).path("state").asString()).isEqualTo("awaiting");
    }

    @Test
    void anApprovalIsTakenBackUntilTheStart() {
        limit(admin, 0, null);
        String id = planned();
        int round = ask(id).path("round").asInt();
        step(second, id, "approve", Map.of("round", round));
        step(second, id, "refuse", Map.of("round", round, "reason", "等明天"));
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-state");
        assertThat(step(planner, id, "cancel", Map.of()).json().path("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void theLimitThatCountsIsTheOneAtTheStart() {
        String id = planned();
        limit(admin, 0, null);
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-needs-approval");
        int round = ask(id).path("round").asInt();
        // What was asked is answered, also when the limit has been raised meanwhile.
        limit(admin, 1_000, null);
        assertThat(step(planner, id, "start", Map.of()).code()).isEqualTo("broadcast-state");
        step(second, id, "approve", Map.of("round", round));
        // And an approval stands, also when the limit has been lowered.
        limit(admin, 0, 0L);
        sms.start(id);
        sms.await(id, "done");
    }

    @Test
    void onlyAnAdministratorSaysWhenOnePersonIsEnough() {
        assertThat(limit(planner, null, null).status()).isEqualTo(403);
        assertThat(limit(admin, -1, -1L).json().path("errors").size()).isEqualTo(2);
        limit(admin, 10, 20_000L);
        Map<String, Object> policy =
                Map.of("capPerCustomer", 2, "capDays", 30, "quietFrom", "22:00", "quietTo", "08:00");
        JsonNode changed = planner.put(sms.api("/policy"), policy).json();
        assertThat(changed.at("/approval/recipients").asInt()).isEqualTo(10);
        assertThat(changed.at("/approval/cost").asLong()).isEqualTo(20_000);
        assertThat(planner.get(sms.api("/policy")).json()).isEqualTo(changed);
    }

    @Test
    void neitherAGuideNorTheCommandLineIsASecondPerson() {
        limit(admin, 0, null);
        String id = planned();
        Map<String, Object> round = Map.of("round", ask(id).path("round").asInt());
        assertThat(step(browsers.signedIn(Role.GUIDE), id, "approve", round).status())
                .isEqualTo(403);
        assertThat(step(browsers.commandLine(), id, "approve", round).code()).isEqualTo("broadcast-own-approval");
        assertThat(sms.get(id).path("state").asString()).isEqualTo("awaiting");
    }

    @Test
    void whoIsAloneIsToldWhatToDoInsteadOfWaitingForNobody() {
        limit(admin, 0, null);
        String id = planned();
        assertThat(colleagues.anyoneBesides(List.of(plannersName))).isTrue();
        transactions.executeWithoutResult(status -> {
            database.update(DSL.table("access.account"))
                    .set(DSL.field("disabled"), DSL.inline(true))
                    .where(DSL.field("username", String.class).ne(plannersName))
                    .execute();
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(plannersName, null, List.of()));
            try {
                assertThatThrownBy(() -> approval.ask(brand, new BroadcastId(Long.parseLong(id))))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.type()).isEqualTo(TouchProblem.BROADCAST_NO_APPROVER));
            } finally {
                SecurityContextHolder.clearContext();
                status.setRollbackOnly();
            }
        });
        assertThat(sms.get(id).path("state").asString()).isEqualTo("planned");
    }

    private List<String> actions(String id) {
        return database.select(DSL.field("action", String.class))
                .from("kernel.audit_entry")
                .where(DSL.field("subject", String.class).eq("broadcast/" + id))
                .orderBy(DSL.field("id"))
                .fetch(row -> row.value1());
    }
}
