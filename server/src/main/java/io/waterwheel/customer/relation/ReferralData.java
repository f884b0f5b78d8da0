package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.REFERRAL;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who brought the person, and whom they brought: those keep their own story, without the name of who brought them.
@Component
@Order(17)
class ReferralData implements PersonalData {

    private final Vault vault;
    private final JsonMapper json;

    ReferralData(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public Text title() {
        return new Text("由谁推荐、推荐了谁", "Who brought the person, and when they brought others");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(REFERRAL));
    }

    /// When they brought somebody is told, not whom: that is another person's.
    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        Condition own = REFERRAL.CUSTOMER_NO.eq(DSL.any(person.numberArray()));
        transaction
                .select(REFERRAL.BRAND_ID, REFERRAL.AT, DSL.field(own).as("was_brought"))
                .from(REFERRAL)
                .where(own.or(byPerson(transaction, person)))
                .orderBy(REFERRAL.AT)
                .forEach(row -> rows.accept(PersonalTable.readable(row, vault)));
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Condition by = byPerson(transaction, person);
        List<Integer> brought = transaction
                .selectDistinct(REFERRAL.CUSTOMER_NO)
                .from(REFERRAL)
                .where(by)
                .fetch(REFERRAL.CUSTOMER_NO);
        forget(transaction, person, brought.toArray(Integer[]::new));
        return Erased.all(transaction
                .deleteFrom(REFERRAL)
                .where(REFERRAL.CUSTOMER_NO.eq(DSL.any(person.numberArray())).or(by))
                .execute());
    }

    /// Takes the person's name as referrer out of what is written of those they brought.
    private void forget(DSLContext transaction, Person person, Integer[] brought) {
        transaction
                .select(EVENT.POSITION, EVENT.BRAND_ID, EVENT.PROPERTIES)
                .from(EVENT)
                .where(EVENT.CUSTOMER_NO.in(
                        DSL.select(IDENTIFIER.NO).from(IDENTIFIER).where(IDENTIFIER.CUSTOMER_NO.eq(DSL.any(brought)))))
                .and(DSL.condition("jsonb_exists({0}, 'referrer')", EVENT.PROPERTIES))
                .fetch()
                .forEach(row -> {
                    ObjectNode properties =
                            (ObjectNode) json.readTree(row.value3().data());
                    boolean names = Referrer.named(properties.path("referrer"), vault)
                            .filter(referrer -> person.identifiers().contains(referrer))
                            .isPresent();
                    if (names) {
                        properties.remove("referrer");
                        transaction
                                .update(EVENT)
                                .set(EVENT.PROPERTIES, JSONB.valueOf(json.writeValueAsString(properties)))
                                .where(EVENT.POSITION.eq(row.value1()))
                                .execute();
                    }
                });
    }

    /// A referral names its referrer by the blind index of an identifier in its brand.
    private Condition byPerson(DSLContext transaction, Person person) {
        List<byte[]> blinds = new ArrayList<>();
        transaction
                .selectDistinct(REFERRAL.BRAND_ID)
                .from(REFERRAL)
                .forEach(row -> person.identifiers()
                        .forEach(identifier ->
                                blinds.add(Identifiers.blind(vault, new BrandId(row.value1()), identifier))));
        return REFERRAL.REFERRER.in(blinds);
    }
}
