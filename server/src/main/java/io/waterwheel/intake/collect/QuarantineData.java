package io.waterwheel.intake.collect;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Events in quarantine that name the person. They belong to nobody yet, so each is opened and looked through.
@Component
@Order(70)
class QuarantineData implements PersonalData {

    private final Vault vault;

    QuarantineData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public Text title() {
        return new Text("隔离区里提到本人的事件", "Events in quarantine that name the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(QUARANTINE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        each(transaction, person, (id, body) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("body", body);
            rows.accept(row);
        });
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        List<Long> found = new ArrayList<>();
        each(transaction, person, (id, body) -> found.add(id));
        return Erased.all(transaction
                .deleteFrom(QUARANTINE)
                .where(QUARANTINE.ID.eq(DSL.any(found.toArray(Long[]::new))))
                .execute());
    }

    private void each(DSLContext transaction, Person person, BiConsumer<Long, String> mentioned) {
        Mentions mentions = Mentions.of(person);
        try (var rows = transaction
                .select(QUARANTINE.ID, QUARANTINE.NAME, QUARANTINE.BODY, QUARANTINE.ENVELOPE, QUARANTINE.FIXED)
                .from(QUARANTINE)
                .orderBy(QUARANTINE.ID)
                .fetchSize(500)
                .fetchLazy()) {
            rows.forEach(row -> {
                String text = Stream.of(row.value2(), row.value3(), row.value4(), row.value5())
                        .filter(Objects::nonNull)
                        .map(part -> Vault.isSealed(part) ? vault.open(part) : part)
                        .collect(Collectors.joining("\n"));
                if (mentions.in(text)) {
                    mentioned.accept(row.value1(), text);
                }
            });
        }
    }
}
