package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.sharing.SharedAccount;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A family spends its points together.
@ServerTest
class SharedAccountStories {

    private static final MallAddress HOME = new MallAddress("林小满", "13800001111", "中山东一路1号");

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
    private Mall mall;

    @Autowired
    private SharedAccounts accounts;

    @Autowired
    private SharedInvitations invitations;

    @Autowired
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrandWithFamilies() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        rule("family", true, 2, true);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theMotherOrdersWithTheChildsPointsAndBothStatementsSaySo() {
        CustomerNo mother = stage.member("mother", 60);
        CustomerNo child = stage.member("child", 50);
        family(mother, child);
        stage.coupons.told(mother, EventNames.SHARED_ACCOUNT_OPENED, 1);
        stage.coupons.told(child, EventNames.SHARED_ACCOUNT_JOINED, 1);
        assertThat(ledger.spendable(stage.coupons.brand.id(), mother)).isEqualTo(new Points(110));

        String cup = stage.goods("保温杯", 100, "'stock':5");
        MallOrdered ordered = mall.order(stage.coupons.brand, mother, new MallWish("one", cup, 1, null, HOME));
        assertThat(ordered).isInstanceOf(MallOrdered.Placed.class);
        assertThat(stage.points(mother)).isZero();
        assertThat(stage.points(child)).isEqualTo(10);
        assertThat(statement(child)).contains("40 of your points").doesNotContain("保温杯");
        assertThat(statement(mother)).contains("-60");

        String number = ((MallOrdered.Placed) ordered).order().number();
        mall.cancel(stage.coupons.brand, mother, number);
        assertThat(stage.points(mother)).isEqualTo(60);
        assertThat(stage.points(child)).isEqualTo(50);
        assertThat(statement(child)).contains("gave back 40 of your points");
    }

