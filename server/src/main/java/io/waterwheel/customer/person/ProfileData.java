package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What is known of the person, each attribute with its source.
@Component
@Order(11)
class ProfileData implements PersonalData {

    private final Vault vault;

    ProfileData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "attributes";
    }

    @Override
    public Text title() {
        return new Text("资料：姓名、生日、城市等，以及每一项由谁提供", "What is known: name, birthday, city and so on, and who said each");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PROFILE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        transaction
                .select(PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .orderBy(PROFILE.CUSTOMER_NO)
                .forEach(row -> {
                    Object attributes = PersonalTable.readable(row, vault).get("attributes");
                    if (attributes instanceof Map<?, ?> byName) {
                        byName.forEach((name, told) -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("attribute", name);
                            if (told instanceof Map<?, ?> parts) {
                                one.put("value", parts.get("value"));
                                one.put("source", parts.get("source"));
                                parts.forEach((key, value) -> one.put(String.valueOf(key), value));
                            } else {
                                one.put("value", told);
                            }
                            rows.accept(one);
                        });
                    }
                });
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(transaction
                .deleteFrom(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .execute());
    }
}
