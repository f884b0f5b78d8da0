package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Events that should never have come are taken back, and may come again.
@ServerTest
class RetractionStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final CustomerFilter ALL = new CustomerFilter(null, null, null, null, null, null, null, null);

    @Autowired
    private EventLog log;

    @Autowired
    private Retractions retractions;

    @Autowired
    private CustomerList list;

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
    void whatIsTakenBackCountsNowhereAndMayComeAgain() {
        NewEvent kept = TestEvents.order(brand, TestEvents.member("1"), "K1", "30.00", MARCH);
        NewEvent wrong = TestEvents.order(brand, TestEvents.member("1"), "W1", "900.00", MARCH);
        NewEvent stranger = TestEvents.order(brand, TestEvents.member("2"), "W2", "900.00", MARCH);
        NewEvent nobody = TestEvents.order(brand, Subject.NOBODY, "W3", "900.00", MARCH);
        log.append(List.of(kept, wrong, stranger, nobody));
        assertThat(warehouseSales()).isEqualTo(273_000);

        assertThat(takeBack(wrong, stranger, nobody)).isEqualTo(3);

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.orders()).isEqualTo(1);
            assertThat(row.netSales()).isEqualTo(3000);
        });
        assertThat(warehouseSales()).isEqualTo(3000);
        assertThat(takeBack(wrong, stranger, nobody)).as("taken back twice").isZero();

        assertThat(log.append(List.of(kept, wrong))).hasSize(2).first().isInstanceOf(EventLog.Appended.Duplicate.class);
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.orders()).isEqualTo(2));
        assertThat(warehouseSales()).isEqualTo(93_000);
    }

    private int takeBack(NewEvent... events) {
        List<String> ids = List.of(events).stream().map(NewEvent::messageId).toList();
        return retractions.retract(
                brand.id(),
                "test",
                ids,
                TestEvents.event(brand, Subject.NOBODY, EventNames.EVENTS_RETRACTED, MARCH, "{}"));
    }

    private List<CustomerRow> rows() {
        return list.page(brand.id(), ALL, new PageRequest(null, null)).items();
    }

    private long warehouseSales() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        return warehouse.read(database -> database.fetchSingle(
                        "select cast(coalesce(sum(amount), 0) as bigint) from orders where brand_id = {0}",
                        DSL.inline(brand.id().value()))
                .get(0, Long.class));
    }
}
