package io.waterwheel.customer.linkage.chinese;

import java.util.List;

/// Province, city and district at the head of an address. They are compared as fields of their own, and people
/// leave them out as they please.
final class Divisions {

    private static final int NAME_MOST = 7;
    private static final List<List<String>> LEVELS =
            List.of(List.of("省", "自治区", "特别行政区"), List.of("市", "自治州", "地区", "盟"), List.of("新区", "区", "县", "旗", "市"));

    /// 小区, 社区, 园区 are where people live, not divisions.
    private static final String NO_DISTRICT_AFTER = "小社园校厂院景";

    /// 市场, 市民, 市政: a road's name.
    private static final String NO_CITY_BEFORE = "场民政府";

    private Divisions() {}

    /// The address from the road on; the whole when nothing would be left.
    static String without(String address) {
        int at = address.startsWith("中国") ? 2 : 0;
        for (List<String> level : LEVELS) {
            at = after(address, at, level);
        }
        return at == address.length() ? address : address.substring(at);
    }

    private static int after(String address, int begin, List<String> words) {
        int last = Math.min(address.length(), begin + NAME_MOST + 1);
        for (int at = begin; at < last && Han.is(address.charAt(at)); at++) {
            for (String word : words) {
                int end = at + word.length();
                if (at > begin && address.startsWith(word, at) && !partOfAName(address, at, end)) {
                    return end;
                }
            }
        }
        return begin;
    }

    private static boolean partOfAName(String address, int at, int end) {
        char word = address.charAt(end - 1);
        return word == '区' && NO_DISTRICT_AFTER.indexOf(address.charAt(at - 1)) >= 0
                || word == '市' && end < address.length() && NO_CITY_BEFORE.indexOf(address.charAt(end)) >= 0;
    }
}
