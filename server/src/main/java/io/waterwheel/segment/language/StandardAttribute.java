package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;

/// The attributes every installation has.
public enum StandardAttribute implements Attribute {
    CITY("city", "城市", "city", ValueType.TEXT),
    PROVINCE("province", "省份", "province", ValueType.TEXT),
    GENDER("gender", "性别", "gender", ValueType.TEXT),
    BIRTHDAY("birthday", "生日", "birthday", ValueType.DATE),
    MEMBER_SINCE("memberSince", "入会日期", "member since", ValueType.DATE),
    FIRST_SEEN_AT("firstSeenAt", "首次出现", "first seen", ValueType.DATE),
    LAST_SEEN_AT("lastSeenAt", "最近出现", "last seen", ValueType.DATE),
    REACHABLE_BY_WECOM("reachableByWecom", "企业微信可触达", "reachable by WeCom", ValueType.BOOLEAN),
    REACHABLE_BY_EMAIL("reachableByEmail", "邮件可触达", "reachable by e-mail", ValueType.BOOLEAN);

    private final String code;
    private final Text label;
    private final ValueType type;

    StandardAttribute(String code, String zh, String en, ValueType type) {
        this.code = code;
        this.label = new Text(zh, en);
        this.type = type;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public boolean open() {
        return false;
    }
}
