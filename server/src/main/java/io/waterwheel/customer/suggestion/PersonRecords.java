package io.waterwheel.customer.suggestion;

import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.linkage.PersonFields;
import io.waterwheel.customer.linkage.Records;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.privacy.Vault;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a brand's customers for linkage. Sealed values are opened here and never leave the process.
@Component
class PersonRecords {

    /// As many as fit into two gigabytes with some ease.
    static final int CUSTOMERS_MOST = 2_000_000;

    private static final int CHUNK = 5_000;
    private static final List<String> ADDRESSES = List.of("address", "street", "地址", "收货地址", "详细地址");

    private final DSLContext database;
    private final Identifiers identifiers;
    private final Vault vault;

    PersonRecords(DSLContext database, Identifiers identifiers, Vault vault) {
        this.database = database;
        this.identifiers = identifiers;
        this.vault = vault;
    }

    /// @param numbers the customer of each record
    record Read(int[] numbers, Records records) {}

    /// The newest customers first, so that those are compared when there are more than can be.
    Read read(BrandId brand, JobRun run) {
        long total = Math.min(CUSTOMERS_MOST, database.fetchCount(RELATION, RELATION.BRAND_ID.eq(brand.value())));
        Records.Builder records = new Records.Builder(PersonFields.fields());
        int[] numbers = new int[(int) total];
        int before = Integer.MAX_VALUE;
        while (records.size() < total) {
            run.checkStop();
            List<Record> chunk = chunk(brand, before, (int) Math.min(CHUNK, total - records.size()));
            if (chunk.isEmpty()) {
                break;
            }
            add(chunk, records, numbers);
            before = chunk.getLast().get(RELATION.CUSTOMER_NO);
            run.progress(records.size(), total, null);
        }
        return new Read(Arrays.copyOf(numbers, records.size()), records.build());
    }

    private List<Record> chunk(BrandId brand, int before, int limit) {
        return database.select(
                        RELATION.CUSTOMER_NO,
                        PROFILE.NAME,
                        PROFILE.BIRTHDAY,
                        PROFILE.GENDER,
                        PROFILE.CITY,
                        address().as("address"))
                .from(RELATION)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .where(RELATION.BRAND_ID.eq(brand.value()))
                .and(RELATION.CUSTOMER_NO.lt(before))
                .orderBy(RELATION.CUSTOMER_NO.desc())
                .limit(limit)
                .fetch()
                .map(row -> row);
    }

    /// Under whatever name it came first.
    static Field<@Nullable String> address() {
        return DSL.coalesce(
                attribute(ADDRESSES.getFirst()),
                ADDRESSES.stream().skip(1).map(PersonRecords::attribute).toArray(Field[]::new));
    }

    private static Field<String> attribute(String name) {
        return DSL.field("{0} -> {1} ->> 'value'", String.class, PROFILE.ATTRIBUTES, DSL.inline(name));
    }

    private void add(List<Record> chunk, Records.Builder records, int[] numbers) {
        List<CustomerNo> customers = chunk.stream()
                .map(row -> new CustomerNo(row.get(RELATION.CUSTOMER_NO)))
                .toList();
        Map<CustomerNo, List<String>> phones = identifiers.telling(IdentifierKind.PHONE, customers);
        Map<CustomerNo, List<String>> emails = identifiers.telling(IdentifierKind.EMAIL, customers);
        for (int i = 0; i < chunk.size(); i++) {
            Record row = chunk.get(i);
            LocalDate birthday = row.get(PROFILE.BIRTHDAY);
            int index = records.add(
                    0,
                    row.get(PROFILE.NAME),
                    birthday == null ? null : birthday.toString(),
                    gender(row.get(PROFILE.GENDER)),
                    newest(phones.get(customers.get(i))),
                    newest(emails.get(customers.get(i))),
                    row.get(PROFILE.CITY),
                    open(row.get("address", String.class)));
            numbers[index] = customers.get(i).value();
        }
    }

    private static @Nullable String newest(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /// WeCom's 1 and 2, and the words that sources use, in one form.
    private static @Nullable String gender(@Nullable String gender) {
        return gender == null
                ? null
                : switch (gender.strip().toLowerCase(java.util.Locale.ROOT)) {
                    case "1", "m", "male", "男" -> "male";
                    case "2", "f", "female", "女" -> "female";
                    default -> null;
                };
    }

    @Nullable
    String open(@Nullable String value) {
        return value != null && Vault.isSealed(value) ? vault.open(value) : value;
    }
}
