package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lies open while commands are worked out: the accounts, lots and earlier entries they need.
final class Desk {

    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<AccountId, Member> members = new HashMap<>();
    private final Map<Long, Lot> lots = new LinkedHashMap<>();
    private final Map<EntryKey, Entry> entries = new HashMap<>();
    private final Map<Long, List<Entry>> about = new HashMap<>();
    private final Set<CustomerNo> forgotten = new HashSet<>();

    /// Puts an account down, as one of a customer's.
    Account put(Account account, CustomerNo customer) {
        accounts.put(account.id(), account);
        BrandId brand = account.id().brand();
        members.computeIfAbsent(new AccountId(brand, customer), _ -> new Member(brand, customer))
                .add(account);
        return account;
    }

    /// One customer may spend what another has; of whom nothing lies here nothing can be spent.
    void share(AccountId spender, AccountId lender) {
        Member spends = members.get(spender);
        Member lends = members.get(lender);
        if (spends != null && lends != null) {
            spends.spendsOf(lends);
        }
    }

    /// Nobody can spend what comes to these numbers.
    void forgotten(Collection<CustomerNo> numbers) {
        forgotten.addAll(numbers);
    }

    boolean forgotten(CustomerNo number) {
        return forgotten.contains(number);
    }

    /// The account opened under a number; one without anything where there is none.
    Account account(AccountId id) {
        Account found = accounts.get(id);
        return found == null ? put(Account.fresh(id), id.opened()) : found;
    }

    Lot put(Lot lot) {
        Lot before = lots.putIfAbsent(lot.id(), lot);
        Lot put = before == null ? lot : before;
        put.account().member().offer(put);
        return put;
    }

    Lot lot(long id) {
        Lot lot = lots.get(id);
        if (lot == null) {
            throw new IllegalStateException("lot " + id + " was not read");
        }
        return lot;
    }

    void put(Entry entry) {
        if (entry.key() != null) {
            entries.put(new EntryKey(entry.account().brand(), entry.key()), entry);
        }
        Long refersTo = entry.refersTo();
        if (refersTo != null) {
            about.computeIfAbsent(refersTo, _ -> new ArrayList<>()).add(entry);
        }
    }

    @Nullable
    Entry entry(BrandId brand, String key) {
        return entries.get(new EntryKey(brand, key));
    }

    /// The entries that refer to one.
    List<Entry> about(Entry entry) {
        return Collections.unmodifiableList(about.getOrDefault(entry.id(), List.of()));
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    Collection<Lot> lots() {
        return lots.values();
    }
}
