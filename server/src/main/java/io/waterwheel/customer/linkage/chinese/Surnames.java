package io.waterwheel.customer.linkage.chinese;

import java.util.Map;
import java.util.Set;

/// Surnames of two characters, and those that are read otherwise than the same character elsewhere.
final class Surnames {

    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "上官", "皇甫", "令狐", "诸葛", "司马", "司徒", "司空", "夏侯", "东方", "尉迟", "公孙", "长孙", "慕容", "宇文", "端木", "呼延", "南宫",
            "西门", "独孤", "轩辕", "澹台", "赫连", "申屠", "太史", "闻人", "万俟", "濮阳", "淳于", "单于", "钟离", "公冶", "宗政", "太叔", "仲孙", "鲜于",
            "闾丘", "亓官", "百里", "东郭", "拓跋", "完颜", "纳兰", "第五", "公羊", "左丘", "梁丘", "段干", "南门", "羊舌", "微生", "巫马", "公西", "颛孙",
            "壤驷", "漆雕", "乐正", "宰父", "谷梁", "夹谷");

    private static final Map<String, String> READINGS = Map.ofEntries(
            Map.entry("仇", "qiu"),
            Map.entry("区", "ou"),
            Map.entry("单", "shan"),
            Map.entry("召", "shao"),
            Map.entry("员", "yun"),
            Map.entry("折", "she"),
            Map.entry("曾", "zeng"),
            Map.entry("查", "zha"),
            Map.entry("牟", "mu"),
            Map.entry("盖", "ge"),
            Map.entry("种", "chong"),
            Map.entry("秘", "bi"),
            Map.entry("粘", "nian"),
            Map.entry("繁", "po"),
            Map.entry("翟", "zhai"),
            Map.entry("解", "xie"),
            Map.entry("乐", "yue"),
            Map.entry("朴", "piao"),
            Map.entry("任", "ren"),
            Map.entry("华", "hua"),
            Map.entry("宁", "ning"),
            Map.entry("尉迟", "yu chi"),
            Map.entry("万俟", "mo qi"),
            Map.entry("长孙", "zhang sun"),
            Map.entry("单于", "chan yu"),
            Map.entry("澹台", "tan tai"),
            Map.entry("覃", "qin"),
            Map.entry("那", "na"),
            Map.entry("缪", "miao"),
            Map.entry("隗", "wei"),
            Map.entry("逄", "pang"),
            Map.entry("洗", "xian"),
            Map.entry("柏", "bai"),
            Map.entry("燕", "yan"));

    private Surnames() {}

    /// How many characters of a name of Chinese characters are the surname.
    static int length(String name) {
        return name.length() > 2 && COMPOUND.contains(name.substring(0, 2)) ? 2 : 1;
    }

    /// Its syllables, with a space between two.
    static String pinyin(String surname) {
        String special = READINGS.get(surname);
        return special != null ? special : Reading.of(surname);
    }
}
