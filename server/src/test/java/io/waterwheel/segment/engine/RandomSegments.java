package io.waterwheel.segment.engine;

import io.waterwheel.segment.WarehouseFixture.SoldLine;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.engine.NaiveEvaluator.Touch;
import io.waterwheel.segment.language.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Small random worlds and definitions, full of edges: times on window edges, unknown values, odd text.
final class RandomSegments {

    private static final List<String> TEXTS = List.of(
            "上海",
            " 上海 ",
            "ＳＨ",
            "sh",
            "Sh",
            "北京",
            "100%",
            "100",
            "1_0",
            "a'b",
            "a\"b",
            "a\\b",
            "%",
            "_",
            "５",
            "5",
            "5.0",
            "-3.5",
            "2024-02-29",
            "2024-02-30",
            "２０２４-03-01",
            "x; drop table orders",
            "{0}",
            "?",
            "İ",
            "ß",
            "ｶﾞ",
            "ガ",
            "㈱",
            "(株)");
    private static final List<String> KEYS =
            List.of("city", "province", "gender", "attributes.vip", "attributes.a'b", "attributes.{0}?");
    private static final List<String> DAY_KEYS = List.of("birthday", "memberSince", "firstSeenAt", "lastSeenAt");

    private static final List<String> SOLD =
            List.of("茶", "ＴＥＡ", "tea", " Tea ", "100%", "1_0", "a'b", "{0}?", "x; drop table orders", "茶具");

    private static final List<String> GUIDES = List.of("LiNa", "WangWei", "a'b");

    private static final List<Operator> ATTRIBUTE_OPERATORS = Stream.of(Operator.values())
            .filter(operator -> operator != Operator.HAS_ALL)
            .toList();

    private static final List<String> TAGS = List.of("1", "2", "3", "40");

    static final List<String> LISTS = List.of("1", "2");

    private final Random random;
    private final Instant now;
    private final ZoneId zone;
    private final List<String> segments;
    private final List<String> tags;
    private final RandomBehaviour behaviour;

    /// @param segments ids of segments that definitions may refer to
    RandomSegments(Random random, Instant now, ZoneId zone, List<String> segments) {
        this(random, now, zone, segments, TAGS);
    }

    /// @param tags ids of the tags that people may have
    RandomSegments(Random random, Instant now, ZoneId zone, List<String> segments, List<String> tags) {
        this.random = random;
        this.tags = tags;
        this.now = now;
        this.zone = zone;
        this.segments = segments;
        this.behaviour = new RandomBehaviour(random, this::time, this::window);
    }

