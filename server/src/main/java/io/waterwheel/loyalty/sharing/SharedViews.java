package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.generated.tables.records.SharedAccountRecord;
import io.waterwheel.loyalty.generated.tables.records.SharedPersonRecord;
import io.waterwheel.loyalty.member.MaskedNames;
import io.waterwheel.loyalty.sharing.SharedAccount.FormerSharedPerson;
import io.waterwheel.loyalty.sharing.SharedAccount.SharedPerson;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Shared accounts as people see them.
@Component
public class SharedViews {

    private static final int MOST_FORMER = 500;

    private final DSLContext database;
    private final MaskedNames names;
    private final PointsLedger ledger;

    SharedViews(DSLContext database, MaskedNames names, PointsLedger ledger) {
        this.database = database;
        this.names = names;
        this.ledger = ledger;
    }

    /// The newest first.
    public Page<SharedAccount> list(Brand brand, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<SharedAccountRecord> rows = database.selectFrom(SHARED_ACCOUNT)
                .where(SHARED_ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .and(SHARED_ACCOUNT.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(SHARED_ACCOUNT.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        Map<Long, SharedAccount> seen = new HashMap<>();
        of(brand.id(), rows).forEach(account -> seen.put(account.id(), account));
        return Page.of(rows, page.size(), row -> Cursor.of(row.getId()))
                .map(row -> Objects.requireNonNull(seen.get(row.getId())));
    }

    /// @throws Problem `not-found`
    public SharedAccount get(Brand brand, long account) {
        return database.selectFrom(SHARED_ACCOUNT)
                .where(SHARED_ACCOUNT.ID.eq(account))
                .and(SHARED_ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(this::of)
                .orElseThrow(SharedViews::none);
    }

    /// Who was in it and is no longer, whoever left last first; a closed account has nobody else. Who was forgotten
    /// is not among them.
    ///
    /// @throws Problem `not-found`
    public List<FormerSharedPerson> former(Brand brand, long account) {
        get(brand, account);
        List<SharedPersonRecord> left = database.selectFrom(SHARED_PERSON)
                .where(SHARED_PERSON.ACCOUNT_ID.eq(account), SHARED_PERSON.LEFT_AT.isNotNull())
                .orderBy(SHARED_PERSON.LEFT_AT.desc(), SHARED_PERSON.HOLDER.desc(), SHARED_PERSON.OPENED_NO)
                .limit(MOST_FORMER)
                .fetch();
        Map<CustomerNo, String> called = names.of(numbers(left.stream()));
        return left.stream()
                .map(person -> new FormerSharedPerson(
                        person.getCustomerNo(),
                        called.get(new CustomerNo(person.getCustomerNo())),
                        person.getHolder(),
                        person.getJoinedAt(),
                        person.getLeftAt()))
                .toList();
    }

    SharedAccount of(SharedAccountRecord account) {
        return of(new BrandId(account.getBrandId()), List.of(account)).getFirst();
    }

    /// Many in as many statements as one.
    private List<SharedAccount> of(BrandId brand, List<SharedAccountRecord> accounts) {
        Map<Long, List<SharedPersonRecord>> people = SharedMoves.people(
                database, accounts.stream().map(SharedAccountRecord::getId).toList());
        Set<CustomerNo> numbers = numbers(people.values().stream().flatMap(List::stream));
        Map<CustomerNo, PointsBalance> balances = ledger.balances(brand, numbers);
        Map<CustomerNo, String> called = names.of(numbers);
        return accounts.stream()
                .map(account -> seen(
                        account,
                        people.getOrDefault(account.getId(), List.of()).stream()
                                .map(person -> seen(person, balances, called))
                                .toList()))
                .toList();
    }

    private static Set<CustomerNo> numbers(Stream<SharedPersonRecord> people) {
        return people.map(person -> new CustomerNo(person.getCustomerNo()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static SharedAccount seen(SharedAccountRecord account, List<SharedPerson> people) {
        return new SharedAccount(
                account.getId(),
                SharedKind.of(account.getKind()),
                account.getOpenedAt(),
                account.getClosedAt(),
                people.stream().mapToLong(SharedPerson::points).sum(),
                people);
    }

    private static SharedPerson seen(
            SharedPersonRecord person, Map<CustomerNo, PointsBalance> balances, Map<CustomerNo, String> called) {
        CustomerNo customer = new CustomerNo(person.getCustomerNo());
        return new SharedPerson(
                customer.value(),
                called.get(customer),
                person.getHolder(),
                person.getJoinedAt(),
                balances.getOrDefault(customer, PointsBalance.EMPTY).available().value());
    }

    static Problem none() {
        return new Problem(KernelProblem.NOT_FOUND).with("what", new Text("共享账户", "a shared account"));
    }
}
