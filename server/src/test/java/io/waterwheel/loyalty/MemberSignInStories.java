package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.MemberCentreStage.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who gets in at the member centre, and who does not.
@ServerTest
class MemberSignInStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    private MemberCentreStage stage;

    @BeforeEach
    void aBrandOnPhones() {
        stage = new MemberCentreStage(brands, browsers, CORP);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void aStrangerBecomesAMemberByACodeAndComesBackAsTheSame() {
        String phone = stage.phone(1);
        Browser first = stage.byPhone(phone);
        assertThat(stage.get(first, "/card").path("card").asString()).matches("\\d{16}");
        assertThat(stage.texts(phone)).hasSize(1).allMatch(text -> text.startsWith("【茶水】Your code is "));
        clock.advance(Duration.ofMinutes(2));
        Browser second = stage.byPhone(phone);
        assertThat(stage.get(second, "/card").path("card"))
                .isEqualTo(stage.get(first, "/card").path("card"));
        String timeline = stage.admin
                .get(stage.desk("/customers/" + stage.customer(first) + "/timeline"))
                .text();
        assertThat(timeline).contains("\"Member Joined\"", "\"Consent Granted\"", "member-2026-11");
        assertThat(timeline.split("\"Member Joined\"", -1)).hasSize(2);
    }

    @Test
    void whoeverBoughtBeforeByThatPhoneIsTheSameCustomer() {
        Identifier phone = new Identifier(IdentifierKind.PHONE, stage.phone(1));
        log.append(
                List.of(TestEvents.order(stage.brand, TestEvents.identified(phone), "A1", "88.00", clock.instant())));
        Browser member = stage.byPhone(stage.phone(1));
        assertThat(stage.get(member, "/orders")
                        .path("items")
                        .path(0)
                        .path("number")
                        .asString())
                .isEqualTo("A1");
    }

    @Test
    void withoutTheTermsNobodyJoinsAndTheCodeIsStillGood() {
        Browser browser = stage.open();
        stage.ask(browser, stage.phone(1));
        String code = stage.code(stage.phone(1));
        assertThat(stage.signIn(browser, stage.phone(1), code, false, null).code())
                .isEqualTo("member-terms-not-agreed");
        assertThat(stage.signIn(browser, stage.phone(1), code, true, null).status())
                .isEqualTo(204);
    }

    @Test
    void aCodeIsGoodOnceForFiveMinutesAndFiveTries() {
        String phone = stage.phone(1);
        Browser browser = stage.open();
        stage.ask(browser, phone);
        String code = stage.code(phone);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(stage.signIn(browser, phone, wrong, true, null).code()).isEqualTo("sign-in-code-wrong");
        }
        assertThat(stage.signIn(browser, phone, code, true, null).code())
                .as("right, but the sixth try")
                .isEqualTo("sign-in-code-wrong");

        clock.advance(Duration.ofSeconds(61));
        stage.ask(browser, phone);
        String second = stage.code(phone);
        clock.advance(Duration.ofMinutes(5));
        assertThat(stage.signIn(browser, phone, second, true, null).code()).isEqualTo("sign-in-code-wrong");

        stage.ask(browser, phone);
        String third = stage.code(phone);
        assertThat(stage.signIn(browser, phone, third, true, null).status()).isEqualTo(204);
        assertThat(stage.signIn(stage.open(), phone, third, true, null).code()).isEqualTo("sign-in-code-wrong");
    }

    @Test
    void ofTwoWhoBringOneCodeAtOnceOneGetsIn() throws Exception {
        String phone = stage.phone(1);
        stage.ask(stage.open(), phone);
        String code = stage.code(phone);
        Callable<Integer> bring =
                () -> stage.signIn(stage.open(), phone, code, true, null).status();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = both.invokeAll(List.of(bring, bring));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 422);
        }
    }

    @Test
    void aPhoneIsSentFewCodesAndNothingTellsWhetherItIsKnown() {
        String known = stage.phone(1);
        String unknown = stage.phone(2);
        stage.byPhone(known);
        clock.advance(Duration.ofSeconds(61));
        Browser.Answer one = stage.ask(stage.open(), known);
        Browser.Answer other = stage.ask(stage.open(), unknown);
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(stage.ask(stage.open(), known).code()).isEqualTo("sign-in-too-often");
        assertThat(stage.ask(stage.open(), unknown).code()).isEqualTo("sign-in-too-often");
        assertThat(stage.signIn(stage.open(), known, "123", true, null).text().replaceAll("\"traceId\":\"[^\"]*\"", ""))
                .isEqualTo(stage.signIn(stage.open(), unknown, "123", true, null)
                        .text()
                        .replaceAll("\"traceId\":\"[^\"]*\"", ""));
        int sent = stage.texts(unknown).size();
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofSeconds(61));
            stage.ask(stage.open(), unknown);
        }
        assertThat(stage.texts(unknown).size() - sent).isLessThanOrEqualTo(9);
    }

    @Test
    void whatIsNoMobilePhoneIsRefusedBeforeAnythingIsSent() {
        for (String phone : List.of("", "12", "021-5888 8888", "tea@example.com", "1380000000a", "9".repeat(30))) {
            assertThat(stage.ask(stage.open(), phone).code()).as(phone).isEqualTo("member-phone-invalid");
        }
    }

    @Test
    void aPersonInsideWechatJoinsAndIsKnownAgainWithoutBeingAsked() {
        String person = "o-" + stage.brand.key() + ":u-" + stage.brand.key() + ":小李";
        Browser joins = stage.open();
        Browser.Answer back = joins.get(stage.throughWechat(joins, person, true));
        assertThat(location(back)).isEqualTo("/m/" + stage.brand.key() + "/points");
        String card = stage.get(joins, "/card").path("card").asString();

        Browser again = stage.open();
        again.get(stage.throughWechat(again, person, false));
        assertThat(stage.get(again, "/card").path("card").asString()).isEqualTo(card);
    }

    @Test
    void aStrangerInsideWechatWhoAgreedToNothingIsAskedAndNotStored() {
        Browser browser = stage.open();
        Browser.Answer back = browser.get(stage.throughWechat(browser, "o-" + stage.brand.key() + "-x", false));
        assertThat(location(back)).endsWith("/sign-in?why=join");
        assertThat(browser.get(stage.own("/card")).status()).isEqualTo(401);
    }

    @Test
    void aStateIsGoodOnceInItsOwnBrowserAndACodeOnce() {
        String person = "o-" + stage.brand.key() + ":u:n";
        Browser browser = stage.open();
        String back = stage.throughWechat(browser, person, true);
        Browser thief = stage.open();
        assertThat(location(thief.get(back))).endsWith("why=member-wechat-failed");
        assertThat(thief.get(stage.own("/card")).status()).isEqualTo(401);
        assertThat(location(browser.get(back))).endsWith("/points");
        assertThat(location(browser.get(back))).as("replayed").endsWith("why=member-wechat-failed");

        Browser other = stage.open();
        String code = back.replaceAll(".*code=([^&]+).*", "$1");
        String replayed = stage.throughWechat(other, person, true).replaceAll("code=[^&]+", "code=" + code);
        assertThat(location(other.get(replayed))).as("a used code").endsWith("why=member-wechat-failed");
    }

    @Test
    void aStateThatWasWaitedForTooLongIsWorthNothing() {
        Browser browser = stage.open();
        String back = stage.throughWechat(browser, "o-" + stage.brand.key() + ":u:n", true);
        clock.advance(Duration.ofMinutes(11));
        assertThat(location(browser.get(back))).endsWith("why=member-wechat-failed");
    }

    @Test
    void aPhoneJoinsTheCardsOfBothWaysToOne() {
        String phone = stage.phone(1);
        Browser byPhone = stage.byPhone(phone);
        String old = stage.get(byPhone, "/card").path("card").asString();
        Browser byWechat = stage.open();
        byWechat.get(stage.throughWechat(byWechat, "o-" + stage.brand.key() + ":u-" + stage.brand.key() + ":n", true));
        assertThat(stage.get(byWechat, "/card").path("card").asString()).isNotEqualTo(old);
        clock.advance(Duration.ofSeconds(61));
        stage.ask(byWechat, phone);
        Browser.Answer joined = byWechat.post(
                stage.own("/profile/phone"),
                Browser.json("{'phone':'" + phone + "','code':'" + stage.code(phone) + "'}"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                stage.get(byWechat, "/card").path("card").asString())
                        .isEqualTo(old));
        assertThat(stage.customer(byWechat)).isEqualTo(stage.customer(byPhone));
    }

    @Test
    void whoSignsOutIsOutAndASessionEndsByItself() {
        Browser member = stage.byPhone(stage.phone(1));
        String token = member.cookie("waterwheel_member").orElseThrow();
        assertThat(member.delete(stage.own("/session")).status()).isEqualTo(204);
        Browser kept = stage.open().with("Cookie", "waterwheel_member=" + token);
        assertThat(kept.get(stage.own("/card")).code()).isEqualTo("member-not-signed-in");

        Browser other = stage.byPhone(stage.phone(2));
        String lasting =
                "waterwheel_member=" + other.cookie("waterwheel_member").orElseThrow();
        clock.advance(Duration.ofDays(29));
        assertThat(stage.open().with("Cookie", lasting).get(stage.own("/card")).status())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(29));
        assertThat(stage.open().with("Cookie", lasting).get(stage.own("/card")).status())
                .as("used, so renewed")
                .isEqualTo(200);
        clock.advance(Duration.ofDays(31));
        assertThat(stage.open().with("Cookie", lasting).get(stage.own("/card")).status())
                .isEqualTo(401);
    }

    @Test
    void whoInvitedANewMemberIsWrittenDownAndAnOldMembersInviteIsNot() {
        Browser inviter = stage.byPhone(stage.phone(1));
        String invite = stage.get(inviter, "/invite").path("code").asString();
        Browser friend = stage.open();
        stage.ask(friend, stage.phone(2));
        stage.signIn(friend, stage.phone(2), stage.code(stage.phone(2)), true, invite);
        String timeline = stage.desk("/customers/" + stage.customer(friend) + "/timeline");
        assertThat(stage.admin.get(timeline).text()).contains(EventNames.CUSTOMER_REFERRED);

        Browser old = stage.byPhone(stage.phone(3));
        clock.advance(Duration.ofSeconds(61));
        stage.ask(old, stage.phone(3));
        stage.signIn(old, stage.phone(3), stage.code(stage.phone(3)), true, invite);
        assertThat(stage.admin
                        .get(stage.desk("/customers/" + stage.customer(old) + "/timeline"))
                        .text())
                .doesNotContain(EventNames.CUSTOMER_REFERRED);
        Browser guesser = stage.open();
        stage.ask(guesser, stage.phone(4));
        assertThat(stage.signIn(guesser, stage.phone(4), stage.code(stage.phone(4)), true, "zzzzzzzzzzzz")
                        .status())
                .as("a made-up invite invites nobody and stops nobody")
                .isEqualTo(204);
    }
}
