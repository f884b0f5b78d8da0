package io.waterwheel.wechat.privacy;

import static io.waterwheel.wechat.generated.Tables.FOLLOWER;
import static io.waterwheel.wechat.generated.Tables.PERMISSION;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class WechatTables {

    @Bean
    @Order(56)
    PersonalData followersData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wechat-followers",
                new Text("关注公众号、使用小程序的记录", "Following an official account, using a mini-program"),
                FOLLOWER.OPENID,
                IdentifierKind.OPENID,
                vault);
    }

    @Bean
    @Order(57)
    PersonalData permissionsData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wechat-permissions",
                new Text("还可以发的订阅消息次数", "Subscribe messages that may still be sent"),
                PERMISSION.OPENID,
                IdentifierKind.OPENID,
                vault);
    }
}
