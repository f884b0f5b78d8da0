package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_NOTICE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.intake.generated.tables.records.PlatformNoticeRecord;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Messages of platforms that wait for their order and name the person. They belong to nobody yet, so each is looked
/// through.
@Component
@Order(74)
class PlatformNoticeData implements PersonalData {

    private final Vault vault;

    PlatformNoticeData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "platform-notices";
    }

    @Override
    public Text title() {
        return new Text("等待订单的平台消息里提到本人的", "Platforms' messages that wait for their order and name the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PLATFORM_NOTICE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        for (PlatformNoticeRecord notice : naming(transaction, person)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("number", notice.getNumber());
            row.put("received_at", notice.getReceivedAt());
            row.put("message", vault.open(notice.getMessage()));
            rows.accept(row);
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        List<PlatformNoticeRecord> found = naming(transaction, person);
        found.forEach(notice -> transaction.executeDelete(notice));
        return Erased.all(found.size());
    }

    private List<PlatformNoticeRecord> naming(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        List<PlatformNoticeRecord> naming = new ArrayList<>();
        try (var waiting =
                transaction.selectFrom(PLATFORM_NOTICE).fetchSize(500).fetchLazy()) {
            waiting.forEach(notice -> {
                if (mentions.in(vault.open(notice.getMessage()))) {
                    naming.add(notice);
                }
            });
        }
        return naming;
    }
}
