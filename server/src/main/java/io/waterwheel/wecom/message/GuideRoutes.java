package io.waterwheel.wecom.message;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.Route;
import io.waterwheel.wecom.friend.Friends;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// By which guide customers are written to in WeCom.
@Component
public class GuideRoutes {

    private final Customers customers;
    private final Friends friends;

    GuideRoutes(Customers customers, Friends friends) {
        this.customers = customers;
        this.friends = friends;
    }

    /// A route for everybody who is the friend of a guide.
    public Map<CustomerNo, Route> of(Brand brand, Collection<CustomerNo> asked) {
        Map<CustomerNo, List<String>> addresses = customers.addresses(ChannelKind.WECOM, asked);
        Map<String, Friends.Sender> senders = friends.senders(
                brand, addresses.values().stream().flatMap(List::stream).toList());
        Map<CustomerNo, Route> routes = new HashMap<>();
        addresses.forEach((customer, known) -> {
            for (String address : known.reversed()) {
                Friends.Sender sender = senders.get(address);
                if (sender != null) {
                    routes.put(customer, route(address, sender));
                }
            }
        });
        return routes;
    }

    private static Route route(String address, Friends.Sender sender) {
        Map<String, String> store = sender.store() == null ? Map.of() : Map.of("name", sender.store());
        return new Route(address, sender.userid(), Map.of("guide", Map.of("name", sender.name()), "store", store));
    }
}
