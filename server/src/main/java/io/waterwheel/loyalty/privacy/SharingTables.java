package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.sharing.SharedMoves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class SharingTables {

    /// Who is forgotten leaves; an account whose holder is forgotten closes.
    @Bean
    @Order(69)
    PersonalData sharedAccountData(Vault vault, SharedMoves moves) {
        return PersonalTable.byNumber(
                        "shared-accounts", new Text("共享账户", "Shared accounts"), SHARED_PERSON.OPENED_NO, vault)
                .erasedBy((transaction, whose) -> {
                    transaction
                            .selectFrom(SHARED_PERSON)
                            .where(whose, SHARED_PERSON.LEFT_AT.isNull())
                            .forEach(person -> moves.forget(transaction, person));
                    return transaction.deleteFrom(SHARED_PERSON).where(whose).execute();
                });
    }
}
