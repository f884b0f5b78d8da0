package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What was booked cannot be rewritten, not even by somebody at the database's own prompt.
@ServerTest
class ImmutableRowsTests {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update loyalty.posting set amount = amount * 2",
                "delete from loyalty.posting",
                "truncate loyalty.posting",
                "update loyalty.entry set points = 1000000",
                "update loyalty.entry set opened_no = 1",
                "update loyalty.entry set at = now()",
                "delete from loyalty.entry",
                "truncate loyalty.entry"
            })
    void nobodyRewritesTheBooks(String statement) {
        assertThatThrownBy(() -> database.execute(statement)).hasMessageContaining("never changed nor deleted");
    }

    @Test
    void onlyWhatAnEntryTellsOfAPersonCanBeEmptied() {
        PointsStage stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        CustomerNo li = stage.member("li");
        stage.earn(li, "SO-1", 120, null, null);
        for (String rewritten : List.of("'{\"order_id\": \"SO-2\"}'", "details - 'order_id' || '{\"note\": \"x\"}'")) {
            assertThatThrownBy(() -> database.execute("update loyalty.entry set details = " + rewritten
                            + " where brand_id = " + stage.brand.id().value()))
                    .hasMessageContaining("never changed nor deleted");
        }
        assertThat(database.execute("update loyalty.entry set details = '{}' where brand_id = "
                        + stage.brand.id().value()))
                .isEqualTo(1);
    }
}