    Person person(int number) {
        Map<String, String> texts = new HashMap<>();
        for (String key : KEYS) {
            if (random.nextInt(3) > 0) {
                texts.put(key.replaceFirst("^attributes\\.", ""), one(TEXTS));
            }
        }
        Instant first = time();
        Instant last = time();
        return new Person(
                number,
                texts,
                random.nextInt(3) == 0 ? null : yearsAgo(day()),
                first,
                last,
                random.nextBoolean() ? null : yearsAgo(time()),
                touches(),
                GUIDES.stream()
                        .filter(_ -> random.nextInt(3) == 0)
                        .collect(Collectors.toMap(guide -> guide, _ -> random.nextBoolean())),
                tags.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet()),
                purchases(5, 0),
                purchases(2, 1),
                behaviour.events());
    }

    private Map<TouchpointChannel, Touch> touches() {
        Map<TouchpointChannel, Touch> touches = new HashMap<>();
        for (TouchpointChannel channel : TouchpointChannel.values()) {
            if (random.nextInt(3) > 0) {
                Boolean allowed = random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextBoolean());
                touches.put(channel, new Touch(channel == TouchpointChannel.SMS || random.nextBoolean(), allowed));
            }
        }
        return touches;
    }

    private List<Purchase> purchases(int most, int least) {
        return IntStream.range(0, random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1))
                .mapToObj(_ -> purchase(least + 100L * random.nextInt(4)))
                .toList();
    }

    /// With lines, or without; the amount is seldom their sum.
    private Purchase purchase(long amount) {
        List<SoldLine> lines = IntStream.range(0, amount == 0 ? 0 : random.nextInt(4))
                .mapToObj(_ -> new SoldLine(
                        random.nextInt(4) == 0 ? null : one(SOLD),
                        random.nextInt(4) == 0 ? null : one(SOLD),
                        one(List.of("1", "2", "0.1", "0.999", "3.5")).transform(BigDecimal::new),
                        100L * random.nextInt(3)))
                .toList();
        return new Purchase(time(), amount, random.nextInt(3) == 0 ? null : one(SOLD), one(SOLD), lines);
    }

    Condition condition(int depth) {
        return switch (depth <= 0 ? random.nextInt(18) + 4 : random.nextInt(22)) {
            case 0, 1 -> new And(conditions(depth, 0));
            case 2 -> new Or(conditions(depth, 1));
            case 3 -> new Not(condition(depth - 1));
            case 4, 5 -> text();
            case 6 -> dayCondition();
            case 7 ->
                new AttributeCondition(
                        random.nextBoolean() ? "reachableByWecom" : "reachableByEmail",
                        random.nextBoolean() ? Operator.IS : Operator.IS_NOT,
                        List.of(String.valueOf(random.nextBoolean())));
            case 8 -> anniversary();
            case 9 -> new TagCondition(one(List.of(TagOperator.values())), some(tags));
            case 11 -> touchpoint();
            case 12 -> rfm();
            case 13 ->
                new LifecycleCondition(
                        many(LifecycleStage.values()),
                        random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(5)));
            case 14 ->
                new AiplCondition(
                        many(AiplStage.values()),
                        random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(10)));
            case 10 -> segments.isEmpty() ? orders() : new SegmentCondition(one(segments));
            case 15 -> behaviour.measured();
            case 16 -> behaviour.sequence();
            case 17 -> new ListCondition(one(LISTS));
            case 18 -> share();
            default -> orders();
        };
    }

    private Condition rfm() {
        RfmCuts cuts = random.nextBoolean()
                ? null
                : new RfmCuts(List.of(9, 5, 3, 0), List.of(1L, 2L, 3L, 5L), List.of(-100L, 0L, 300L, 500L));
        List<Integer> some = List.of(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5));
        return switch (random.nextInt(4)) {
            case 0 -> new RfmCondition(some, null, null, cuts);
            case 1 -> new RfmCondition(null, some, null, cuts);
            case 2 -> new RfmCondition(null, null, some, cuts);
            default -> new RfmCondition(some, List.of(1, 2, 3, 4, 5), some, cuts);
        };
    }

    private <T> List<T> many(T[] choices) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> one(List.of(choices)))
                .toList();
    }

    private Condition touchpoint() {
        TouchpointChannel channel = one(List.of(TouchpointChannel.values()));
        TouchpointState state = one(List.of(TouchpointState.values()));
        if (channel == TouchpointChannel.SMS && state == TouchpointState.LOST) {
            state = TouchpointState.HAS;
        }
        boolean guides = channel == TouchpointChannel.WECOM && state != TouchpointState.UNSUBSCRIBED;
        return new TouchpointCondition(channel, state, guides && random.nextBoolean() ? some(GUIDES) : null);
    }

    private Condition share() {
        int from = one(List.of(0, 0, 2_500, 9_999));
        return new ShareCondition(one(List.of("秋季", "k")), from, from + 1 + random.nextInt(10_000 - from));
    }

    /// Around today, and around the end of February of a leap year and of others.
    private Condition anniversary() {
        Ahead within = random.nextBoolean()
                ? new NextDays(one(List.of(1, 2, 7, 30, 335, 366)))
                : new MonthAhead(random.nextInt(12));
        return new AnniversaryCondition(random.nextBoolean() ? "birthday" : "memberSince", within);
    }

    private List<String> some(List<String> choices) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> one(choices))
                .toList();
    }

    private List<Condition> conditions(int depth, int least) {
        return IntStream.range(0, least + random.nextInt(4))
                .mapToObj(_ -> condition(depth - 1))
                .toList();
    }

    private Condition text() {
        String key = one(KEYS);
        Operator operator = one(ATTRIBUTE_OPERATORS);
        boolean size = operator == Operator.AT_LEAST || operator == Operator.AT_MOST;
        if (size) {
            return new AttributeCondition(
                    "attributes.vip", operator, List.of(one(List.of("5", "-3.50", "2024-03-01", "0", "１００"))));
        }
        return new AttributeCondition(key, operator, values(operator, TEXTS));
    }

    private Condition dayCondition() {
        Operator operator = one(ValueType.DATE.operators());
        List<String> days =
                IntStream.range(0, 4).mapToObj(_ -> day().toString()).toList();
        return new AttributeCondition(one(DAY_KEYS), operator, values(operator, days));
    }

    private List<String> values(Operator operator, List<String> from) {
        return switch (operator) {
            case EXISTS, NOT_EXISTS -> List.of();
            case IN, NOT_IN, CONTAINS, CONTAINS_NONE, HAS_ALL ->
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(_ -> one(from))
                        .toList();
            case IS, IS_NOT, AT_LEAST, AT_MOST -> List.of(one(from));
        };
    }

    private Condition orders() {
        Measure measure = one(List.of(Measure.values()));
        long value = switch (measure) {
            case COUNT -> random.nextInt(5);
            case SUM -> 100L * (random.nextInt(9) - 3) + random.nextInt(3) - 1;
            case AVERAGE -> 50L * (random.nextInt(9) - 2) + random.nextInt(3) - 1;
            case QUANTITY -> random.nextInt(7);
            case DISTINCT_PRODUCTS -> random.nextInt(4);
            case RECENCY, SINCE_FIRST -> random.nextInt(12);
        };
        List<OrderFilter> where = IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
                .mapToObj(_ -> new OrderFilter(
                        one(List.of(OrderFact.values())), one(List.of(FactOperator.values())), some(SOLD)))
                .toList();
        return new OrdersCondition(measure, one(List.of(Bound.values())), value, window(), where);
    }

    private @Nullable Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new Last(1 + random.nextInt(10));
            default -> {
                LocalDate from = day();
                yield new Between(from, from.plusDays(random.nextInt(4)));
            }
        };
    }

    /// Around now, often to the second on an edge of a relative window or of a day.
    private Instant time() {
        Instant edge = random.nextBoolean()
                ? now.minus(Duration.ofDays(random.nextInt(12)))
                : day().atStartOfDay(zone).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> edge;
            case 1 -> edge.minusSeconds(1);
            case 2 -> edge.plusSeconds(1);
            default -> edge.plusSeconds(random.nextInt(86_400));
        };
    }

    /// Often this very day, often the 29th of February.
    private LocalDate yearsAgo(LocalDate day) {
        return switch (random.nextInt(4)) {
            case 0 -> day;
            case 1 -> LocalDate.of(one(List.of(1996, 2020, 2024)), 2, 29);
            default -> day.minusYears(1 + random.nextInt(40)).plusDays(random.nextInt(366));
        };
    }

    private Instant yearsAgo(Instant at) {
        return random.nextBoolean() ? at : at.minus(Duration.ofDays(random.nextInt(2_000)));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, zone).minusDays(random.nextInt(12)).plusDays(1);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    List<Person> people(int many) {
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= many; number++) {
            people.add(person(number));
        }
        return people;
    }
}
