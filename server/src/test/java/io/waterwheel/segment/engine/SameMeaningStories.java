package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Between;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.NextDays;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TagOperator;
import io.waterwheel.segment.now.CustomerNow;
import io.waterwheel.segment.now.CustomersNow;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What other products answer differently, asked of both engines: everybody at once and each customer alone.
@ServerTest
class SameMeaningStories {

    private static final CustomerFilter ANYBODY =
            new CustomerFilter(null, null, null, null, null, null, null, null, null);
    private static final Instant NOW = Instant.parse("2024-03-01T04:00:00Z");

    @Autowired
    private EventLog log;

    @Autowired
    private Tags tags;

    @Autowired
    private Customers customers;

    @Autowired
    private PresentCustomers present;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestBrands brands;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void whoseAttributeIsMissingIsFoundByTheOppositesAndByNothingElse() {
        CustomerNo hangzhou = told("a", "city", "杭州");
        CustomerNo nothing = seen("b");

        assertThat(members(city(Operator.IS_NOT, "上海"))).containsExactly(hangzhou, nothing);
        assertThat(members(city(Operator.IS_NOT, "杭州"))).containsExactly(nothing);
        assertThat(members(city(Operator.NOT_IN, "杭州", "上海"))).containsExactly(nothing);
        assertThat(members(new Not(city(Operator.CONTAINS, "州")))).containsExactly(nothing);
        assertThat(members(city(Operator.CONTAINS, "海"))).isEmpty();
        assertThat(members(city(Operator.NOT_EXISTS))).containsExactly(nothing);
        assertThat(members(attribute("birthday", Operator.AT_MOST, "2100-01-01")))
                .isEmpty();
        assertThat(members(attribute("birthday", Operator.IS_NOT, "2000-01-01")))
                .containsExactly(hangzhou, nothing);
    }

    @Test
    void aListOfTagsIsAskedForAnyForAllAndForNone() {
        var group = tags.createGroup(brand, "偏好", false, false).id();
        Tag tea = tags.create(brand, group, "茶", TagKind.PLAIN);
        Tag coffee = tags.create(brand, group, "咖啡", TagKind.PLAIN);
        CustomerNo both = seen("a");
        CustomerNo one = seen("b");
        CustomerNo none = seen("c");
        tag(both, tea);
        tag(both, coffee);
        tag(one, tea);

        assertThat(members(tagged(TagOperator.ANY, tea, coffee))).containsExactly(both, one);
        assertThat(members(tagged(TagOperator.ALL, tea, coffee))).containsExactly(both);
        assertThat(members(tagged(TagOperator.NONE, tea, coffee))).containsExactly(none);
        assertThat(members(new Not(tagged(TagOperator.ALL, tea, coffee)))).containsExactly(one, none);
    }

    @Test
    void caseWidthAndSpacesMakeNoDifference() {
        CustomerNo wide = told("a", "level", " ＶＩＰ５ ");
        CustomerNo narrow = told("b", "level", "vip5");
        CustomerNo kana = told("c", "level", "ｶﾞ");

        assertThat(members(attribute("attributes.level", Operator.IS, "Vip5"))).containsExactly(wide, narrow);
        assertThat(members(attribute("attributes.level", Operator.CONTAINS, "ガ")))
                .containsExactly(kana);
    }

    @Test
    void textIsNeverAPattern() {
        CustomerNo percent = told("a", "level", "100%");
        CustomerNo hundred = told("b", "level", "1000");
        CustomerNo star = told("c", "level", "a.*b");

        assertThat(members(attribute("attributes.level", Operator.CONTAINS, "%")))
                .containsExactly(percent);
        assertThat(members(attribute("attributes.level", Operator.CONTAINS, "_")))
                .isEmpty();
        assertThat(members(attribute("attributes.level", Operator.IS, "10__"))).isEmpty();
        assertThat(members(attribute("attributes.level", Operator.CONTAINS, ".*")))
                .containsExactly(star);
        assertThat(members(attribute("attributes.level", Operator.CONTAINS, "100")))
                .containsExactly(percent, hundred);
    }

