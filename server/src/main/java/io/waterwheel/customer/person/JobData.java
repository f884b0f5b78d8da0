package io.waterwheel.customer.person;

import static io.waterwheel.kernel.generated.Tables.JOB;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Work whose title names the person, such as the import of a file that was called by a phone number.
@Component
@Order(83)
class JobData implements PersonalData {

    private final JsonMapper json;

    JobData(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "work";
    }

    @Override
    public Text title() {
        return new Text("标题里提到本人的任务", "Work whose title names the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(JOB));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        // A title is what is known already.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        JSONB nameless = JSONB.valueOf(json.writeValueAsString(Text.same("—")));
        long count = 0;
        for (var job : transaction.select(JOB.ID, JOB.TITLE).from(JOB).fetch()) {
            if (mentions.in(job.value2().data())) {
                count += transaction
                        .update(JOB)
                        .set(JOB.TITLE, nameless)
                        .where(JOB.ID.eq(job.value1()))
                        .execute();
            }
        }
        return Erased.all(count);
    }
}
