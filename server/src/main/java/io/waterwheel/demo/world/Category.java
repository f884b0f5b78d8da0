package io.waterwheel.demo.world;

import java.util.List;

/// What the brand sells, in twelve kinds.
///
/// Prices are log-normal around a median; a product is used up after a time around the median of its kind.
public enum Category {
    GREEN("绿茶", 0.16, 98, 0.45, 45, "龙井 碧螺春 毛峰 云雾 雀舌 毛尖 瓜片 银毫", "明前 雨前 高山 头采 臻选", "50g 罐装,100g 袋装,125g 罐装"),
    BLACK("红茶", 0.12, 88, 0.45, 50, "正山小种 金骏眉 滇红 祁红 九曲红 桂花红茶 野生红茶", "春采 古树 蜜香 花香 臻选", "60g 罐装,100g 袋装,150g 罐装"),
    OOLONG("乌龙茶", 0.12, 118, 0.5, 55, "铁观音 大红袍 肉桂 水仙 凤凰单丛 冻顶乌龙 东方美人", "清香 浓香 炭焙 陈年 臻选", "8g×10 泡,125g 罐装,250g 礼罐"),
    WHITE("白茶", 0.07, 138, 0.55, 70, "白毫银针 白牡丹 贡眉 寿眉 月光白 荒野白茶 老白茶", "头采 高山 荒野 三年陈 五年陈", "50g 罐装,100g 小饼,300g 茶饼"),
    PUER("普洱茶", 0.08, 128, 0.6, 90, "布朗 易武 班章 冰岛 景迈 勐库 南糯", "古树生茶 春芽生茶 宫廷熟茶 陈年熟茶 小青柑", "8g×10 粒,200g 小饼,357g 茶饼"),
    JASMINE("茉莉花茶", 0.09, 78, 0.4, 45, "龙毫 银针 飘雪 绣球 碧潭 女儿环 雪芽", "三窨 五窨 七窨 九窨 头采", "50g 罐装,100g 袋装,200g 袋装"),
    HERBAL("花草茶", 0.10, 49, 0.35, 30, "玫瑰 洛神花 桂花 菊花 金银花 陈皮 柠檬 红枣枸杞", "清养 温润 轻享 有机 四季", "10 包,15 包,20 包"),
    TEABAG("袋泡茶", 0.11, 39, 0.35, 25, "蜜桃乌龙 桂花乌龙 茉莉绿茶 荔枝红茶 玄米绿茶 葡萄乌龙 白桃红茶", "冷泡 三角茶包 无糖 轻享 办公室", "7 包,15 包,30 包"),
    SNACK("茶点", 0.08, 32, 0.3, 14, "绿豆糕 凤梨酥 桂花糕 茶酥 核桃酥 麻薯 云片糕", "低糖 抹茶 手作 海盐 黑芝麻", "6 枚,8 枚,12 枚"),
    TEAWARE("茶具", 0.03, 168, 0.7, 540, "盖碗 公道杯 品茗杯 旅行茶具 玻璃壶 紫砂壶 茶盘", "青瓷 白瓷 汝窑 粗陶 手绘", "单件,对装,礼盒"),
    SKINCARE("茶萃护肤", 0.06, 119, 0.45, 60, "洁面乳 面膜 精华水 护手霜 润唇膏 面霜 身体乳", "绿茶 白茶 山茶花 乌龙 茉莉", "标准装,便携装,家庭装"),
    GIFT("礼盒", 0.05, 298, 0.5, 120, "四季 山水 团圆 知己 岁华 乔迁 谢师", "臻藏 雅集 春礼 秋礼 年礼", "双罐,四罐,六罐");

    private final String label;
    private final double popularity;
    private final double medianYuan;
    private final double priceSigma;
    private final int usedUpDays;
    private final List<String> kinds;
    private final List<String> styles;
    private final List<String> packs;

    Category(
            String label,
            double popularity,
            double medianYuan,
            double priceSigma,
            int usedUpDays,
            String kinds,
            String styles,
            String packs) {
        this.label = label;
        this.popularity = popularity;
        this.medianYuan = medianYuan;
        this.priceSigma = priceSigma;
        this.usedUpDays = usedUpDays;
        this.kinds = List.of(kinds.split(" ", -1));
        this.styles = List.of(styles.split(" ", -1));
        this.packs = List.of(packs.split(",", -1));
    }

    public String label() {
        return label;
    }

    double popularity() {
        return popularity;
    }

    double medianYuan() {
        return medianYuan;
    }

    double priceSigma() {
        return priceSigma;
    }

    int usedUpDays() {
        return usedUpDays;
    }

    /// How many different names it can give.
    int names() {
        return kinds.size() * styles.size();
    }

    /// The `index`-th name, different for each index below [#names].
    String name(int index, Draws draws) {
        String kind = kinds.get(index % kinds.size());
        String style = styles.get((index / kinds.size() + index) % styles.size());
        return style + kind + " " + draws.one(packs);
    }
}
