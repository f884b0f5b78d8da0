package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.TOMBSTONE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Requests to be forgotten. The request and its certificate stay as the proof; a reason that names the person does
/// not.
@Component
@Order(81)
class ErasureData implements PersonalData {

    private final Vault vault;

    ErasureData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "erasure-requests";
    }

    @Override
    public Text title() {
        return new Text("删除个人信息的申请", "Requests to erase the personal data");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(ERASURE), PersonalTable.nameOf(TOMBSTONE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(ERASURE.REASON, ERASURE.STATE, ERASURE.REQUESTED_AT)
                .from(ERASURE)
                .where(ERASURE.CUSTOMER_NO.in(person.numberArray()))
                .orderBy(ERASURE.ID)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        for (var row : transaction.selectFrom(ERASURE).fetch()) {
            if (mentions.in(row.getReason())) {
                count += transaction
                        .update(ERASURE)
                        .set(ERASURE.REASON, "—")
                        .where(ERASURE.ID.eq(row.getId()))
                        .execute();
            }
        }
        return Erased.all(count);
    }
}
