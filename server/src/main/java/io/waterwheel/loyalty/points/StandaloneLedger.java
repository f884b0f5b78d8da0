package io.waterwheel.loyalty.points;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.loyalty.PointsLedger;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/// The ledger without the rest of the product, of one brand whose customers never merge: for whoever measures
/// it.
public final class StandaloneLedger implements AutoCloseable {

    private final PostgresPointsLedger ledger;
    private final LotExpiry expiry;

    /// @param database one with the product's tables, whose connections are pooled
    public StandaloneLedger(DSLContext database, Brand brand, InstantSource clock) {
        Brands brands = new OneBrand(brand);
        this.ledger = new PostgresPointsLedger(
                new BatchWriter(
                        database,
                        new DeskReader(_ -> Map.of(), _ -> Set.of()),
                        new DeskRows(new MonthTotals(brands), JsonMapper.shared()),
                        clock),
                new Balances(database, clock),
                new SimpleMeterRegistry());
        this.expiry = new LotExpiry(database, brands, clock);
        ledger.start();
    }

    private record OneBrand(Brand brand) implements Brands {

        @Override
        public Brand byKey(String key) {
            return brand;
        }

        @Override
        public Brand get(BrandId id) {
            return brand;
        }

        @Override
        public List<Brand> all() {
            return List.of(brand);
        }

        @Override
        public Brand create(String key, String name, Currency currency, ZoneId zone) {
            throw new UnsupportedOperationException("there is one brand");
        }
    }

    public PointsLedger ledger() {
        return ledger;
    }

    /// @return how many lots expired
    public long expireAll() {
        return expiry.expireAll();
    }

    @Override
    public void close() {
        ledger.stop();
    }
}
