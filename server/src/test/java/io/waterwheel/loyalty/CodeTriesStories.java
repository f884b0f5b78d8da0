package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A poster's code has four signs or more, and nobody finds one by trying.
@ServerTest
class CodeTriesStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestClock clock;

    private MemberCentreStage stage;
    private Browser li;

    @BeforeEach
    void aMemberAndAPoster() {
        stage = new MemberCentreStage(brands, browsers, CORP);
        li = stage.byPhone(stage.phone(1));
        String template = stage.admin
                .post(
                        stage.desk("/coupon-templates"),
                        Browser.json("{'name':'海报','terms':" + CouponStage.TWENTY_FROM_HUNDRED
                                + ",'stock':null,'budget':null,'perCustomer':1}"))
                .json()
                .path("id")
                .asString();
        MemberCentreStage.ok(stage.admin.post(stage.desk("/coupon-templates/" + template + "/activate"), null));
        assertThat(stage.admin
                        .post(
                                stage.desk("/coupon-templates/" + template + "/public-codes"),
                                Map.of("code", "CHA1", "most", 100))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void afterTenWrongCodesAMemberWaitsAndNobodyElseDoes() {
        for (int i = 0; i < 10; i++) {
            assertThat(claim(li, "CHA" + (char) ('B' + i)).code()).isEqualTo("coupon-code-mistyped");
        }
        Browser.Answer refused = claim(li, "CHA1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).as("even the right one").isEqualTo("member-codes-too-often");
        assertThat(claim(stage.byPhone(stage.phone(2)), "cha1").status()).isEqualTo(204);
        clock.advance(Duration.ofHours(1));
        assertThat(claim(li, "CHA1").status()).isEqualTo(204);
    }

    @Test
    void rightCodesAreTypedAsOftenAsAnybodyLikes() {
        for (int i = 0; i < 15; i++) {
            assertThat(claim(li, "CHA1").status()).as("the same coupon").isEqualTo(204);
        }
        assertThat(stage.get(li, "/coupons")).hasSize(1);
    }

    @Test
    void guessesOfOneMomentCountOneByOne() throws Exception {
        List<Callable<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String guess = "GUESS" + i;
            guesses.add(() -> claim(li, guess).code());
        }
        int judged = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(30)) {
            for (Future<String> answer : threads.invokeAll(guesses)) {
                judged += answer.get().equals("coupon-code-mistyped") ? 1 : 0;
            }
        }
        assertThat(judged).isEqualTo(10);
    }

    private Browser.Answer claim(Browser member, String code) {
        return member.post(stage.own("/coupons/claim"), Map.of("code", code));
    }
}
