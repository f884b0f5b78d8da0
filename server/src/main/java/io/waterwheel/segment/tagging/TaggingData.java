package io.waterwheel.segment.tagging;

import static io.waterwheel.segment.generated.Tables.TAGGING;

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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Mass taggings of a list that had been searched for the person: the search text goes. The tags themselves are
/// another store's.
@Component
@Order(77)
class TaggingData implements PersonalData {

    @Override
    public String name() {
        return "taggings";
    }

    @Override
    public Text title() {
        return new Text("按搜索本人的结果批量打标签的记录", "Mass taggings of a list that had been searched for the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(TAGGING));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        // A search text is what is known already.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        for (var tagging : transaction
                .select(TAGGING.ID, TAGGING.AUDIENCE)
                .from(TAGGING)
                .where("{0} #>> '{filter,q}' is not null", TAGGING.AUDIENCE)
                .fetch()) {
            if (mentions.in(tagging.value2().data())) {
                count += transaction
                        .update(TAGGING)
                        .set(TAGGING.AUDIENCE, DSL.field("{0} #- '{filter,q}'", JSONB.class, TAGGING.AUDIENCE))
                        .where(TAGGING.ID.eq(tagging.value1()))
                        .execute();
            }
        }
        return Erased.all(count);
    }
}
