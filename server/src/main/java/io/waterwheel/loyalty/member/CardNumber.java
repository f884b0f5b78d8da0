package io.waterwheel.loyalty.member;

import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// A member's card number: five digits of the brand, ten of the member in no order anybody could guess the
/// next from, and a check digit (Luhn, ISO/IEC 7812-1), so that a mistyped one is told from a real one.
public record CardNumber(@JsonValue String value) {

    private static final long MEMBERS = 10_000_000_000L;

    /// Has no factor in common with ten to the tenth, so no two members get one number.
    private static final long SPREAD = 7_654_321_003L;

    private static final Pattern DIGITS = Pattern.compile("\\d{16}");

    /// @throws IllegalArgumentException when it cannot be one
    public CardNumber {
        if (!DIGITS.matcher(value).matches() || sum(value) % 10 != 0) {
            throw new IllegalArgumentException("no card number");
        }
    }

    public static boolean is(String text) {
        return DIGITS.matcher(text).matches() && sum(text) % 10 == 0;
    }

    static CardNumber of(BrandId brand, CustomerNo opened) {
        long spread = BigInteger.valueOf(opened.value())
                .multiply(BigInteger.valueOf(SPREAD))
                .mod(BigInteger.valueOf(MEMBERS))
                .longValue();
        String digits = "%05d%010d".formatted(brand.value(), spread);
        return new CardNumber(digits + (10 - sum(digits + "0") % 10) % 10);
    }

    /// Every second digit from the right counts double.
    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }
}
