package io.waterwheel.customer.linkage.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.linkage.compare.Comparison;
import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Chinese names, telephone numbers and addresses as they really come.
class ChineseNameTests {

    private final ChineseNameComparison names = new ChineseNameComparison();
    private final PhoneComparison phones = new PhoneComparison();
    private final AddressComparison addresses = new AddressComparison();

    @ParameterizedTest
    @CsvSource({
        "陳偉, 陈伟, SAME",
        "張小明, 张小明 先生, SAME",
        "欧阳　娜娜, 歐陽娜娜, SAME",
        "阿里木·买买提, 阿里木买买提, SAME",
        "张伟, 张维, SAME_SOUND",
        "张伟, Zhang Wei, SAME_SOUND",
        "张伟, ＺＨＡＮＧ ＷＥＩ, SAME_SOUND",
        "王小明, Xiaoming Wang, SAME_SOUND",
        "曾国藩, Zeng Guofan, SAME_SOUND",
        "单田芳, Shan Tianfang, SAME_SOUND",
        "尉迟恭, Yuchi Gong, SAME_SOUND",
        "吕布, Lv Bu, SAME_SOUND",
        "林静, 凌静, ALMOST",
        "张丽娜, 章丽拉, ALMOST",
        "王小明, 王小红, ALMOST",
        "王小明, 王明, ALMOST",
        "王小明, 王明小, ALMOST",
        "张伟, 张敏, PARTLY",
        "司马懿, 司马昭, ALMOST",
        "司马懿, 司徒雷, DIFFERENT",
        "诸葛亮, 诸葛瑾瑜, PARTLY",
        "张伟, 李敏, DIFFERENT",
        "张伟, 李伟, DIFFERENT",
        "John Smith, Smith John, SAME_SOUND",
        "John Smith, Jon Smith, ALMOST",
        "John Smith, Mary Jones, DIFFERENT",
    })
    void standsToAnotherLikeThat(String left, String right, Likeness expected) {
        assertThat(likeness(names, left, right)).isEqualTo(expected);
        assertThat(likeness(names, right, left)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"微信用户", "匿名", " ", "·", "先生", "test"})
    void tellsNothingWhenNobodyIsCalledLikeThat(String name) {
        assertThat(names.fold(name)).isNull();
    }

    @Test
    void takesCompoundSurnamesForOne() {
        assertThat(ChineseName.of("欧阳娜娜").surname()).isEqualTo("欧阳");
        assertThat(ChineseName.of("欧阳").surname()).as("阳 of the family 欧").isEqualTo("欧");
        assertThat(ChineseName.of("张伟").surname()).isEqualTo("张");
    }

    @ParameterizedTest
    @CsvSource({
        "13812345678, +86 138-1234-5678, SAME",
        "13812345678, ００８６13812345678, SAME",
        "013812345678, 13812345678, SAME",
        "13812345678, 13812345679, ALMOST",
        "13812345678, 13812354678, ALMOST",
        "13812345678, 1381234568, ALMOST",
        "13812345678, 15900005678, PARTLY",
        "13812345678, 15900001111, DIFFERENT",
    })
    void telephoneNumbersForgiveOneSlip(String left, String right, Likeness expected) {
        assertThat(likeness(phones, left, right)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000", "123", "none"})
    void someTelephoneNumbersAreNone(String phone) {
        assertThat(phones.fold(phone)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "浙江省杭州市西湖区文三路90号3幢201室, 杭州市西湖区文三路九十号3栋201, SAME",
        "浙江省杭州市西湖区文三路90号3幢201室, 西湖區文三路90號3幢201室, SAME",
        "上海市浦东新区世纪大道一百二十号, 浦东新区世纪大道120号, SAME",
        "上海市浦东新区世纪大道１２０号, 上海浦东新区世纪大道120号, SAME",
        "杭州西湖区文三路90号, 文三路90号, SAME",
        "内蒙古自治区呼和浩特市赛罕区大学路3号, 大学路3号, SAME",
        "杭州市市民街5号, 市民街5号, SAME",
        "花园小区3幢201, 三里亭小区3幢201, DIFFERENT",
        "文三路90号3幢201室, 文三路90号, SIMILAR",
        "文三路90号3幢201室, 文三路90号5幢201室, PARTLY",
        "文三路90号, 文三路190号, PARTLY",
        "文三路90号, 天目山路90号, DIFFERENT",
    })
    void addressesAreOneHoweverMuchIsLeftOut(String left, String right, Likeness expected) {
        assertThat(likeness(addresses, left, right)).isEqualTo(expected);
        assertThat(likeness(addresses, right, left)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"九十, 90", "十, 10", "十二, 12", "一百零二, 102", "二〇一, 201", "两百, 200"})
    void numeralsAreRead(String numeral, long value) {
        assertThat(ChineseNumeral.value(numeral)).isEqualTo(value);
    }

    private static <P> Likeness likeness(Comparison<P> comparison, String left, String right) {
        String one = Objects.requireNonNull(comparison.fold(left));
        String other = Objects.requireNonNull(comparison.fold(right));
        return one.equals(other)
                ? Likeness.SAME
                : comparison.compare(comparison.prepare(one), comparison.prepare(other));
    }
}
