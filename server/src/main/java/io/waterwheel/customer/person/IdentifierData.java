package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// By what the person is known, in plain.
@Component
@Order(10)
class IdentifierData implements PersonalData {

    private final Vault vault;

    IdentifierData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "identifiers";
    }

    @Override
    public Text title() {
        return new Text("手机号、邮箱、会员号等标识及其来源", "Phone, e-mail, member number and the like, and where each came from");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(IDENTIFIER));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(IDENTIFIER.KIND, IDENTIFIER.SEALED.as("value"), IDENTIFIER.SOURCE, IDENTIFIER.FIRST_SEEN_AT)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .orderBy(IDENTIFIER.FIRST_SEEN_AT, IDENTIFIER.KIND)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    /// They go first of all, when a stone is put for each, so what is counted is whom we were asked to forget.
    @Override
    public Erased erase(DSLContext transaction, Person person) {
        transaction
                .deleteFrom(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .execute();
        return Erased.all(person.identifiers().size());
    }
}
