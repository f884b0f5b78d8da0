package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PERSON_EXPORT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Earlier copies of the person's data: the list of them is part of the next, and erasing removes the files.
@Component
@Order(80)
class ExportData implements PersonalData {

    private final ExportFiles files;
    private final Vault vault;

    ExportData(ExportFiles files, Vault vault) {
        this.files = files;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "earlier-copies";
    }

    @Override
    public Text title() {
        return new Text("以前生成过的个人信息副本", "Copies of the personal data made before");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PERSON_EXPORT));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(
                        PERSON_EXPORT.REASON,
                        PERSON_EXPORT.REQUESTED_AT,
                        PERSON_EXPORT.READY_AT,
                        PERSON_EXPORT.EXPIRES_AT,
                        PERSON_EXPORT.DOWNLOADS)
                .from(PERSON_EXPORT)
                .where(whose(person))
                .orderBy(PERSON_EXPORT.ID)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    /// Files first: after a kill in between, the rows still say which to remove.
    @Override
    public Erased erase(DSLContext transaction, Person person) {
        List<Long> ids = transaction
                .select(PERSON_EXPORT.ID)
                .from(PERSON_EXPORT)
                .where(whose(person))
                .forUpdate()
                .fetch(PERSON_EXPORT.ID);
        ids.forEach(files::remove);
        return Erased.all(
                transaction.deleteFrom(PERSON_EXPORT).where(whose(person)).execute());
    }

    private static Condition whose(Person person) {
        return PERSON_EXPORT.CUSTOMER_NO.eq(DSL.any(person.numberArray()));
    }
}
