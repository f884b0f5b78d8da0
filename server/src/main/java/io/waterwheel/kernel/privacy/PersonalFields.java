package io.waterwheel.kernel.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names under which phone numbers, e-mail and postal addresses and numbers of papers come, in any spelling.
public final class PersonalFields {

    private static final Set<String> PERSONAL = Set.of(
            "phone",
            "phonenumber",
            "phoneno",
            "mobile",
            "mobilephone",
            "mobilenumber",
            "tel",
            "telephone",
            "email",
            "mail",
            "emailaddress",
            "address",
            "addresses",
            "street",
            "streetaddress",
            "addressline1",
            "addressline2",
            "address1",
            "address2",
            "shippingaddress",
            "billingaddress",
            "deliveryaddress",
            "homeaddress",
            "phones",
            "emails",
            "手机",
            "手机号",
            "手机号码",
            "电话",
            "电话号码",
            "邮箱",
            "电子邮件",
            "地址",
            "收货地址",
            "详细地址",
            "联系电话",
            "联系方式",
            "idcard",
            "idcardno",
            "idnumber",
            "passport",
            "身份证",
            "身份证号",
            "身份证号码",
            "证件号",
            "证件号码");

    /// Parts of an address that many people share, which segments ask for.
    private static final Set<String> SHARED =
            Set.of("city", "province", "state", "region", "country", "countrycode", "district", "城市", "省份", "国家");

    /// A phone number, an e-mail address, an identity number.
    private static final Pattern TELLING = Pattern.compile("[^\\s@]+@[^\\s@]+"
            + "|(?<!\\d)(?:\\+?86)?[ -]?1[3-9](?:[ -]?\\d){9}(?!\\d)"
            + "|(?<!\\d)\\d{17}[\\dXx](?!\\d)");

    private static final int PHONE_DIGITS = 11;

    private PersonalFields() {}

    /// Whether a value looks personal whatever its name: free text may hold what no field is named for.
    public static boolean telling(String value) {
        return mayTell(value) && TELLING.matcher(value).find();
    }

    /// What has neither an at sign nor the eleven digits of a phone number cannot match.
    private static boolean mayTell(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '@') {
                return true;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits >= PHONE_DIGITS;
    }

    public static boolean personal(String name) {
        return PERSONAL.contains(name) || PERSONAL.contains(normal(name));
    }

    /// Whether a value inside an address may stay readable.
    public static boolean shared(String name) {
        return SHARED.contains(normal(name));
    }

    private static String normal(String name) {
        boolean plain = true;
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c != '_' && c != '-' && c != ' ' && !(c >= 'A' && c <= 'Z');
        }
        return plain
                ? name
                : name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