    @Test
    void numbersAreComparedAsNumbersAndDaysAsDays() {
        CustomerNo nine = told("a", "level", "9");
        CustomerNo ten = told("b", "level", "１０.0");
        CustomerNo day = told("c", "level", "2024-02-29");
        told("d", "level", "gold");

        assertThat(members(attribute("attributes.level", Operator.AT_LEAST, "10")))
                .containsExactly(ten);
        assertThat(members(attribute("attributes.level", Operator.AT_MOST, "10.00")))
                .containsExactly(nine, ten);
        assertThat(members(attribute("attributes.level", Operator.AT_LEAST, "2024-01-01")))
                .containsExactly(day);
    }

    @Test
    void aWindowIsExactToTheSecondAndClosesByItself() {
        CustomerNo edge = ordered("a", "10.00", NOW.minus(Duration.ofDays(30)));
        Condition active = orders(Measure.COUNT, Bound.AT_LEAST, 1, 30);

        assertThat(members(active)).containsExactly(edge);
        assertThat(members(active, NOW.plusSeconds(1)))
                .as("nothing happened, and a second later they are out")
                .isEmpty();
        assertThat(members(new Not(active), NOW.plusSeconds(1))).containsExactly(edge);
        assertThat(members(orders(Measure.RECENCY, Bound.AT_MOST, 30), NOW.plus(Duration.ofHours(23))))
                .as("whole days of 24 hours")
                .containsExactly(edge);
        assertThat(members(orders(Measure.RECENCY, Bound.AT_MOST, 30), NOW.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void anEventThatComesLateCountsWhereItHappened() {
        CustomerNo late = ordered("a", "10.00", NOW.minusSeconds(60));
        assertThat(members(days("2024-01-05", "2024-01-05"))).isEmpty();

        ordered("a", "20.00", Instant.parse("2024-01-05T15:59:59Z"));
        assertThat(members(days("2024-01-05", "2024-01-05"))).containsExactly(late);
        assertThat(members(days("2024-01-06", "2024-01-06")))
                .as("the day is the brand's")
                .isEmpty();
        assertThat(members(orders(Measure.RECENCY, Bound.AT_MOST, 0)))
                .as("the last is the last by its own time")
                .containsExactly(late);
    }

    @Test
    void aRefundTakesMoneyBackAndNoOrderAndCountsWhenItWasGiven() {
        CustomerNo bought = ordered("a", "30.00", NOW.minus(Duration.ofDays(40)));
        CustomerNo none = seen("b");
        refunded("a", "30.00", NOW.minus(Duration.ofDays(2)));

        assertThat(members(orders(Measure.COUNT, Bound.AT_LEAST, 1))).containsExactly(bought);
        assertThat(members(orders(Measure.SUM, Bound.AT_MOST, 0))).containsExactly(bought, none);
        assertThat(members(orders(Measure.SUM, Bound.AT_MOST, -3_000, 30))).containsExactly(bought);
        assertThat(members(orders(Measure.SUM, Bound.AT_LEAST, 0, 30))).containsExactly(none);
        assertThat(members(orders(Measure.RECENCY, Bound.AT_LEAST, 0))).containsExactly(bought);
        assertThat(members(new Not(orders(Measure.RECENCY, Bound.AT_MOST, 1_000))))
                .containsExactly(none);
    }

    @Test
    void anOrderToldTwiceIsOneAndOneThatCostNothingIsNone() {
        CustomerNo twice = ordered("a", "10.00", NOW.minusSeconds(9));
        log.append(List.of(TestEvents.event(
                brand,
                user("a"),
                EventNames.ORDER_COMPLETED,
                NOW.minusSeconds(5),
                "{\"order_id\": \"a-10.00\", \"total\": 10}")));
        CustomerNo free = ordered("b", "0", NOW.minusSeconds(9));

        assertThat(members(orders(Measure.COUNT, Bound.AT_LEAST, 2))).isEmpty();
        assertThat(members(orders(Measure.SUM, Bound.AT_LEAST, 1_000))).containsExactly(twice);
        assertThat(members(orders(Measure.COUNT, Bound.AT_MOST, 0))).containsExactly(free);
    }

    @Test
    void whoTurnsOutToBeOnePersonHasTheOrdersOfBothAndIsAskedByEitherNumber() {
        String phone = "1660000%04d".formatted(brand.id().value());
        CustomerNo first = ordered("a", "10.00", NOW.minusSeconds(9));
        CustomerNo second = told(new Identifier(IdentifierKind.PHONE, phone), "city", "杭州");
        Condition both = new And(List.of(city(Operator.IS, "杭州"), orders(Measure.COUNT, Bound.AT_LEAST, 1)));
        assertThat(members(both)).isEmpty();

        append(TestEvents.event(
                brand,
                TestEvents.identified(
                        new Identifier(IdentifierKind.USER_ID, "a"), new Identifier(IdentifierKind.PHONE, phone)),
                EventNames.IDENTIFIED,
                NOW,
                "{}"));
        assertThat(members(both)).containsExactly(first);
        assertThat(now(NOW).meets(brand, second, both)).isTrue();
    }

    @Test
    void whoWasBornOnTheLeapDayHasABirthdayEveryYear() {
        CustomerNo leap = told("a", "birthday", "2000-02-29");
        Condition tomorrow = new AnniversaryCondition("birthday", new NextDays(1));

        assertThat(members(tomorrow, Instant.parse("2023-02-28T03:00:00Z"))).containsExactly(leap);
        assertThat(members(tomorrow, Instant.parse("2024-02-28T03:00:00Z"))).isEmpty();
        assertThat(members(tomorrow, Instant.parse("2024-02-29T03:00:00Z"))).containsExactly(leap);
    }

    private List<CustomerNo> members(Condition definition) {
        return members(definition, NOW);
    }

    /// By both engines, which must agree, in order of number.
    private List<CustomerNo> members(Condition definition, Instant now) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        RoaringBitmap all = engine(now).members(brand, definition).customers();
        List<CustomerNo> members = new ArrayList<>();
        for (int number : customers.matching(brand.id(), ANYBODY).toArray()) {
            CustomerNo customer = new CustomerNo(number);
            boolean meets = now(now).meets(brand, customer, definition);
            assertThat(meets).as("customer %s alone: %s", customer, definition).isEqualTo(all.contains(number));
            if (meets) {
                members.add(customer);
            }
        }
        return members;
    }

    private SegmentEngine engine(Instant now) {
        return SegmentEngines.over(warehouse, now);
    }

    private CustomerNow now(Instant now) {
        return CustomersNow.over(present, engine(now), now, (of, id) -> Optional.empty());
    }

    private static AttributeCondition city(Operator operator, String... values) {
        return attribute("city", operator, values);
    }

    private static AttributeCondition attribute(String name, Operator operator, String... values) {
        return new AttributeCondition(name, operator, List.of(values));
    }

    private static TagCondition tagged(TagOperator operator, Tag... some) {
        return new TagCondition(
                operator, Stream.of(some).map(tag -> tag.id().toString()).toList());
    }

    private static OrdersCondition orders(Measure measure, Bound operator, long value) {
        return new OrdersCondition(measure, operator, value, null);
    }

    private static OrdersCondition orders(Measure measure, Bound operator, long value, int lastDays) {
        return new OrdersCondition(measure, operator, value, new Last(lastDays));
    }

    private static OrdersCondition days(String from, String to) {
        return new OrdersCondition(
                Measure.COUNT, Bound.AT_LEAST, 1, new Between(LocalDate.parse(from), LocalDate.parse(to)));
    }

    private CustomerNo seen(String user) {
        return append(TestEvents.event(brand, user(user), "Page Viewed", NOW.minusSeconds(60), "{}"));
    }

    private CustomerNo told(String user, String attribute, String value) {
        return told(new Identifier(IdentifierKind.USER_ID, user), attribute, value);
    }

    private CustomerNo told(Identifier who, String attribute, String value) {
        return append(TestEvents.event(
                brand,
                TestEvents.identified(who),
                EventNames.IDENTIFIED,
                NOW.minusSeconds(60),
                JsonMapper.shared().writeValueAsString(Map.of(attribute, value))));
    }

    private CustomerNo ordered(String user, String total, Instant at) {
        return append(TestEvents.order(brand, user(user), user + "-" + total, total, at));
    }

    private void refunded(String user, String total, Instant at) {
        append(TestEvents.refund(brand, user(user), "back-" + user, total, at));
    }

    private void tag(CustomerNo customer, Tag tag) {
        tags.append(
                brand,
                List.of(TagChange.added(customer, tag, null, NOW, TagOrigin.MANUAL, "op", tag.id() + "-" + customer)));
    }

    private static Subject user(String user) {
        return TestEvents.identified(new Identifier(IdentifierKind.USER_ID, user));
    }

    private CustomerNo append(NewEvent event) {
        return Objects.requireNonNull(
                ((Appended.Written) log.append(List.of(event)).getFirst()).customer());
    }
}
