package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.sharing.SharedAccount;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.testing.Browser;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Families of a brand, of whom everybody spends.
final class FamilyStage {

    final MallStage mall;
    private final SharedAccounts accounts;
    private final SharedInvitations invitations;

    FamilyStage(MallStage mall, SharedAccounts accounts, SharedInvitations invitations, int most) {
        this.mall = mall;
        this.accounts = accounts;
        this.invitations = invitations;
        Browser.Answer saved = mall.coupons.operator.put(
                mall.path("/shared-accounts/rules"),
                Map.of("kind", "family", "active", true, "most", most, "everybodySpends", true));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    SharedAccount of(CustomerNo holder, CustomerNo... others) {
        SharedAccount account = accounts.open(mall.coupons.brand, SharedKind.FAMILY, holder);
        for (CustomerNo other : others) {
            account = invitations.join(member(other), invite(holder));
        }
        return account;
    }

    String invite(CustomerNo holder) {
        return invitations.invite(member(holder)).code();
    }

    Member member(CustomerNo customer) {
        return new Member(mall.coupons.brand, customer);
    }

    /// What the console shows, the latest first.
    JsonNode statement(CustomerNo who) {
        return mall.coupons
                .operator
                .with("Accept-Language", "en")
                .get(mall.path("/customers/" + who + "/points/entries"))
                .json()
                .path("items");
    }
}
