package io.waterwheel.customer.person;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The person's events on the log. Erasing leaves each in its place, so that positions stay without gaps and the
/// books stay whole, and takes out of it everything that tells of the person (see [Anonymous]).
@Component
@Order(60)
class TimelineData implements PersonalData {

    private static final int BATCH = 5_000;

    private final Vault vault;
    private final Anonymous anonymous;

    TimelineData(Vault vault, Anonymous anonymous) {
        this.vault = vault;
        this.anonymous = anonymous;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Text title() {
        return new Text("时间线：发生过的一切，含我们发出的消息", "The timeline: everything that happened, our messages included");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(EVENT));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        try (var found = transaction
                .select(
                        EVENT.AT,
                        EVENT.RECEIVED_AT,
                        EVENT.BRAND_ID,
                        EVENT.NAME,
                        EVENT.SOURCE,
                        EVENT.MESSAGE_ID,
                        EVENT.PROPERTIES,
                        EVENT.CONTEXT)
                .from(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .orderBy(EVENT.AT, EVENT.POSITION)
                .fetchSize(1_000)
                .fetchLazy()) {
            found.forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        RowSet rows = new RowSet(EVENT.POSITION, EVENT.NAME, EVENT.PROPERTIES);
        int count = 0;
        for (EventRecord event : transaction
                .selectFrom(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .limit(BATCH)) {
            count++;
            rows.row(
                    event.getPosition(),
                    anonymous.name(event.getName()),
                    JSONB.valueOf(anonymous.properties(
                            event.getName(), event.getProperties().data())));
        }
        if (count > 0) {
            RowSet.Given given = rows.as("given");
            transaction
                    .update(EVENT)
                    .setNull(EVENT.CUSTOMER_NO)
                    .set(EVENT.NAME, given.field(EVENT.NAME))
                    .set(EVENT.MESSAGE_ID, Anonymous.MESSAGE_ID)
                    .set(EVENT.IDENTIFIED_BY, (short) 0)
                    .set(EVENT.PROPERTIES, given.field(EVENT.PROPERTIES))
                    .set(EVENT.CONTEXT, JSONB.valueOf("{}"))
                    .from(given.table())
                    .where(EVENT.POSITION.eq(given.field(EVENT.POSITION)))
                    .execute();
        }
        return new Erased(count, count == BATCH);
    }
}
