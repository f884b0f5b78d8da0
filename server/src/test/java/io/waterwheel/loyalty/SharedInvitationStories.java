package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.SHARED_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitationSweep;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Links go round, so there are only so many of them; and whoever left is still known to the brand.
@ServerTest
class SharedInvitationStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private SharedAccounts accounts;

    @Autowired
    private SharedInvitations invitations;

    @Autowired
    private SharedInvitationSweep sweep;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private FamilyStage stage;
    private CustomerNo mother;

    @BeforeEach
    void aMotherWithAnAccount() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new FamilyStage(mall, accounts, invitations, 3);
        mother = mall.member("mother", 0);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anAccountHasNoMoreOpenInvitationsThanPlacesUntilTheyAreUsedOrOver() {
        stage.of(mother);
        String first = stage.invite(mother);
        stage.invite(mother);
        stage.invite(mother);
        refused(() -> stage.invite(mother), SharingProblem.SHARING_INVITATIONS_MANY);
        CustomerNo child = stage.mall.member("child", 0);
        invitations.join(stage.member(child), first);
        stage.invite(mother);
        refused(() -> stage.invite(mother), SharingProblem.SHARING_INVITATIONS_MANY);
        clock.advance(Duration.ofDays(7));
        assertThat(stage.invite(mother)).isNotEmpty();
    }

    @Test
    void invitationsMadeAtOnceAreNoMoreEither() throws Exception {
        stage.of(mother);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> {
                try {
                    return !stage.invite(mother).isEmpty();
                } catch (Problem many) {
                    return false;
                }
            });
        }
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(calls)) {
                made += answer.get() ? 1 : 0;
            }
        }
        assertThat(made).isEqualTo(3);
    }

    @Test
    void whatIsOverIsSaidToBeForAMonthAndThenForgotten() {
        long account = stage.of(mother).id();
        String code = stage.invite(mother);
        CustomerNo child = stage.mall.member("child", 0);
        clock.advance(Duration.ofDays(8));
        refused(() -> invitations.join(stage.member(child), code), SharingProblem.SHARING_INVITATION_OVER);
        clock.advance(Duration.ofDays(30));
        sweep.wake();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !database.fetchExists(SHARED_INVITATION, SHARED_INVITATION.ACCOUNT_ID.eq(account)));
        refused(() -> invitations.join(stage.member(child), code), SharingProblem.SHARING_INVITATION_UNKNOWN);
    }

    @Test
    void aClosedAccountStillShowsWhoWasInIt() {
        CustomerNo aunt = stage.mall.member("aunt", 0);
        CustomerNo child = stage.mall.member("child", 0);
        long account = stage.of(mother, child, aunt).id();
        accounts.leave(stage.mall.coupons.brand, aunt);
        assertThat(former(account)).hasSize(1);
        clock.advance(Duration.ofDays(1));
        accounts.leave(stage.mall.coupons.brand, mother);
        JsonNode former = former(account);
        assertThat(former)
                .extracting(one -> one.path("customer").asInt())
                .containsExactly(mother.value(), child.value(), aunt.value());
        assertThat(former.path(0).path("holder").asBoolean()).isTrue();
        assertThat(former.path(2).path("leftAt").asString())
                .isLessThan(former.path(1).path("leftAt").asString());
        assertThat(stage.mall
                        .coupons
                        .operator
                        .get(new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger)
                                .path("/shared-accounts/" + account + "/former-people"))
                        .status())
                .as("of another brand")
                .isEqualTo(404);
    }

    private JsonNode former(long account) {
        return stage.mall
                .coupons
                .operator
                .get(stage.mall.path("/shared-accounts/" + account + "/former-people"))
                .json();
    }

    private static void refused(ThrowingCallable what, ProblemType why) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(why));
    }
}
