package io.waterwheel.warehouse.duckdb;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.kernel.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The columnar copy. It holds nothing the log does not, so an export has it already; erasing takes the person out of
/// the rows the same way as out of the log, so that a copy made anew is the same.
@Component
@Order(90)
class WarehouseData implements PersonalData {

    private static final Duration LAG_MOST = Duration.ofSeconds(20);

    private final DuckDbWarehouse warehouse;

    WarehouseData(DuckDbWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public String name() {
        return "warehouse";
    }

    @Override
    public Text title() {
        return new Text("分析库（时间线的副本，没有另外的内容）", "The warehouse (a copy of the timeline, nothing else)");
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        // Nothing of its own.
    }

    /// Only when everything the log said before has arrived: what arrives later is without the person.
    @Override
    public Erased erase(DSLContext transaction, Person person) {
        if (!warehouse.catchUp(LAG_MOST)) {
            return new Erased(0, true);
        }
        return Erased.all(warehouse.erase(person.numbers()));
    }
}
