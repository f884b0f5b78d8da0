package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.SimulatedMarket;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/// Brings people in by a shop on a marketplace, and into a family.
@TestComponent
public final class MembershipDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SharedAccounts accounts;
    private final SharedInvitations invitations;
    private final Environment environment;

    MembershipDoor(SharedAccounts accounts, SharedInvitations invitations, Environment environment) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.environment = environment;
    }

    /// @return the shop's number
    public String connect(Brand brand, Browser admin, SimulatedMarket market) {
        String name = "door-" + brand.key();
        Browser.Answer made = admin.post(
                "/api/brands/" + brand.key() + "/marketplace-shops",
                Map.of(
                        "marketplace",
                        "tmall",
                        "name",
                        name,
                        "appKey",
                        "key-1",
                        "secret",
                        SimulatedMarket.SECRET,
                        "salt",
                        SimulatedMarket.SALT,
                        "api",
                        market.url()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String base = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        market.open("tmall", name, base + made.json().path("address").asString(), 0);
        return made.json().path("id").asString();
    }

    /// A buyer clicks to join, until every phone is mixed and they are bound.
    public void join(SimulatedMarket market, String buyer, String phone) {
        await().atMost(PATIENCE).until(() -> market.join("tmall", buyer, phone).has("member"));
    }

    /// The holder and whom they invited.
    public void family(Brand brand, Browser admin, CustomerNo holder, CustomerNo other) {
        Browser.Answer saved = admin.put(
                "/api/brands/" + brand.key() + "/shared-accounts/rules",
                Map.of("kind", "family", "active", true, "most", 6, "everybodySpends", true));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        accounts.open(brand, SharedKind.FAMILY, holder);
        invitations.join(
                new Member(brand, other),
                invitations.invite(new Member(brand, holder)).code());
    }
}
