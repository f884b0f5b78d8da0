package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.Browser;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A brand's ledger as its people read it.
final class LedgerStage {

    private final CouponStage coupons;

    LedgerStage(CouponStage coupons) {
        this.coupons = coupons;
    }

    /// Available, pending, frozen and owed.
    List<Long> has(CustomerNo customer) {
        JsonNode told = read(coupons.operator, "/customers/" + customer + "/points");
        return List.of(
                told.path("available").asLong(),
                told.path("pending").asLong(),
                told.path("frozen").asLong(),
                told.path("debt").asLong());
    }

    /// Waits until rules have been booked as far as that.
    void untilHas(CustomerNo customer, long available, long pending, long debt) {
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(has(customer)).containsExactly(available, pending, 0L, debt));
    }

    /// The statement, the latest first: kind, points, what they moved, and why.
    List<String> statement(CustomerNo customer) {
        return statement(coupons.operator, customer);
    }

    List<String> statement(Browser reader, CustomerNo customer) {
        return read(reader, "/customers/" + customer + "/points/entries")
                .path("items")
                .valueStream()
                .map(LedgerStage::line)
                .toList();
    }

    /// Such as `mature 60 [available +60, pending -60] Became available`.
    private static String line(JsonNode line) {
        List<String> moved = new ArrayList<>();
        for (String side : List.of("available", "pending", "frozen", "debt")) {
            long by = line.path(side).asLong();
            if (by != 0) {
                moved.add(side + (by > 0 ? " +" : " ") + by);
            }
        }
        return line.path("kind").asString() + " " + line.path("points").asLong() + " " + moved + " "
                + line.path("why").asString();
    }

    /// When the latest line says it happened.
    String latestAt(CustomerNo customer) {
        return read(coupons.operator, "/customers/" + customer + "/points/entries")
                .at("/items/0/at")
                .asString();
    }

    /// What stands on an account of the trial balance.
    long stands(String account) {
        return read(coupons.operator, "/points/trial-balance")
                .path("accounts")
                .path(account)
                .asLong();
    }

    void addsUp() {
        assertThat(read(coupons.operator, "/points/reconciliation")
                        .path("differences")
                        .valueStream()
                        .toList())
                .isEmpty();
        assertThat(read(coupons.operator, "/points/trial-balance").path("sum").asLong(-1))
                .isZero();
    }

    private JsonNode read(Browser reader, String path) {
        Browser.Answer answer = reader.get(coupons.path(path));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
