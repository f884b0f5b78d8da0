package io.waterwheel.demo.history;

import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.Customer.Membership;
import io.waterwheel.demo.world.Customer.WeComAccount;
import io.waterwheel.demo.world.Line;
import io.waterwheel.demo.world.Sale;
import io.waterwheel.demo.world.Store;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells what happened as the brand's own systems would have. Message ids are made of what is told, so that
/// telling it again changes nothing.
final class WorldEvents {

    static final String SOURCE = "demo";

    private final BrandId brand;
    private final JsonMapper json;

    WorldEvents(BrandId brand, JsonMapper json) {
        this.brand = brand;
        this.json = json;
    }

    NewEvent of(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.Came came -> came(came);
            case Occurrence.Joined joined -> joined(joined);
            case Occurrence.Enrolled(Customer customer, var _) ->
                event(
                        occurrence,
                        EventNames.MEMBER_JOINED,
                        "member-" + customer.userId(),
                        buyer(customer),
                        Map.of("channel", "store"));
            case Occurrence.Decided decided -> decided(decided);
            case Occurrence.Sold(Sale sale) ->
                event(
                        occurrence,
                        EventNames.ORDER_COMPLETED,
                        "order-" + sale.number(),
                        buyer(sale.buyer()),
                        order(sale, sale.lines()));
            case Occurrence.GaveBack(var refund) ->
                event(
                        occurrence,
                        EventNames.ORDER_REFUNDED,
                        "refund-" + refund.sale().number(),
                        buyer(refund.sale().buyer()),
                        order(refund.sale(), refund.lines()));
        };
    }

    private NewEvent came(Occurrence.Came came) {
        Customer customer = came.customer();
        List<Identifier> identifiers = new ArrayList<>();
        identifiers.add(new Identifier(IdentifierKind.USER_ID, customer.userId()));
        identifiers.add(new Identifier(IdentifierKind.PHONE, customer.phone()));
        if (customer.email() != null) {
            identifiers.add(new Identifier(IdentifierKind.EMAIL, customer.email()));
        }
        WeComAccount wecom = customer.wecom();
        if (wecom != null) {
            identifiers.add(new Identifier(IdentifierKind.UNIONID, wecom.unionid()));
            identifiers.add(new Identifier(IdentifierKind.EXTERNAL_USERID, wecom.externalUserid()));
        }
        Membership membership = customer.membership();
        if (membership != null && membership.since().equals(customer.firstSeenAt())) {
            identifiers.add(new Identifier(IdentifierKind.MEMBER_NO, membership.number()));
        }
        return event(
                came,
                EventNames.IDENTIFIED,
                "came-" + customer.userId(),
                new Subject.Identified(identifiers),
                traits(customer));
    }

    private static Map<String, String> traits(Customer customer) {
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put("name", customer.name());
        if (customer.gender() != null) {
            traits.put("gender", customer.gender());
        }
        traits.put("birthday", customer.birthday().toString());
        traits.put("city", customer.city());
        traits.put("province", customer.province());
        traits.put("store", customer.home().name());
        return traits;
    }

    private NewEvent joined(Occurrence.Joined joined) {
        String userId = joined.customer().userId();
        Subject subject = new Subject.Identified(List.of(
                new Identifier(IdentifierKind.USER_ID, userId),
                new Identifier(IdentifierKind.MEMBER_NO, joined.membership().number())));
        return event(joined, EventNames.IDENTIFIED, "joined-" + userId, subject, Map.of());
    }

    private NewEvent decided(Occurrence.Decided decided) {
        var decision = decided.decision();
        String name = decision.granted() ? EventNames.CONSENT_GRANTED : EventNames.CONSENT_WITHDRAWN;
        String messageId = "%s-%s-%s"
                .formatted(
                        decision.granted() ? "consent" : "withdrawal",
                        decision.channel(),
                        decided.customer().userId());
        Map<String, String> properties = Map.of("channel", decision.channel(), "purpose", "marketing");
        return event(decided, name, messageId, buyer(decided.customer()), properties);
    }

    private static Subject buyer(@Nullable Customer customer) {
        return customer == null
                ? Subject.NOBODY
                : new Subject.Identified(List.of(new Identifier(IdentifierKind.USER_ID, customer.userId())));
    }

    private static Order order(Sale sale, List<Line> lines) {
        Store store = sale.store();
        return new Order(
                sale.number(),
                yuan(lines.stream().mapToLong(Line::amount).sum()),
                "CNY",
                store == null ? null : Long.toString(store.id()),
                lines.stream().map(WorldEvents::line).toList());
    }

    private static Order.Line line(Line line) {
        return new Order.Line(
                line.product().code(),
                line.product().name(),
                line.product().category().label(),
                yuan(line.price()),
                BigDecimal.valueOf(line.quantity()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private NewEvent event(Occurrence occurrence, String name, String messageId, Subject subject, Object properties) {
        return new NewEvent(
                brand, SOURCE, messageId, name, occurrence.at(), subject, json.writeValueAsString(properties), "{}");
    }
}
