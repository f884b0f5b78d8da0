package io.waterwheel.loyalty.marketplace;

import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Holder;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.marketplace.dialect.MarketAnswer;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall;
import io.waterwheel.loyalty.member.Enrolment;
import io.waterwheel.loyalty.member.Members;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does what a marketplace asks, whichever it is. Asked again, everything is answered as before.
@Component
public class MarketCalls {

    private final DSLContext database;
    private final MarketLinks links;
    private final PhoneMixes phones;
    private final BuyerNames buyers;
    private final Enrolment enrolment;
    private final Members members;
    private final Customers customers;
    private final Standings standings;
    private final MarketPoints points;

    MarketCalls(
            DSLContext database,
            MarketLinks links,
            PhoneMixes phones,
            BuyerNames buyers,
            Enrolment enrolment,
            Members members,
            Customers customers,
            Standings standings,
            MarketPoints points) {
        this.database = database;
        this.links = links;
        this.phones = phones;
        this.buyers = buyers;
        this.enrolment = enrolment;
        this.members = members;
        this.customers = customers;
        this.standings = standings;
        this.points = points;
    }

    /// @throws Problem what is refused, with a [MarketplaceProblem] or a problem of points
    public MarketAnswer answer(Shop shop, MarketCall call) {
        return switch (call) {
            case MarketCall.Ask ask -> ask(shop, ask);
            case MarketCall.Bind bind -> bind(shop, bind);
            case MarketCall.Unbind(String account) -> {
                links.unbind(shop, account);
                yield new MarketAnswer.Unbound();
            }
            case MarketCall.Look(String account) ->
                new MarketAnswer.Seen(standings.of(shop, MarketLinks.customer(linked(shop, account))));
            case MarketCall.Change change -> points.change(shop, change);
        };
    }

    private MarketplaceLinkRecord linked(Shop shop, String account) {
        return links.linked(shop, account).orElseThrow(() -> new Problem(MarketplaceProblem.MARKETPLACE_NOT_LINKED));
    }

    private MarketAnswer.Bindable ask(Shop shop, MarketCall.Ask ask) {
        boolean linked = links.linked(shop, ask.account()).isPresent();
        CustomerNo named = holder(shop, phones.phone(shop, ask.mobile()));
        if (!linked && named != null && links.isBound(shop, named)) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_MEMBER_BOUND);
        }
        return new MarketAnswer.Bindable(named != null && isMember(shop, named), linked);
    }

    private MarketAnswer.Bound bind(Shop shop, MarketCall.Bind bind) {
        String phone = phones.phone(shop, bind.mobile());
        CustomerNo named = holder(shop, phone);
        Optional<MarketplaceLinkRecord> before = links.linked(shop, bind.account());
        if (before.isPresent()) {
            CustomerNo of = MarketLinks.customer(before.get());
            if (named != null && !named.equals(of)) {
                throw new Problem(MarketplaceProblem.MARKETPLACE_ACCOUNT_BOUND);
            }
            return new MarketAnswer.Bound(standings.of(shop, of), false);
        }
        if (!bind.enrols() && (named == null || !isMember(shop, named))) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_MEMBER_UNKNOWN);
        }
        // Before anything is said of who is who: what is refused must not make one of two people.
        if (named != null && links.isBound(shop, named)) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_MEMBER_BOUND);
        }
        List<Identifier> names = names(shop, bind.account(), phone);
        buyers.identified(shop, names);
        Enrolment.Enrolled enrolled = enrolment.join(
                shop.brand(),
                "market/" + shop.id() + "/" + HexFormat.of().formatHex(Sha256.of(bind.account())),
                shop.dialect().code(),
                names);
        CustomerNo customer = customers.currentOf(enrolled.account().customer());
        links.bind(shop, bind.account(), customer, phone == null ? PhoneMixes.mix(bind.mobile()) : null);
        return new MarketAnswer.Bound(standings.of(shop, customer), enrolled.joined());
    }

    private boolean isMember(Shop shop, CustomerNo customer) {
        return members.of(database, shop.brand().id(), List.of(customer)).containsKey(customer);
    }

    /// Who has a phone; nobody where too many share it.
    private @Nullable CustomerNo holder(Shop shop, @Nullable String phone) {
        if (phone == null) {
            return null;
        }
        Map<String, Holder> holders = customers.holders(shop.brand().id(), IdentifierKind.PHONE, List.of(phone));
        Holder holder = holders.get(phone);
        return holder == null || holder.shared() ? null : holder.customer();
    }

    private static List<Identifier> names(Shop shop, String account, @Nullable String phone) {
        List<Identifier> names = new ArrayList<>();
        names.add(BuyerNames.buyer(shop, account));
        if (phone != null) {
            names.add(new Identifier(IdentifierKind.PHONE, phone));
        }
        return names;
    }
}
