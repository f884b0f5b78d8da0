package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;
import static io.waterwheel.customer.generated.Tables.TAG;
import static io.waterwheel.customer.generated.Tables.TAG_GROUP;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The person's tags, those taken off again too.
@Component
@Order(16)
class TagData implements PersonalData {

    private final Vault vault;

    TagData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public Text title() {
        return new Text("标签，含已经去掉的", "Tags, those taken off again too");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(CUSTOMER_TAG));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(
                        CUSTOMER_TAG.BRAND_ID,
                        TAG_GROUP.NAME.as("group"),
                        TAG.NAME.as("tag"),
                        CUSTOMER_TAG.VALUE,
                        CUSTOMER_TAG.PRESENT,
                        CUSTOMER_TAG.ADDED_AT,
                        CUSTOMER_TAG.ADDED_ORIGIN,
                        CUSTOMER_TAG.REMOVED_AT,
                        CUSTOMER_TAG.REMOVED_ORIGIN)
                .from(CUSTOMER_TAG)
                .leftJoin(TAG)
                .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                .leftJoin(TAG_GROUP)
                .on(TAG_GROUP.ID.eq(TAG.GROUP_ID))
                .where(whose(person))
                .orderBy(CUSTOMER_TAG.BRAND_ID, CUSTOMER_TAG.TAG_ID)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(
                transaction.deleteFrom(CUSTOMER_TAG).where(whose(person)).execute());
    }

    private static Condition whose(Person person) {
        return CUSTOMER_TAG.CUSTOMER_NO.eq(DSL.any(person.numberArray()));
    }
}
