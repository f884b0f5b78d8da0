package io.waterwheel.wecom.handtask;

import static io.waterwheel.wecom.generated.Tables.GROUP_CHAT;
import static io.waterwheel.wecom.generated.Tables.HAND_TASK;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.wecom.directory.Directory;
import io.waterwheel.wecom.generated.tables.records.HandTaskRecord;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tasks as guides see them on their phone.
@Component
public class HandTaskList {

    private final DSLContext database;
    private final Customers customers;
    private final Directory directory;
    private final Vault vault;
    private final InstantSource clock;

    HandTaskList(DSLContext database, Customers customers, Directory directory, Vault vault, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.directory = directory;
        this.vault = vault;
        this.clock = clock;
    }

    /// The most urgent first. Relies on the index hand_task_of_brand.
    ///
    /// @param guide only this guide's; null for everybody's
    public Page<HandTask> open(Brand brand, @Nullable String guide, PageRequest page) {
        Condition which = HAND_TASK.STATE.eq(HandTaskState.OPEN.code()).and(HAND_TASK.DUE_AT.ge(clock.instant()));
        return list(brand, guide, which, page);
    }

    public Page<HandTask> done(Brand brand, @Nullable String guide, PageRequest page) {
        return list(brand, guide, HAND_TASK.STATE.eq(HandTaskState.DONE.code()), page);
    }

    private Page<HandTask> list(Brand brand, @Nullable String guide, Condition which, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 2);
        Condition some = HAND_TASK.BRAND_ID.eq(brand.id().value()).and(which);
        if (guide != null && !guide.isBlank()) {
            some = some.and(HAND_TASK.GUIDE.eq(guide));
        }
        if (cursor != null) {
            some = some.and(HAND_TASK
                    .DUE_AT
                    .gt(cursor.instant(0))
                    .or(HAND_TASK.DUE_AT.eq(cursor.instant(0)).and(HAND_TASK.ID.gt(cursor.number(1)))));
        }
        List<HandTaskRecord> found = database.selectFrom(HAND_TASK)
                .where(some)
                .orderBy(HAND_TASK.DUE_AT, HAND_TASK.ID)
                .limit(page.size() + 1)
                .fetch();
        Page<HandTaskRecord> rows = Page.of(found, page.size(), row -> Cursor.of(row.getDueAt(), row.getId()));
        Named named = names(brand, rows.items());
        return rows.map(row -> task(row, named));
    }

    /// One that has just changed.
    public HandTask one(Brand brand, HandTaskRecord row) {
        return task(row, names(brand, List.of(row)));
    }

    private record Named(
            Map<String, String> guides,
            Map<CustomerNo, CustomerNo> current,
            Map<CustomerNo, String> customers,
            Map<String, String> chats) {}

    private Named names(Brand brand, List<HandTaskRecord> rows) {
        List<CustomerNo> numbers = rows.stream()
                .map(HandTaskRecord::getCustomerNo)
                .filter(Objects::nonNull)
                .map(CustomerNo::new)
                .toList();
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        Map<CustomerNo, String> names = new HashMap<>();
        for (CustomerRow row : customers.rows(brand.id(), List.copyOf(current.values()))) {
            if (row.name() != null) {
                names.put(row.customerNo(), row.name());
            }
        }
        Map<String, String> guides = directory.names(
                brand, rows.stream().map(HandTaskRecord::getGuide).collect(Collectors.toSet()));
        List<String> chats = rows.stream()
                .map(HandTaskRecord::getChatId)
                .filter(Objects::nonNull)
                .toList();
        return new Named(guides, current, names, chatNames(brand, chats));
    }

    private Map<String, String> chatNames(Brand brand, List<String> chats) {
        return chats.isEmpty()
                ? Map.of()
                : database.select(GROUP_CHAT.CHAT_ID, GROUP_CHAT.NAME)
                        .from(GROUP_CHAT)
                        .where(GROUP_CHAT.BRAND_ID.eq(brand.id().value()))
                        .and(GROUP_CHAT.CHAT_ID.eq(DSL.any(chats.toArray(String[]::new))))
                        .fetchMap(GROUP_CHAT.CHAT_ID, GROUP_CHAT.NAME);
    }

    private HandTask task(HandTaskRecord row, Named named) {
        CustomerNo given = row.getCustomerNo() == null ? null : new CustomerNo(row.getCustomerNo());
        CustomerNo customer = given == null ? null : named.current.getOrDefault(given, given);
        return new HandTask(
                Long.toString(row.getId()),
                HandTaskKind.of(row.getKind()),
                row.getGuide(),
                named.guides.get(row.getGuide()),
                customer,
                customer == null ? named.chats.get(row.getChatId()) : named.customers.get(customer),
                vault.open(row.getSealedWords()),
                HandTaskState.of(row.getState()),
                row.getResult() == null ? null : HandTaskResult.of(row.getResult()),
                row.getSealedNote() == null ? null : vault.open(row.getSealedNote()),
                row.getDueAt(),
                row.getCreatedAt(),
                row.getToldAt(),
                row.getTellProblem(),
                row.getDoneAt(),
                row.getDoneBy());
    }
}
