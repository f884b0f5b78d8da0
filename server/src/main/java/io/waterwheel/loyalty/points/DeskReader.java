package io.waterwheel.loyalty.points;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.points.Sharers.Sharer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Puts on the desk what a batch of commands needs, in a handful of statements however many commands there
/// are. Within a transaction that holds the ledger's lock, so that nothing of it changes until it is written.
@Component
class DeskReader {

    private final Function<Collection<CustomerNo>, Map<CustomerNo, CustomerNo>> owners;
    private final UnaryOperator<Set<CustomerNo>> erased;

    @Autowired
    DeskReader(Customers customers) {
        this(customers::current, customers::erased);
    }

    /// @param owners whose numbers are now
    /// @param erased those of numbers whose person was forgotten
    DeskReader(
            Function<Collection<CustomerNo>, Map<CustomerNo, CustomerNo>> owners,
            UnaryOperator<Set<CustomerNo>> erased) {
        this.owners = owners;
        this.erased = erased;
    }

    Desk read(DSLContext transaction, List<PointsCommand> commands, Instant now) {
        KnownEntries entries = KnownEntries.read(transaction, commands);
        KnownLots lots = KnownLots.read(transaction, entries.lots());
        Set<AccountId> named = new HashSet<>();
        for (PointsCommand command : commands) {
            named.add(
                    new AccountId(command.occasion().brand(), command.occasion().customer()));
        }
        named.addAll(lots.accounts());
        entries.all().forEach(entry -> named.add(entry.account()));

        Desk desk = new Desk();
        TreeSet<StoredAccount> accounts = accounts(transaction, named);
        List<Sharer> sharers = Sharers.of(transaction, spenders(commands, entries, accounts));
        if (!sharers.isEmpty()) {
            accounts.addAll(StoredAccount.ofCustomers(
                    transaction, sharers.stream().map(Sharer::lender).collect(Collectors.toSet())));
        }
        accounts.forEach(stored -> desk.put(stored.account(), stored.customer()));
        sharers.forEach(sharer -> desk.share(sharer.spender(), sharer.lender()));
        desk.forgotten(erased.apply(earners(commands)));
        entries.all().forEach(desk::put);
        lots.putOn(desk);
        SpendableLots.putOn(desk, transaction, commands, entries, now);
        return desk;
    }

    /// The numbers points are given to.
    private static Set<CustomerNo> earners(List<PointsCommand> commands) {
        return commands.stream()
                .filter(command -> command instanceof PointsCommand.Earn || command instanceof PointsCommand.Open)
                .map(command -> command.occasion().customer())
                .collect(Collectors.toSet());
    }

    /// The customers who spend now, or keep points back.
    private static Set<AccountId> spenders(
            List<PointsCommand> commands, KnownEntries entries, Set<StoredAccount> accounts) {
        Set<AccountId> opened = new HashSet<>();
        for (PointsCommand command : commands) {
            Occasion occasion = command.occasion();
            if ((command instanceof PointsCommand.Spend || command instanceof PointsCommand.Freeze)
                    && !entries.booked().contains(new EntryKey(occasion.brand(), occasion.key()))) {
                opened.add(new AccountId(occasion.brand(), occasion.customer()));
            }
        }
        return accounts.stream()
                .filter(stored -> opened.contains(stored.account().id()))
                .map(stored -> new AccountId(stored.account().id().brand(), stored.customer()))
                .collect(Collectors.toSet());
    }

    /// The accounts named, and all others of their customers, in the order of their numbers.
    private TreeSet<StoredAccount> accounts(DSLContext transaction, Set<AccountId> named) {
        TreeSet<StoredAccount> found = StoredAccount.withOthers(transaction, named);
        Set<AccountId> missing = new HashSet<>(named);
        found.forEach(stored -> missing.remove(stored.account().id()));
        if (missing.isEmpty()) {
            return found;
        }
        Map<CustomerNo, CustomerNo> current =
                owners.apply(missing.stream().map(AccountId::opened).collect(Collectors.toSet()));
        Set<AccountId> customers = new HashSet<>();
        for (AccountId id : missing) {
            BrandId brand = id.brand();
            CustomerNo owner = current.getOrDefault(id.opened(), id.opened());
            customers.add(new AccountId(brand, owner));
            found.add(new StoredAccount(Account.fresh(id), owner));
        }
        found.addAll(StoredAccount.ofCustomers(transaction, customers));
        return found;
    }
}
