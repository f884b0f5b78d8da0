package io.waterwheel.segment.download;

import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file of members can tell of each.
public enum MemberColumn {
    CUSTOMER_NO("customerNo", "客户号", "customer number"),
    NAME("name", "姓名", "name"),
    PHONE("phone", "手机号", "phone", IdentifierKind.PHONE),
    EMAIL("email", "邮箱", "e-mail", IdentifierKind.EMAIL),
    MEMBER_NO("memberNo", "会员号", "member number", IdentifierKind.MEMBER_NO),
    USER_ID("userId", "用户 ID", "user id", IdentifierKind.USER_ID),
    UNIONID("unionid", "unionid", "unionid", IdentifierKind.UNIONID),
    EXTERNAL_USERID("externalUserid", "企微外部联系人 ID", "external_userid", IdentifierKind.EXTERNAL_USERID),
    OPENID("openid", "openid", "openid", IdentifierKind.OPENID),
    GENDER("gender", "性别", "gender"),
    BIRTHDAY("birthday", "生日", "birthday"),
    CITY("city", "城市", "city"),
    PROVINCE("province", "省份", "province"),
    MEMBER_SINCE("memberSince", "入会时间", "member since"),
    FIRST_SEEN_AT("firstSeenAt", "首次出现", "first seen"),
    LAST_SEEN_AT("lastSeenAt", "最近出现", "last seen"),
    ORDERS("orders", "订单数", "orders"),
    NET_SALES("netSales", "净消费", "net sales"),
    LAST_ORDER_AT("lastOrderAt", "最近下单", "last order"),
    REACHABLE("reachable", "可触达渠道", "reachable by");

    private final String code;
    private final Text label;
    private final @Nullable IdentifierKind kind;

    MemberColumn(String code, String zh, String en) {
        this(code, zh, en, null);
    }

    MemberColumn(String code, String zh, String en, @Nullable IdentifierKind kind) {
        this.code = code;
        this.label = new Text(zh, en);
        this.kind = kind;
    }

    static Optional<MemberColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code.equals(code))
                .findFirst();
    }

    /// The name in the API.
    @JsonValue
    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }

    /// The kind of identifier it tells.
    Optional<IdentifierKind> kind() {
        return Optional.ofNullable(kind);
    }

    /// Whether it is masked for those who may not see personal data.
    public boolean personal() {
        return this == NAME
                || this == BIRTHDAY
                || (kind != null && kind != IdentifierKind.MEMBER_NO && kind != IdentifierKind.USER_ID);
    }
}
