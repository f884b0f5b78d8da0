package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.points.Forfeiture;
import java.time.InstantSource;
import org.jooq.JSONB;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class LoyaltyTables {

    /// The rows stay, or the ledger would not add up; a number without a person says nothing of anybody. The
    /// points are lost.
    @Bean
    @Order(70)
    PersonalData pointsAccountData(Vault vault, InstantSource clock) {
        return PersonalTable.byNumber(
                        "points", new Text("积分余额", "What points the person has"), ACCOUNT.OPENED_NO, vault)
                .erasedBy((transaction, whose) -> Forfeiture.of(transaction, whose, clock.instant()));
    }

    /// So do the bookings, without the orders and values they tell of.
    @Bean
    @Order(71)
    PersonalData pointsEntryData(Vault vault) {
        return PersonalTable.byNumber(
                        "points-statement", new Text("积分明细", "The statement of points"), ENTRY.OPENED_NO, vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(ENTRY)
                        .set(ENTRY.DETAILS, JSONB.valueOf("{}"))
                        .where(whose, ENTRY.DETAILS.ne(JSONB.valueOf("{}")))
                        .execute());
    }

    @Bean
    @Order(72)
    PersonalData pointsOpeningData(Vault vault) {
        return PersonalTable.byNumber(
                        "points-opening",
                        new Text("期初积分", "Points brought from the system before"),
                        OPENING.OPENED_NO,
                        vault)
                .erasedBy((_, _) -> 0);
    }
}
