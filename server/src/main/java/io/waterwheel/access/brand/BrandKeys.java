package io.waterwheel.access.brand;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Currency;
import java.util.regex.Pattern;

/// What a brand may be called and count its money in.
final class BrandKeys {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final int LONGEST_NAME = 60;

    private BrandKeys() {}

    static void check(String key, String name, Currency currency) {
        if (!KEY.matcher(key).matches()) {
            throw new Problem(AccessProblem.BRAND_KEY_INVALID)
                    .with("key", key.length() > 40 ? key.substring(0, 40) + "…" : key);
        }
        checkSettings(name, currency);
    }

    static void checkSettings(String name, Currency currency) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, LONGEST_NAME);
        }
        // Funds and metals (XAU, XXX) have no minor unit, so no amount could be kept in them.
        if (currency.getDefaultFractionDigits() < 0) {
            throw new Problem(KernelProblem.INVALID).at("/currency", "unknown", Text.same(currency.getCurrencyCode()));
        }
    }
}
