package io.waterwheel.customer.person;

import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;

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
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What people here did with the person's record. That it was done stays on the trail; what somebody wrote as the
/// reason could tell of the person and goes.
@Component
@Order(82)
class TrailData implements PersonalData {

    private final Vault vault;

    TrailData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "handling";
    }

    @Override
    public Text title() {
        return new Text("员工对本人资料做过的操作（不含员工姓名）", "What staff did with the record (without their names)");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(AUDIT_ENTRY));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(AUDIT_ENTRY.AT, AUDIT_ENTRY.ACTION, AUDIT_ENTRY.DETAIL)
                .from(AUDIT_ENTRY)
                .where(whose(person))
                .orderBy(AUDIT_ENTRY.ID)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(transaction
                .update(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.DETAIL, DSL.field("{0} - 'reason' - 'why'", JSONB.class, AUDIT_ENTRY.DETAIL))
                .where(whose(person))
                .and(DSL.condition("jsonb_exists_any({0}, array['reason', 'why'])", AUDIT_ENTRY.DETAIL))
                .execute());
    }

    private static Condition whose(Person person) {
        return AUDIT_ENTRY.SUBJECT.in(
                person.numbers().stream().map(number -> "customer/" + number).toList());
    }
}
