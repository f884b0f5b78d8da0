package io.waterwheel.customer.linkage.chinese;

import io.waterwheel.customer.linkage.compare.Comparison;
import io.waterwheel.customer.linkage.compare.Folding;
import io.waterwheel.customer.linkage.compare.JaroWinkler;
import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses, Chinese first. 浙江省杭州市西湖区文三路九十号3幢201室 and 杭州西湖区文三路90号3-201 are the same: province, city and
/// district may be left out, numerals and the words for number, building and room are one.
public final class AddressComparison implements Comparison<Address> {

    private static final double SAME_PLACE = 0.90;
    private static final Pattern NUMERAL = Pattern.compile("[零〇一二两三四五六七八九十百]+(?=号|弄|幢|栋|座|楼|层|单元|室|房|组|巷|院|#)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+[a-z]?|[a-z](?=[0-9座栋幢])");
    private static final Pattern NUMBER_WORD = Pattern.compile("(?<=[0-9a-z])(?:号楼|号院|号|弄|幢|栋|座|楼|层|单元|室|房|组|#)");
    private static final Pattern NOISE = Pattern.compile("[^\\p{IsHan}0-9a-z]+");

    @Override
    public @Nullable String fold(String raw) {
        String text = Han.simplified(Folding.text(raw));
        text = numerals(text);
        String local = Divisions.without(text);
        local = NUMBER_WORD.matcher(local).replaceAll("-");
        local = NOISE.matcher(local).replaceAll("-");
        int begin = local.startsWith("-") ? 1 : 0;
        int end = local.length() - (local.length() > begin && local.endsWith("-") ? 1 : 0);
        return begin == end ? null : local.substring(begin, end);
    }

    private static String numerals(String text) {
        return NUMERAL.matcher(text).replaceAll(found -> String.valueOf(ChineseNumeral.value(found.group())));
    }

    @Override
    public Address prepare(String folded) {
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(folded);
        while (number.find()) {
            numbers.add(number.group());
        }
        return new Address(number.replaceAll("").replace("-", ""), List.copyOf(numbers));
    }

    @Override
    public Likeness compare(Address left, Address right) {
        boolean samePlace = left.place().equals(right.place())
                || JaroWinkler.similarity(left.place(), right.place()) >= SAME_PLACE
                || within(left.place(), right.place());
        if (!samePlace) {
            return Likeness.DIFFERENT;
        }
        if (left.numbers().equals(right.numbers())) {
            return Likeness.ALMOST;
        }
        return begins(left.numbers(), right.numbers()) ? Likeness.SIMILAR : Likeness.PARTLY;
    }

    /// 文三路 within 西湖文三路东: one of the two says more.
    private static boolean within(String left, String right) {
        return Math.min(left.length(), right.length()) > 2 && (left.contains(right) || right.contains(left));
    }

    /// The same house, told further by one of the two.
    private static boolean begins(List<String> left, List<String> right) {
        int shared = Math.min(left.size(), right.size());
        return shared > 0 && left.subList(0, shared).equals(right.subList(0, shared));
    }
}
