package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.Text;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTests {

    private static final Names NAMES = new Names() {
        @Override
        public Optional<String> tag(String id) {
            return id.equals("1") ? Optional.of("重点") : Optional.empty();
        }

        @Override
        public Optional<String> segment(String id) {
            return id.equals("7") ? Optional.of("沉睡") : Optional.empty();
        }

        @Override
        public Optional<String> list(String id) {
            return id.equals("7") ? Optional.of("展会") : Optional.empty();
        }
    };

    @Test
    void groupsReadLikeASentence() {
        Condition shanghai = attribute("city", Operator.IS, "上海");
        Condition buyer = orders(Measure.COUNT, Bound.AT_LEAST, 2, new Last(90));
        reads(And.EVERYONE, "所有客户", "all customers");
        reads(
                new And(List.of(shanghai, buyer)),
                "城市是“上海”，且近 90 天下单不少于 2 次",
                "city is “上海” and at least 2 orders in the last 90 days");
        reads(
                new And(List.of(new Or(List.of(shanghai, buyer)), new Not(shanghai))),
                "（城市是“上海”，或近 90 天下单不少于 2 次），且不满足（城市是“上海”）",
                "(city is “上海” or at least 2 orders in the last 90 days) and not (city is “上海”)");
        reads(new Or(List.of(new And(List.of(shanghai)))), "城市是“上海”", "city is “上海”");
    }

    @Test
    void ordersReadWithTheirUnits() {
        reads(orders(Measure.COUNT, Bound.AT_MOST, 0, null), "下单不超过 0 次", "at most 0 orders");
        reads(
                orders(Measure.COUNT, Bound.AT_LEAST, 1, new Last(1)),
                "近 1 天下单不少于 1 次",
                "at least 1 order in the last day");
        reads(
                orders(
                        Measure.SUM,
                        Bound.AT_LEAST,
                        123_456_789,
                        new Between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31))),
                "2025-01-01 至 2025-03-31 净消费不少于 CNY 1,234,567.89",
                "net sales of at least CNY 1,234,567.89 from 2025-01-01 to 2025-03-31");
        reads(orders(Measure.RECENCY, Bound.AT_MOST, 30, null), "最近一次下单距今不超过 30 天", "last order at most 30 days ago");
        assertThat(Reading.of(orders(Measure.SUM, Bound.AT_MOST, -5, null), Currency.getInstance("JPY"), Names.NONE))
                .isEqualTo(new Text("净消费不超过 JPY -5", "net sales of at most JPY -5"));
    }

    @Test
    void everyComparisonOfAnAttributeReads() {
        reads(attribute("city", Operator.IS_NOT, "a"), "城市不是“a”", "city is not “a”");
        reads(attribute("city", Operator.IN, "a", "b"), "城市是“a”、“b”之一", "city is one of “a”, “b”");
        reads(attribute("city", Operator.NOT_IN, "a", "b"), "城市不是“a”、“b”中的任何一个", "city is none of “a”, “b”");
        reads(attribute("city", Operator.CONTAINS, "a"), "城市包含“a”", "city contains “a”");
        reads(attribute("gender", Operator.EXISTS), "有性别", "gender is known");
        reads(attribute("province", Operator.NOT_EXISTS), "没有省份", "province is not known");
        reads(
                attribute("birthday", Operator.AT_LEAST, "2000-01-01"),
                "生日不早于 2000-01-01",
                "birthday is not before 2000-01-01");
        reads(
                attribute("memberSince", Operator.AT_MOST, "2000-01-01"),
                "入会日期不晚于 2000-01-01",
                "member since is not after 2000-01-01");
        reads(attribute("attributes.level", Operator.AT_LEAST, "5"), "level不小于“5”", "level is not less than “5”");
        reads(attribute("reachableByWecom", Operator.IS, "true"), "企业微信可触达", "reachable by WeCom");
        reads(attribute("reachableByEmail", Operator.IS_NOT, "true"), "非“邮件可触达”", "not reachable by e-mail");
        reads(attribute("reachableByEmail", Operator.IS, "false"), "非“邮件可触达”", "not reachable by e-mail");
    }

    @Test
    void tagsAndSegmentsReadByTheirNames() {
        reads(tag(TagOperator.ANY, "1"), "有标签“重点”", "has the tag “重点”");
        reads(tag(TagOperator.ANY, "1", "2"), "有标签“重点”、“2”之一", "has one of the tags “重点”, “2”");
        reads(tag(TagOperator.ALL, "1", "2"), "同时有标签“重点”、“2”", "has all the tags “重点”, “2”");
        reads(tag(TagOperator.NONE, "1"), "没有标签“重点”", "has not the tag “重点”");
        reads(tag(TagOperator.NONE, "1", "2"), "没有标签“重点”、“2”中的任何一个", "has none of the tags “重点”, “2”");
        reads(new SegmentCondition("7"), "在人群“沉睡”中", "in the segment “沉睡”");
        reads(new SegmentCondition("8"), "在人群“8”中", "in the segment “8”");
    }

    @Test
    void listsReadByTheirNamesAndSharesByTheirKey() {
        reads(new ListCondition("7"), "在名单“展会”中", "on the list “展会”");
        reads(new ListCondition("8"), "在名单“8”中", "on the list “8”");
        reads(
                new Not(new ShareCondition("秋季", 0, 1_000)),
                "不满足（按“秋季”分流在 0–10% 之间）",
                "not (in the share 0–10% of “秋季”)");
        reads(new ShareCondition("k", 1_250, 10_000), "按“k”分流在 12.5–100% 之间", "in the share 12.5–100% of “k”");
    }

    @Test
    void anniversariesReadAsPeopleSayThem() {
        reads(anniversary("birthday", new NextDays(1)), "今天生日", "birthday today");
        reads(anniversary("birthday", new NextDays(7)), "未来 7 天内生日", "birthday within 7 days, today included");
        reads(anniversary("birthday", new MonthAhead(0)), "本月生日", "birthday this month");
        reads(anniversary("memberSince", new MonthAhead(1)), "下月入会周年", "anniversary as a member next month");
        reads(
                anniversary("memberSince", new MonthAhead(3)),
                "3 个月后的当月入会周年",
                "anniversary as a member in the month 3 months ahead");
    }

    @Test
    void aLongListIsToldByItsBeginning() {
        reads(
                attribute("city", Operator.IN, "a", "b", "c", "d", "e", "f", "g"),
                "城市是“a”、“b”、“c”、“d”、“e”等 7 项之一",
                "city is one of “a”, “b”, “c”, “d”, “e” … (7 values)");
    }

    private static void reads(Condition condition, String zh, String en) {
        assertThat(Reading.of(condition, Currency.getInstance("CNY"), NAMES)).isEqualTo(new Text(zh, en));
    }

    private static Condition tag(TagOperator operator, String... tags) {
        return new TagCondition(operator, List.of(tags));
    }

    private static Condition anniversary(String attribute, Ahead within) {
        return new AnniversaryCondition(attribute, within);
    }

    private static Condition attribute(String attribute, Operator operator, String... values) {
        return new AttributeCondition(attribute, operator, List.of(values));
    }

    private static Condition orders(Measure measure, Bound operator, long value, @Nullable Window window) {
        return new OrdersCondition(measure, operator, value, window);
    }
}
