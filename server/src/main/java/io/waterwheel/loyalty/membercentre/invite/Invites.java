package io.waterwheel.loyalty.membercentre.invite;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.web.PublicAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A member's own link for friends. What a friend who joins brings, campaigns decide; here only who invited
/// whom is written down.
@Component
public class Invites {

    private final InviteCodes codes;
    private final Customers customers;
    private final Vault vault;
    private final PublicAddress address;

    Invites(Vault vault, Customers customers, PublicAddress address) {
        this.codes = new InviteCodes(vault);
        this.customers = customers;
        this.vault = vault;
        this.address = address;
    }

    /// @param code what the link ends with
    public record Invite(String code, String url) {}

    public Invite of(Brand brand, CustomerNo customer) {
        String code = codes.of(brand.id(), customer);
        return new Invite(code, address.of("/m/" + brand.key() + "/?invite=" + code));
    }

    /// Whom a code names, as events name a referrer: by the surest of their identifiers, sealed. Empty for
    /// a code that was made up, and for somebody nothing is known of any more.
    public Optional<Map<String, String>> referrer(Brand brand, String code) {
        return codes.read(brand.id(), code)
                .map(number -> customers.currentOf(number))
                .flatMap(this::named);
    }

    private Optional<Map<String, String>> named(CustomerNo customer) {
        return Arrays.stream(IdentifierKind.values())
                .sorted(Comparator.comparingInt(IdentifierKind::strength))
                .flatMap(kind ->
                        customers.identifiers(kind, List.of(customer)).getOrDefault(customer, List.of()).stream()
                                .limit(1)
                                .map(value -> Map.of(kind.code(), vault.seal(value))))
                .findFirst();
    }
}
