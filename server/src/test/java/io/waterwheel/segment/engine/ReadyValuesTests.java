package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.engine.LeafCache.Way;
import io.waterwheel.segment.language.*;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class ReadyValuesTests {

    private static final Instant NOW = Instant.parse("2025-06-30T16:00:00Z");
    private static final Condition SHANGHAI = new AttributeCondition("city", Operator.IN, List.of("上海", "ＳＨ"));
    private static final Condition REGULAR = new TagCondition(TagOperator.ANY, List.of("5"));
    private static final Condition GOLD = new AttributeCondition("attributes.level", Operator.IS, List.of("金"));

    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LeafCache cache = new LeafCache(10_000_000, meters);
    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final Brand other = WarehouseFixture.brand(2, "Asia/Shanghai");
    private ReadyValues ready = new ReadyValues(10_000_000, meters);

    @BeforeEach
    void twoPeople() {
        person(1, "上海", "金").tag(brand, 1, 5);
        person(2, "sh", "银").tag(other, 2, 5);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void tagsAndTextsAreAnsweredFromWhatIsKeptReady() {
        engine().keepReady(brand);
        long scanned = cache.count(Way.SCANNED);
        assertThat(members(SHANGHAI)).containsExactly(1, 2);
        assertThat(members(REGULAR))
                .as("another brand's tag of the same number")
                .containsExactly(1);
        assertThat(members(new Not(REGULAR))).containsExactly(2);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
        assertThat(cache.count(Way.READY)).isEqualTo(3);
    }

    @Test
    void whatChangesIsThereAtOnce() {
        engine().keepReady(brand);
        long scanned = cache.count(Way.SCANNED);
        warehouse.forget(1);
        person(1, "北京", "金");
        person(3, "上海", null).tag(brand, 3, 5).tag(brand, 3, 6);
        assertThat(members(SHANGHAI)).containsExactly(2, 3);
        assertThat(members(REGULAR)).containsExactly(3);
        assertThat(members(new TagCondition(TagOperator.ANY, List.of("6"))))
                .as("a tag nobody had before")
                .containsExactly(3);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void anAttributeOfOnesOwnIsReadyAsSoonAsSomebodyHasIt() {
        engine().keepReady(brand);
        long scanned = cache.count(Way.SCANNED);
        assertThat(members(GOLD)).containsExactly(1);
        warehouse
                .customer(3, null, null, "上海", null, Map.of("level", "金", "skin", "干性"))
                .relation(brand, 3, NOW, null, false, false);
        assertThat(members(GOLD)).containsExactly(1, 3);
        engine().keepReady(brand);
        assertThat(members(new AttributeCondition("attributes.skin", Operator.EXISTS, List.of())))
                .as("a name that nobody had before")
                .containsExactly(3);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void anAttributeOfOnesOwnIsReadyOnceItWasAskedForTwice() {
        assertThat(members(GOLD)).containsExactly(1);
        assertThat(members(new AttributeCondition("attributes.level", Operator.IS, List.of("银"))))
                .containsExactly(2);
        long scanned = cache.count(Way.SCANNED);
        assertThat(members(new AttributeCondition("attributes.level", Operator.IS_NOT, List.of("金"))))
                .containsExactly(2);
        assertThat(members(new AttributeCondition("attributes.level", Operator.EXISTS, List.of())))
                .containsExactly(1, 2);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void whereThereIsNoRoomItIsScanned() {
        ready = new ReadyValues(10, meters);
        engine().keepReady(brand);
        assertThat(ready.bytes()).isZero();
        assertThat(members(SHANGHAI)).containsExactly(1, 2);
        assertThat(members(REGULAR)).containsExactly(1);
        assertThat(cache.count(Way.READY)).isZero();
    }

    @Test
    void answersTakeNoMoreThanTheyMayAndSayHowMuchTheyTake() {
        LeafCache small = new LeafCache(20_000);
        for (int tag = 0; tag < 100; tag++) {
            Leaf leaf = new Leaf.Tagged(tag);
            var customers = new RoaringBitmap();
            customers.add(0L, 1_000L);
            small.keep(brand.id(), leaf, new LeafCache.Answer(leaf, 1, customers), Way.SCANNED);
        }
        assertThat(small.bytes()).isPositive().isLessThanOrEqualTo(20_000);
        members(SHANGHAI);
        engine().keepReady(brand);
        assertThat(meters.get("segment.leaf.answered")
                        .tag("by", "scanned")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("segment.ready.size").gauge().value()).isPositive();
    }

    @Test
    void anAnswerOfOlderDataDoesNotTakeThePlaceOfANewerOne() {
        Leaf leaf = new Leaf.Tagged(5);
        var none = new RoaringBitmap();
        LeafCache.Answer newer = new LeafCache.Answer(leaf, 7, none);
        cache.keep(brand.id(), leaf, newer, Way.SCANNED);
        cache.keep(brand.id(), leaf, new LeafCache.Answer(leaf, 6, none), Way.SCANNED);
        assertThat(cache.find(brand.id(), leaf)).isSameAs(newer);
    }

    private WarehouseFixture person(int number, String city, @Nullable String level) {
        return warehouse
                .customer(number, null, null, city, null, level == null ? Map.of() : Map.of("level", level))
                .relation(brand, number, NOW, null, false, false);
    }

    private SegmentEngine engine() {
        return new SegmentEngine(
                warehouse,
                cache,
                ready,
                (of, id) -> Optional.empty(),
                new HeldSets(SegmentEngines.LISTS, 1_000_000),
                InstantSource.fixed(NOW));
    }

    private List<Integer> members(Condition condition) {
        List<Integer> members = new ArrayList<>();
        engine().members(brand, condition).customers().forEach((int customer) -> members.add(customer));
        return members;
    }
}
