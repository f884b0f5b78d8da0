package io.waterwheel.access.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.ZoneId;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BrandModuleTests {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    KnownBrands brands;

    @Autowired
    TestBrands testBrands;

    @Test
    void theFirstStartMakesABrandToBeginWith() {
        Brand main = brands.byKey("main");
        assertThat(main.name()).isEqualTo("我的品牌");
        assertThat(main.currency().getCurrencyCode()).isEqualTo("CNY");
        assertThat(main.zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aNewBrandIsFoundAtOnceByKeyAndById() {
        Brand made = brands.create("kettle-1", "Kettle", POUND, LONDON);
        assertThat(brands.byKey("kettle-1")).isEqualTo(made);
        assertThat(brands.get(made.id())).isEqualTo(made);
        assertThat(brands.all()).contains(made);
    }

    @Test
    void aKeyIsTakenOnce() {
        Brand first = testBrands.chinese();
        refused(AccessProblem.BRAND_TAKEN, () -> brands.create(first.key(), "Again", POUND, LONDON));
    }

    @Test
    void aKeyIsAShortLowerCaseWord() {
        for (String key : new String[] {"", "a", "Main", "1st", "-x", "a b", "品牌", "a/b", "x".repeat(32)}) {
            refused(AccessProblem.BRAND_KEY_INVALID, () -> brands.create(key, "Name", POUND, LONDON));
        }
    }

    @Test
    void aNameIsNeeded() {
        refused(KernelProblem.INVALID, () -> brands.create("nameless", " ", POUND, LONDON));
    }

    @Test
    void aCurrencyHasMinorUnits() {
        refused(KernelProblem.INVALID, () -> brands.create("golden", "Gold", Currency.getInstance("XAU"), LONDON));
    }

    @Test
    void anUnknownBrandIsNotFound() {
        refused(KernelProblem.NOT_FOUND, () -> brands.byKey("nobody"));
    }

    @Test
    void aBrandWithoutOrdersMayStillChangeItsCurrency() {
        Brand brand = testBrands.chinese();
        brands.change(brand, "Renamed", POUND, LONDON);
        assertThat(brands.byKey(brand.key())).isEqualTo(new Brand(brand.id(), brand.key(), "Renamed", POUND, LONDON));
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
