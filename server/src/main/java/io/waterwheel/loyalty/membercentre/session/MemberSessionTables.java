package io.waterwheel.loyalty.membercentre.session;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_SESSION;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What the member centre holds about people beside what other rooms hold, and how it is forgotten.
@Configuration(proxyBeanMethods = false)
class MemberSessionTables {

    @Bean
    @Order(80)
    PersonalData memberSessionData(Vault vault) {
        return PersonalTable.byNumber(
                "member-sessions",
                new Text("会员中心的登录", "Where the person is signed in at the member centre"),
                MEMBER_SESSION.CUSTOMER_NO,
                vault);
    }
}
