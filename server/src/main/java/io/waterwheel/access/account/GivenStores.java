package io.waterwheel.access.account;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stores of some brands as an administrator chose them for an account; brands that are not named stay as they
/// are.
///
/// A store is not looked up: this module knows no catalogue, and a store may have a till before a file tells of it.
record GivenStores(Map<Brand, Set<String>> byBrand) {

    private static final int MOST = 200;
    private static final int LONGEST = 100;

    /// @param chosen store codes by the brand's key
    /// @throws Problem `not-found` for a brand that is none, `invalid` for too many stores or a code that is none
    static GivenStores of(Map<String, ? extends @Nullable List<@Nullable String>> chosen, Brands brands) {
        Map<Brand, Set<String>> byBrand = new LinkedHashMap<>();
        chosen.forEach((key, codes) -> byBrand.put(brands.byKey(key), checked("/stores/" + key, codes)));
        return new GivenStores(byBrand);
    }

    private static Set<String> checked(String pointer, @Nullable List<@Nullable String> codes) {
        if (codes == null || codes.size() > MOST) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", 0, MOST);
        }
        Set<String> checked = new LinkedHashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String given = codes.get(i);
            String code = given == null ? "" : given.strip();
            if (code.isEmpty() || code.length() > LONGEST) {
                throw new Problem(KernelProblem.INVALID).outside(pointer + "/" + i, "length", 1, LONGEST);
            }
            checked.add(code);
        }
        return checked;
    }
}
