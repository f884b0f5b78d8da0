package io.waterwheel.exchange.webhook;

import static io.waterwheel.exchange.generated.Tables.DEAD_LETTER;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The person's events that wait to be delivered once more. Looked for before the timeline forgets whose they are.
@Component
@Order(55)
class DeadLetterData implements PersonalData {

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public Text title() {
        return new Text("没能推送给其他系统的事件", "Events that could not be delivered to other systems");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(DEAD_LETTER));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        // The timeline has each of them.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(
                transaction.deleteFrom(DEAD_LETTER).where(whose(person)).execute());
    }

    private static Condition whose(Person person) {
        return DEAD_LETTER.POSITION.in(
                DSL.select(EVENT.POSITION).from(EVENT).where(EVENT.CUSTOMER_NO.eq(DSL.any(person.numberArray()))));
    }
}
