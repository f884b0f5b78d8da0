package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Locale;
import java.util.Set;

/// What people and programs write where they must write something. Thousands of records have the same, so as
/// identifiers they would make one customer of strangers.
public final class Placeholders {

    /// Words that stand for nothing in any field.
    private static final Set<String> WORDS = Set.of(
            "null",
            "undefined",
            "none",
            "nil",
            "nan",
            "n/a",
            "na",
            "true",
            "false",
            "0",
            "-1",
            "-",
            "--",
            "[object object]",
            "guest",
            "anonymous",
            "unknown",
            "nobody",
            "test",
            "testing",
            "无",
            "没有",
            "空",
            "匿名",
            "散客",
            "游客",
            "未知",
            "测试");

    /// In front of the @ they are nobody's anywhere.
    private static final Set<String> NOBODYS_MAILBOX = Set.of(
            "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "null", "none", "undefined", "nobody");

    /// In front of the @ they are nobody's where the domain is nobody's either.
    private static final Set<String> EXAMPLES = Set.of(
            "test",
            "tests",
            "testing",
            "user",
            "email",
            "mail",
            "name",
            "yourname",
            "your",
            "you",
            "me",
            "foo",
            "abc",
            "123",
            "123456",
            "xxx");

    /// RFC 2606 and RFC 6761 keep these for documentation. Much is tried out with them, so only mailboxes that are
    /// examples as well are refused there.
    private static final Set<String> EXAMPLE_DOMAINS =
            Set.of("example.com", "example.org", "example.net", "example.cn");

    /// China Mobile's own number, which is in every form that was ever tried out.
    private static final String SERVICE_NUMBER = "13800138000";

    private static final String RISING = "01234567890123456789";
    private static final String FALLING = "98765432109876543210";
    private static final int SEQUENCE_LEAST = 7;
    private static final int MOBILE_LENGTH = 11;
    private static final int MOBILE_PREFIX = 3;

    private Placeholders() {}

    /// Whether the text stands for nothing, whatever field it is in.
    public static boolean word(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return WORDS.contains(plain) || zeros(plain);
    }

    /// Whether the identifier is a phone or a mailbox that forms are filled with; [#word] tells the others.
    public static boolean identifier(Identifier identifier) {
        return switch (identifier.kind()) {
            case PHONE -> phone(identifier.value());
            case EMAIL -> email(identifier.value());
            case MEMBER_NO, USER_ID, ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID, BUYER_ID -> false;
        };
    }

    /// Whether the text is a placeholder for an attribute of that name.
    public static boolean value(String attribute, String text) {
        return switch (attribute) {
            case "phone" -> word(text) || phone(digits(text));
            case "email" -> word(text) || email(text.strip().toLowerCase(Locale.ROOT));
            default -> word(text);
        };
    }

    private static String digits(String text) {
        return text.chars().anyMatch(Character::isDigit) ? new Identifier(IdentifierKind.PHONE, text).value() : "";
    }

    /// @param digits without country code and separators
    static boolean phone(String digits) {
        if (digits.isEmpty()) {
            return false;
        }
        boolean sequence = digits.length() >= SEQUENCE_LEAST && (RISING.contains(digits) || FALLING.contains(digits));
        boolean noSubscriber = digits.length() == MOBILE_LENGTH && zeros(digits.substring(MOBILE_PREFIX));
        return digits.equals(SERVICE_NUMBER) || sequence || noSubscriber || oneCharacter(digits);
    }

    /// @param email in lower case
    static boolean email(String email) {
        int at = email.indexOf('@');
        if (at <= 0) {
            return false;
        }
        String mailbox = email.substring(0, at);
        String domain = email.substring(at + 1);
        String first = domain.indexOf('.') < 0 ? domain : domain.substring(0, domain.indexOf('.'));
        boolean example = EXAMPLES.contains(mailbox) || oneCharacter(mailbox);
        // test@test.com, a@a.cn, xxx@xxx.com
        boolean both = mailbox.equals(first) && example;
        return NOBODYS_MAILBOX.contains(mailbox) || both || (example && EXAMPLE_DOMAINS.contains(domain));
    }

    /// `000000`, and an id of zeros such as `00000000-0000-0000-0000-000000000000`.
    private static boolean zeros(String text) {
        return text.indexOf('0') >= 0 && text.chars().allMatch(c -> c == '0' || c == '-');
    }

    private static boolean oneCharacter(String text) {
        return text.chars().distinct().count() == 1;
    }
}
