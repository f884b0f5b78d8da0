package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_SOURCE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Event and property names that a sender wrote the person into. Examples are values that several people share and
/// tell of nobody.
@Component
@Order(78)
class CatalogueData implements PersonalData {

    private static final List<TableField<?, String>> NAMES = List.of(
            CATALOGUE_EVENT.NAME,
            CATALOGUE_SOURCE.NAME,
            CATALOGUE_DAY.NAME,
            CATALOGUE_PROPERTY.NAME,
            CATALOGUE_PROPERTY.PROPERTY,
            CATALOGUE_PROPERTY_DAY.NAME,
            CATALOGUE_PROPERTY_DAY.PROPERTY);

    @Override
    public String name() {
        return "event-catalogue";
    }

    @Override
    public Text title() {
        return new Text("事件目录里写进了本人的名称", "Names in the event catalogue that somebody wrote the person into");
    }

    @Override
    public Set<String> tables() {
        return NAMES.stream().map(name -> PersonalTable.nameOf(table(name))).collect(Collectors.toSet());
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        // The timeline has each of them.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        for (TableField<?, String> name : NAMES) {
            List<String> naming = transaction.selectDistinct(name).from(table(name)).fetch(name).stream()
                    .filter(mentions::in)
                    .toList();
            if (!naming.isEmpty()) {
                count += transaction
                        .deleteFrom(table(name))
                        .where(name.in(naming))
                        .execute();
            }
        }
        return Erased.all(count);
    }

    private static Table<?> table(TableField<?, String> name) {
        return Objects.requireNonNull(name.getTable());
    }
}
