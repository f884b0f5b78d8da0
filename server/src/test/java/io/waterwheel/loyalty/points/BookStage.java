package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ledger in memory that is put away and taken out again before each command, as the writer does.
final class BookStage {

    static final BrandId BRAND = BrandId.of(1);
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final List<Lot> lots = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<CustomerNo, CustomerNo> owners = new HashMap<>();
    private final Map<CustomerNo, Integer> shared = new HashMap<>();
    private Instant now = BEGIN;

    Instant now() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    List<Entry> entries() {
        return entries;
    }

    List<Lot> lots() {
        return lots;
    }

    void own(int opened, int customer) {
        owners.put(new CustomerNo(opened), new CustomerNo(customer));
    }

    /// @param group who spend together; 0: alone
    void share(int customer, int group) {
        shared.put(new CustomerNo(customer), group);
    }

    Booking book(PointsCommand command) {
        return book(List.of(command)).getFirst();
    }

    /// One batch of the writer.
    List<Booking> book(List<PointsCommand> commands) {
        Desk desk = desk(commands);
        long last = entries.isEmpty() ? 0 : entries.getLast().id();
        Book book = new Book(desk, last, now);
        List<Booking> answers = commands.stream().map(book::book).toList();
        entries.addAll(book.made());
        desk.accounts().forEach(account -> accounts.put(account.id(), account));
        lots.clear();
        lots.addAll(desk.lots());
        check();
        return answers;
    }

    private Desk desk(List<PointsCommand> commands) {
        Set<AccountId> ids = new HashSet<>(accounts.keySet());
        commands.forEach(command -> ids.add(
                new AccountId(command.occasion().brand(), command.occasion().customer())));
        Desk desk = new Desk();
        ids.stream().sorted(Comparator.comparing(AccountId::opened)).forEach(id -> {
            Account from = accounts.getOrDefault(id, Account.fresh(id));
            desk.put(
                    new Account(id, from.available(), from.pending(), from.frozen(), from.debt()),
                    owners.getOrDefault(id.opened(), id.opened()));
        });
        shared.forEach((spender, group) -> shared.forEach((lender, other) -> {
            if (group > 0 && group.equals(other) && !spender.equals(lender)) {
                desk.share(new AccountId(BRAND, spender), new AccountId(BRAND, lender));
            }
        }));
        for (Lot lot : lots) {
            desk.put(new Lot(
                    lot.id(),
                    desk.account(lot.account().id()),
                    lot.points(),
                    lot.remaining(),
                    lot.expired(),
                    lot.pending(),
                    lot.availableAt(),
                    lot.expiresAt()));
        }
        entries.forEach(desk::put);
        return desk;
    }

    /// What must hold whatever was asked.
    void check() {
        Map<AccountId, Map<Side, Long>> sums = new HashMap<>();
        Map<Long, Long> remaining = new HashMap<>();
        Set<String> keys = new HashSet<>();
        long id = 0;
        for (Entry entry : entries) {
            assertThat(entry.sum()).as("%s", entry).isZero();
            assertThat(entry.id()).isEqualTo(++id);
            assertThat(entry.key() == null || keys.add(entry.key())).isTrue();
            for (Posting posting : entry.postings()) {
                assertThat(posting.side().kinds()).as("%s", entry).contains(entry.kind());
                if (posting.opened() != null) {
                    sums.computeIfAbsent(new AccountId(BRAND, posting.opened()), _ -> new HashMap<>())
                            .merge(posting.side(), posting.amount(), Long::sum);
                    if (posting.lot() != null && posting.side() != Side.FROZEN) {
                        remaining.merge(posting.lot(), posting.amount(), Long::sum);
                    }
                }
            }
        }
        accounts.forEach((account, has) -> {
            Map<Side, Long> sum = sums.getOrDefault(account, Map.of());
            assertThat(has.available()).isNotNegative().isEqualTo(sum.getOrDefault(Side.AVAILABLE, 0L));
            assertThat(has.pending()).isNotNegative().isEqualTo(sum.getOrDefault(Side.PENDING, 0L));
            assertThat(has.frozen()).isNotNegative().isEqualTo(sum.getOrDefault(Side.FROZEN, 0L));
            assertThat(has.debt()).isNotNegative().isEqualTo(-sum.getOrDefault(Side.DEBT, 0L));
            long inLots = lots.stream()
                    .filter(lot -> lot.account().id().equals(account))
                    .mapToLong(Lot::remaining)
                    .sum();
            assertThat(inLots).isEqualTo(has.available() + has.pending());
        });
        lots.forEach(lot -> assertThat(lot.remaining()).isEqualTo(remaining.getOrDefault(lot.id(), 0L)));
    }

    PointsBalance balance(int customer) {
        CustomerNo no = new CustomerNo(customer);
        long available = 0;
        long pending = 0;
        for (Lot lot : lots) {
            if (owner(lot.account()).equals(no) && !lot.expired(now)) {
                if (lot.spendable(now)) {
                    available += lot.remaining();
                } else {
                    pending += lot.remaining();
                }
            }
        }
        long frozen = 0;
        long debt = 0;
        for (Account account : accounts.values()) {
            if (owner(account).equals(no)) {
                frozen += account.frozen();
                debt += account.debt();
            }
        }
        return new PointsBalance(new Points(available), new Points(pending), new Points(frozen), new Points(debt));
    }

    private CustomerNo owner(Account account) {
        return owners.getOrDefault(account.id().opened(), account.id().opened());
    }

    Occasion occasion(int customer, String key) {
        return new Occasion(BRAND, new CustomerNo(customer), key, now, PointsReason.of("test"));
    }

    PointsCommand earn(int customer, String key, long points, @Nullable Duration pending, @Nullable Duration lasts) {
        return new PointsCommand.Earn(
                occasion(customer, key),
                new Points(points),
                pending == null ? null : now.plus(pending),
                lasts == null ? null : now.plus(lasts));
    }

    PointsCommand spend(int customer, String key, long points) {
        return new PointsCommand.Spend(occasion(customer, key), new Points(points), Payee.MALL);
    }

    PointsCommand freeze(int customer, String key, long points) {
        return new PointsCommand.Freeze(occasion(customer, key), new Points(points));
    }

    PointsCommand capture(int customer, String key, String frozen, long points) {
        return new PointsCommand.Capture(occasion(customer, key), frozen, new Points(points), Payee.ORDER);
    }

    PointsCommand release(int customer, String key, String frozen) {
        return new PointsCommand.Release(occasion(customer, key), frozen);
    }

    PointsCommand takeBack(int customer, String key, String earned, long points, DebtRule rule) {
        return new PointsCommand.TakeBack(occasion(customer, key), earned, new Points(points), rule);
    }

    PointsCommand giveBack(int customer, String key, String spent, long points, @Nullable Duration lasts) {
        return new PointsCommand.GiveBack(
                occasion(customer, key), spent, new Points(points), lasts == null ? null : now.plus(lasts));
    }

    PointsCommand deduct(int customer, String key, long points) {
        return new PointsCommand.Deduct(occasion(customer, key), new Points(points));
    }
}
