package io.waterwheel.loyalty.member;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Makes somebody a member, by whatever names them and whichever channel they come by. `Member Joined` goes on
/// the log first: after a kill between the two the programme opens the membership when it reads it.
@Component
public class Enrolment {

    private static final String SOURCE = "loyalty";

    private final EventLog log;
    private final Members members;
    private final Customers customers;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final JsonMapper json;

    Enrolment(
            EventLog log,
            Members members,
            Customers customers,
            DSLContext database,
            TransactionOperations transactions,
            InstantSource clock,
            JsonMapper json) {
        this.log = log;
        this.members = members;
        this.customers = customers;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /// @param account the oldest membership
    /// @param joined  whether it was opened by this call; otherwise they were a member before
    public record Enrolled(Account account, boolean joined) {}

    /// Who is a member stays one, with the card they have.
    ///
    /// @param key     names this call: sent again, nothing happens twice
    /// @param channel by which they came, such as `till/7` or `mini_program`
    /// @param names   what names them, at least one; all of them name one person
    /// @throws Problem `enrolment-key-taken` when the key was used for somebody else
    public Enrolled join(Brand brand, String key, String channel, List<Identifier> names) {
        Optional<Account> before = known(brand, names);
        if (before.isPresent()) {
            return new Enrolled(before.get(), false);
        }
        NewEvent joined = new NewEvent(
                brand.id(),
                SOURCE,
                "join/" + key,
                EventNames.MEMBER_JOINED,
                clock.instant(),
                new Subject.Identified(names),
                json.writeValueAsString(Map.of("channel", channel)),
                "{}");
        return switch (log.append(List.of(joined)).getFirst()) {
            case EventLog.Appended.Written(long _, CustomerNo customer)
            when customer != null -> new Enrolled(open(brand, customer, joined), true);
            case EventLog.Appended.Written _, EventLog.Appended.Duplicate _ ->
                // Another try under this key got as far as the log.
                customer(brand, names)
                        .flatMap(customer -> Optional.of(new Enrolled(open(brand, customer, joined), true)))
                        .orElseThrow(() -> new Problem(ProgrammeProblem.ENROLMENT_KEY_TAKEN));
        };
    }

    private Account open(Brand brand, CustomerNo customer, NewEvent joined) {
        transactions.executeWithoutResult(_ -> members.enrol(database, brand.id(), Map.of(customer, joined.at())));
        return account(brand, customer).orElseThrow();
    }

    private Optional<Account> known(Brand brand, List<Identifier> names) {
        return names.stream()
                .flatMap(name -> holder(brand, name).stream())
                .flatMap(customer -> account(brand, customer).stream())
                .min(Comparator.comparing(Account::joinedAt));
    }

    private Optional<CustomerNo> customer(Brand brand, List<Identifier> names) {
        return names.stream().flatMap(name -> holder(brand, name).stream()).findFirst();
    }

    private Optional<CustomerNo> holder(Brand brand, Identifier name) {
        return Optional.ofNullable(
                customers.named(brand.id(), name.kind(), List.of(name.value())).get(name.value()));
    }

    private Optional<Account> account(Brand brand, CustomerNo customer) {
        return members.of(database, brand.id(), List.of(customer)).values().stream()
                .flatMap(List::stream)
                .findFirst();
    }
}