    @Test
    void manyAtOnceSpendNoMoreThanThereIs() throws Exception {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 50);
        family(mother, child);
        List<Callable<Boolean>> spenders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CustomerNo who = i % 2 == 0 ? mother : child;
            String key = "spend/" + i;
            spenders.add(() -> spend(who, key, 7));
        }
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(spenders)) {
                done += answer.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(14);
        assertThat(stage.points(mother) + stage.points(child)).isEqualTo(2);
    }

    @Test
    void anInvitationIsForOnePersonAndOneWeek() {
        CustomerNo mother = stage.member("mother", 0);
        CustomerNo child = stage.member("child", 0);
        CustomerNo aunt = stage.member("aunt", 0);
        accounts.open(stage.coupons.brand, SharedKind.FAMILY, mother);
        String first = invitations.invite(member(mother)).code();
        String second = invitations.invite(member(mother)).code();
        assertThat(invitations.look(stage.coupons.brand, first).people()).isEqualTo(1);
        refused(() -> invitations.join(member(mother), first), SharingProblem.SHARING_ALREADY);
        invitations.join(member(child), first);
        refused(() -> invitations.join(member(aunt), first), SharingProblem.SHARING_INVITATION_OVER);
        refused(() -> invitations.join(member(aunt), "made-up"), SharingProblem.SHARING_INVITATION_UNKNOWN);
        refused(() -> invitations.join(member(aunt), second), SharingProblem.SHARING_FULL);
        refused(() -> accounts.open(stage.coupons.brand, SharedKind.FAMILY, child), SharingProblem.SHARING_ALREADY);
        refused(() -> invitations.invite(member(child)), SharingProblem.SHARING_NOT_HOLDER);
        accounts.leave(stage.coupons.brand, child);
        stage.coupons.told(child, EventNames.SHARED_ACCOUNT_LEFT, 1);
        clock.advance(Duration.ofDays(7));
        refused(() -> invitations.join(member(aunt), second), SharingProblem.SHARING_INVITATION_OVER);
    }

    @Test
    void whileItIsOffOrForTheHolderAlonePeopleSpendTheirOwn() {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 10);
        family(mother, child);
        rule("family", true, 6, false);
        assertThat(spend(child, "a", 11)).isFalse();
        assertThat(spend(mother, "b", 51)).isTrue();
        rule("family", false, 6, true);
        assertThat(spend(child, "c", 10)).as("9 are left").isFalse();
        refused(
                () -> accounts.open(stage.coupons.brand, SharedKind.COMPANY, stage.member("boss", 0)),
                SharingProblem.SHARING_OFF);
    }

    @Test
    void theBrandSeesAnAccountRemovesSomebodyAndClosesIt() {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 10);
        long id = family(mother, child).id();
        Browser.Answer list = stage.coupons.operator.get(stage.path("/shared-accounts"));
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.json().path("items").path(0).path("points").asLong()).isEqualTo(60);
        assertThat(stage.coupons
                        .operator
                        .delete(stage.path("/shared-accounts/" + id + "/people/" + child))
                        .status())
                .isEqualTo(204);
        assertThat(accounts.of(stage.coupons.brand, child)).isEmpty();
        assertThat(stage.coupons
                        .operator
                        .post(stage.path("/shared-accounts/" + id + "/close"), null)
                        .status())
                .isEqualTo(204);
        stage.coupons.told(mother, EventNames.SHARED_ACCOUNT_CLOSED, 1);
        rule("company", true, 50, true);
        Browser.Answer opened = stage.coupons.operator.post(
                stage.path("/shared-accounts"), Map.of("kind", "company", "holder", mother.value()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    }

    @Test
    void whoTurnOutToBeOneStayInOneAccountAndComeApartWithIt() {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 10);
        CustomerNo other = stage.member("other", 10);
        family(mother, child);
        accounts.open(stage.coupons.brand, SharedKind.FAMILY, other);
        stage.coupons.operator.post(
                stage.path("/customers/" + mother + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        CustomerNo whole = customers.currentOf(other);
        assertThat(accounts.of(stage.coupons.brand, whole).orElseThrow().people())
                .hasSize(2);
        assertThat(spend(child, "a", 70)).isTrue();
        int low = Math.min(mother.value(), other.value());
        int high = Math.max(mother.value(), other.value());
        stage.coupons.operator.post(
                stage.path("/customers/" + whole + "/separate"), Map.of("low", low, "high", high, "why", "两人"));
        assertThat(accounts.of(stage.coupons.brand, mother)).isPresent();
        assertThat(accounts.of(stage.coupons.brand, other)).isEmpty();
    }

    @Test
    void twoOfOneFamilyWhoTurnOutToBeOneAreInItOnce() {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 10);
        family(mother, child);
        stage.coupons.operator.post(
                stage.path("/customers/" + child + "/merge"), Map.of("other", mother.value(), "why", "同一人"));
        assertThat(accounts.of(stage.coupons.brand, mother).orElseThrow().people())
                .singleElement()
                .satisfies(person -> assertThat(person.holder()).isTrue());
        assertThat(spend(child, "a", 60)).isTrue();
    }

    @Test
    void whenTheHolderIsForgottenTheAccountCloses() {
        CustomerNo mother = stage.member("mother", 50);
        CustomerNo child = stage.member("child", 10);
        family(mother, child);
        Browser.Answer asked =
                stage.coupons.admin.post(stage.path("/customers/" + mother + "/erasure"), Map.of("reason", "本人来信"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        await().atMost(CouponStage.PATIENCE.multipliedBy(3))
                .until(() -> accounts.of(stage.coupons.brand, child).isEmpty());
        stage.coupons.told(child, EventNames.SHARED_ACCOUNT_LEFT, 1);
        assertThat(spend(child, "a", 11)).isFalse();
    }

    private SharedAccount family(CustomerNo holder, CustomerNo other) {
        accounts.open(stage.coupons.brand, SharedKind.FAMILY, holder);
        return invitations.join(
                member(other), invitations.invite(member(holder)).code());
    }

    private boolean spend(CustomerNo who, String key, long points) {
        PointsCommand.Occasion occasion = new PointsCommand.Occasion(
                stage.coupons.brand.id(), who, key, clock.instant(), PointsReason.of("mall"));
        return ledger.book(List.of(new PointsCommand.Spend(occasion, new Points(points), PointsCommand.Payee.MALL)))
                        .getFirst()
                instanceof Booking.Booked;
    }

    private String statement(CustomerNo who) {
        return stage.coupons
                .operator
                .with("Accept-Language", "en")
                .get(stage.path("/customers/" + who + "/points/entries"))
                .text();
    }

    private Member member(CustomerNo customer) {
        return new Member(stage.coupons.brand, customer);
    }

    private void rule(String kind, boolean active, int most, boolean everybody) {
        Browser.Answer saved = stage.coupons.operator.put(
                stage.path("/shared-accounts/rules"),
                Map.of("kind", kind, "active", active, "most", most, "everybodySpends", everybody));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private static void refused(ThrowingCallable what, ProblemType why) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(why));
    }
}
