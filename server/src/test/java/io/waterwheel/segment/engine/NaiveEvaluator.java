package io.waterwheel.segment.engine;

import io.waterwheel.kernel.Sha256;
import io.waterwheel.segment.WarehouseFixture.SoldLine;
import io.waterwheel.segment.language.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The meaning of a definition for one customer, written as slowly and plainly as the documentation says it.
record NaiveEvaluator(
        Instant now,
        ZoneId zone,
        Map<String, Condition> segments,
        Map<String, RoaringBitmap> lists,
        List<Person> people) {

    /// @param lines of an order of nothing there are none
    record Purchase(Instant at, long amount, @Nullable String store, String channel, List<SoldLine> lines) {}

    record Person(
            int number,
            Map<String, String> texts,
            @Nullable LocalDate birthday,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant memberSince,
            Map<TouchpointChannel, Touch> touches,
            Map<String, Boolean> guides,
            Set<String> tags,
            List<Purchase> orders,
            List<Purchase> refunds,
            List<Happening> events) {}

    /// @param properties by path, as the warehouse has them
    record Happening(String name, Instant at, Map<String, List<String>> properties) {}

    /// How it stands with one channel.
    ///
    /// @param allowed what was said last about marketing by it; null when nothing was
    /// @param works   whether it works
    record Touch(boolean works, @Nullable Boolean allowed) {}

    boolean meets(Person person, Condition condition) {
        return switch (condition) {
            case And(List<Condition> all) -> all.stream().allMatch(one -> meets(person, one));
            case Or(List<Condition> any) -> any.stream().anyMatch(one -> meets(person, one));
            case Not(Condition inner) -> !meets(person, inner);
            case AttributeCondition attribute -> attribute(person, attribute);
            case AnniversaryCondition anniversary -> anniversary(person, anniversary);
            case TagCondition tag ->
                switch (tag.operator()) {
                    case ANY -> tag.tags().stream().anyMatch(person.tags::contains);
                    case ALL -> person.tags.containsAll(tag.tags());
                    case NONE -> tag.tags().stream().noneMatch(person.tags::contains);
                };
            case OrdersCondition orders -> orders(person, orders);
            case TouchpointCondition touchpoint -> touchpoint(person, touchpoint);
            case RfmCondition rfm -> new NaiveStages(this).rfm(person, rfm);
            case LifecycleCondition lifecycle -> new NaiveStages(this).lifecycle(person, lifecycle);
            case AiplCondition aipl -> new NaiveStages(this).aipl(person, aipl);
            case EventsCondition events -> new NaiveBehaviour(this).measured(person, events);
            case SequenceCondition sequence -> new NaiveBehaviour(this).followed(person, sequence);
            case SegmentCondition(String segment) -> meets(person, Objects.requireNonNull(segments.get(segment)));
            case ListCondition(String list) ->
                Objects.requireNonNull(lists.get(list)).contains(person.number);
            case ShareCondition share -> share(person, share);
        };
    }

    private boolean touchpoint(Person person, TouchpointCondition asked) {
        Touch touch = person.touches.get(asked.channel());
        boolean refused = touch != null && Boolean.FALSE.equals(touch.allowed);
        if (!asked.friendsOf().isEmpty()) {
            List<Boolean> friendships = person.guides.entrySet().stream()
                    .filter(friend -> asked.friendsOf().stream()
                            .anyMatch(guide -> fold(guide).equals(fold(friend.getKey()))))
                    .map(Map.Entry::getValue)
                    .toList();
            return switch (asked.state()) {
                case HAS -> !friendships.isEmpty();
                case REACHABLE -> friendships.contains(true) && !refused;
                case LOST -> !friendships.isEmpty() && !friendships.contains(true);
                case UNSUBSCRIBED -> throw new IllegalStateException("no guides");
            };
        }
        return switch (asked.state()) {
            case HAS -> touch != null;
            case REACHABLE -> reachable(person, asked.channel());
            case UNSUBSCRIBED -> refused;
            case LOST -> touch != null && !touch.works;
        };
    }

    private static boolean reachable(Person person, TouchpointChannel channel) {
        Touch touch = person.touches.get(channel);
        boolean asks = channel != TouchpointChannel.WECOM;
        return touch != null && touch.works && (touch.allowed == null ? !asks : Boolean.TRUE.equals(touch.allowed));
    }

    /// As the documentation says it: SHA-256 over `share/`, the key, `/` and the number in four bytes; the first eight
    /// bytes of it, unsigned, modulo ten thousand.
    private static boolean share(Person person, ShareCondition asked) {
        byte[] word = ("share/" + asked.key() + "/").getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(word, word.length + 4);
        for (int i = 0; i < 4; i++) {
            message[word.length + i] = (byte) (person.number >> 8 * (3 - i));
        }
        byte[] hash = Sha256.digest().digest(message);
        int part = new BigInteger(1, Arrays.copyOf(hash, 8))
                .mod(BigInteger.valueOf(10_000))
                .intValue();
        return part >= asked.from() && part < asked.to();
    }

    /// Day by day: on which day of which year is it celebrated?
    private boolean anniversary(Person person, AnniversaryCondition asked) {
        LocalDate known = asked.attribute().equals("birthday") ? person.birthday : day(person.memberSince);
        LocalDate today = LocalDate.ofInstant(now, zone);
        return known != null
                && IntStream.rangeClosed(-31, 400).mapToObj(today::plusDays).anyMatch(day -> {
                    boolean within = switch (asked.within()) {
                        case NextDays(int days) -> !day.isBefore(today) && day.isBefore(today.plusDays(days));
                        case MonthAhead(int months) ->
                            YearMonth.from(day).equals(YearMonth.from(today).plusMonths(months));
                    };
                    int years = day.getYear() - known.getYear();
                    return within && years > 0 && known.plusYears(years).equals(day);
                });
    }

    private boolean attribute(Person person, AttributeCondition asked) {
        return switch (asked.attribute()) {
            case "birthday" -> compared(person.birthday, asked, this::sameDay, NaiveEvaluator::days);
            case "memberSince" -> compared(day(person.memberSince), asked, this::sameDay, NaiveEvaluator::days);
            case "firstSeenAt" -> compared(day(person.firstSeen), asked, this::sameDay, NaiveEvaluator::days);
            case "lastSeenAt" -> compared(day(person.lastSeen), asked, this::sameDay, NaiveEvaluator::days);
            case "reachableByWecom" ->
                compared(
                        reachable(person, TouchpointChannel.WECOM),
                        asked,
                        (a, b) -> a.toString().equals(b),
                        null);
            case "reachableByEmail" ->
                compared(
                        reachable(person, TouchpointChannel.EMAIL),
                        asked,
                        (a, b) -> a.toString().equals(b),
                        null);
            default -> {
                String key = asked.attribute().replaceFirst("^attributes\\.", "");
                String known = person.texts.get(key);
                yield compared(
                        known == null || known.isBlank() ? null : known,
                        asked,
                        (a, b) -> fold(a).equals(fold(b)),
                        NaiveEvaluator::sizes);
            }
        };
    }

    private boolean sameDay(LocalDate known, String value) {
        return known.toString().equals(value);
    }

    /// Compares, or answers nothing when the two have no common measure.
    interface Sizes<T> {
        @Nullable
        Integer compare(T known, String value);
    }

    private <T> boolean compared(
            @Nullable T known, AttributeCondition asked, BiPredicate<T, String> same, @Nullable Sizes<T> sizes) {
        List<String> values = asked.values();
        return switch (asked.operator()) {
            case EXISTS -> known != null;
            case NOT_EXISTS -> known == null;
            case IS, IN -> known != null && values.stream().anyMatch(value -> same.test(known, value));
            case IS_NOT, NOT_IN -> known == null || values.stream().noneMatch(value -> same.test(known, value));
            case CONTAINS ->
                known != null
                        && values.stream()
                                .anyMatch(value -> fold(known.toString()).contains(fold(value)));
            case CONTAINS_NONE ->
                known == null
                        || values.stream()
                                .noneMatch(value -> fold(known.toString()).contains(fold(value)));
            case HAS_ALL -> throw new AssertionError("not of an attribute");
            case AT_LEAST, AT_MOST -> {
                Integer size =
                        known == null ? null : Objects.requireNonNull(sizes).compare(known, values.getFirst());
                yield size != null && (asked.operator() == Operator.AT_LEAST ? size >= 0 : size <= 0);
            }
        };
    }

    private static Integer days(LocalDate known, String value) {
        return known.compareTo(LocalDate.parse(value));
    }

    static @Nullable Integer sizes(String known, String value) {
        BigDecimal number = number(known);
        BigDecimal other = number(value);
        if (number != null && other != null) {
            return number.compareTo(other);
        }
        LocalDate day = date(known);
        LocalDate otherDay = date(value);
        return day != null && otherDay != null ? Integer.valueOf(day.compareTo(otherDay)) : null;
    }

    static @Nullable BigDecimal number(String text) {
        String folded = fold(text);
        return folded.matches("[+-]?[0-9]{1,18}([.][0-9]{1,9})?") ? new BigDecimal(folded) : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(fold(text));
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private boolean orders(Person person, OrdersCondition asked) {
        return new NaiveOrders(now, asked, at -> inside(at, asked.window())).meets(person);
    }

    boolean inside(Instant at, @Nullable Window window) {
        return switch (window) {
            case null -> true;
            case Last last -> !at.isBefore(now.minusSeconds(last.days() * 86_400L)) && !at.isAfter(now);
            case Between between -> {
                LocalDate day = LocalDate.ofInstant(at, zone);
                yield !day.isBefore(between.from()) && !day.isAfter(between.to());
            }
        };
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
