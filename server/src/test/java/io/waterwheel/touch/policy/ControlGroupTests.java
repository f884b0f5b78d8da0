package io.waterwheel.touch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class ControlGroupTests {

    private static final RoaringBitmap EVERYBODY = RoaringBitmap.bitmapOfRange(1, 100_001);

    @Test
    void itIsTheShareThatWasAskedForAndTheSamePeopleEachTime() {
        RoaringBitmap five = new ControlGroup(brand(1), 5).of(EVERYBODY);
        assertThat(five.getCardinality()).isBetween(4_700, 5_300);
        assertThat(new ControlGroup(brand(1), 5).of(EVERYBODY)).isEqualTo(five);
    }

    @Test
    void aLargerShareHasTheSmallerOneInside() {
        RoaringBitmap five = new ControlGroup(brand(1), 5).of(EVERYBODY);
        RoaringBitmap ten = new ControlGroup(brand(1), 10).of(EVERYBODY);
        assertThat(RoaringBitmap.andNot(five, ten).isEmpty()).isTrue();
    }

    @Test
    void groupsOfTwoBrandsHaveNothingToDoWithEachOther() {
        RoaringBitmap one = new ControlGroup(brand(1), 10).of(EVERYBODY);
        RoaringBitmap other = new ControlGroup(brand(2), 10).of(EVERYBODY);
        assertThat(RoaringBitmap.andCardinality(one, other)).isBetween(800, 1_200);
    }

    @Test
    void withoutAShareNobodyIsInIt() {
        assertThat(new ControlGroup(brand(1), 0).of(EVERYBODY).isEmpty()).isTrue();
    }

    private static Brand brand(int id) {
        return new Brand(
                new BrandId((short) id), "b" + id, "B", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    }
}
