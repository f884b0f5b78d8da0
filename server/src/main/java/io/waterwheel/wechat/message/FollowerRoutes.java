package io.waterwheel.wechat.message;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.touch.Route;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApp;
import io.waterwheel.wechat.account.WechatApps;
import io.waterwheel.wechat.follower.Followers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the openid by which an app of the brand knows a customer: a customer has one for each app they ever
/// used, and the other apps' are of no use here.
@Component
class FollowerRoutes {

    private final Customers customers;
    private final WechatApps apps;
    private final Followers followers;

    FollowerRoutes(Customers customers, WechatApps apps, Followers followers) {
        this.customers = customers;
        this.apps = apps;
        this.followers = followers;
    }

    Map<CustomerNo, Route> of(Brand brand, AppKind kind, Collection<CustomerNo> asked) {
        WechatApp app = apps.find(brand, kind).orElse(null);
        if (app == null) {
            return Map.of();
        }
        Map<CustomerNo, List<String>> known = customers.identifiers(IdentifierKind.OPENID, asked);
        Set<String> following = followers.following(
                app, known.values().stream().flatMap(List::stream).toList());
        Map<CustomerNo, Route> routes = new HashMap<>();
        known.forEach((customer, openids) -> openids.stream()
                .filter(following::contains)
                .findFirst()
                .ifPresent(openid -> routes.put(customer, new Route(openid, null, Map.of()))));
        return routes;
    }
}
