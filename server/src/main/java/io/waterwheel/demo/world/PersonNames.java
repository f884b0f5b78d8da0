package io.waterwheel.demo.world;

import java.util.Arrays;
import java.util.List;

/// Chinese names as they are met: surnames by how common they are, given names by gender.
final class PersonNames {

    /// Surname, pinyin and roughly how many of a thousand people bear it.
    private static final List<Surname> SURNAMES =
            parse("王 wang 72,李 li 71,张 zhang 68,刘 liu 54,陈 chen 46,杨 yang 31,赵 zhao 23,黄 huang 23,周 zhou 21,吴 wu 20,"
                    + "徐 xu 17,孙 sun 16,胡 hu 13,朱 zhu 13,高 gao 12,林 lin 12,何 he 12,郭 guo 12,马 ma 11,罗 luo 9,"
                    + "梁 liang 9,宋 song 8,郑 zheng 8,谢 xie 7,韩 han 7,唐 tang 7,冯 feng 7,于 yu 6,董 dong 6,萧 xiao 6,"
                    + "程 cheng 6,曹 cao 6,袁 yuan 5,邓 deng 5,许 xu 5,傅 fu 5,沈 shen 5,曾 zeng 5,彭 peng 5,吕 lv 5,"
                    + "苏 su 5,卢 lu 5,蒋 jiang 5,蔡 cai 5,贾 jia 4,丁 ding 4,魏 wei 4,薛 xue 4,叶 ye 4,阎 yan 4,"
                    + "余 yu 4,潘 pan 4,杜 du 4,戴 dai 4,夏 xia 4,钟 zhong 4,汪 wang 4,田 tian 4,任 ren 4,姜 jiang 4,"
                    + "范 fan 4,方 fang 4,石 shi 4,姚 yao 4,谭 tan 4,廖 liao 4,邹 zou 4,熊 xiong 3,金 jin 3,陆 lu 3,"
                    + "郝 hao 3,孔 kong 3,白 bai 3,崔 cui 3,康 kang 3,毛 mao 3,邱 qiu 3,秦 qin 3,江 jiang 3,史 shi 3,"
                    + "顾 gu 3,侯 hou 3,邵 shao 3,孟 meng 3,龙 long 3,万 wan 3,段 duan 3,雷 lei 3,钱 qian 3,汤 tang 3,"
                    + "尹 yin 3,黎 li 3,易 yi 3,常 chang 3,武 wu 3,乔 qiao 3,贺 he 3,赖 lai 3,龚 gong 3,文 wen 3,"
                    + "欧阳 ouyang 1,司徒 situ 1,上官 shangguan 1,诸葛 zhuge 1");

    private static final List<String> FEMALE =
            words("静 敏 婷 雪 丽 娜 燕 玲 芳 倩 颖 琳 璐 瑶 悦 晴 蕾 薇 萍 洁 雨欣 欣怡 梓涵 诗涵 子萱 雨桐 思琪 佳怡 梦瑶 晓燕 "
                    + "海燕 丽娟 秀英 桂芳 玉兰 雅静 婉清 若曦 语嫣 可馨 心怡 一诺 艺涵 书瑶 沐晴 晨曦 佳琪 雪莹 思雨 慧敏 "
                    + "晓彤 梦洁 亚楠 嘉欣 依诺 芷若 美玲 春梅 红霞 云舒");
    private static final List<String> MALE =
            words("伟 强 磊 军 杰 涛 超 勇 鹏 斌 浩 凯 俊 辉 宇 毅 峰 波 健 旭 浩然 子轩 宇航 博文 俊杰 志强 建国 国庆 文博 思远 "
                    + "天宇 嘉豪 明轩 泽宇 一鸣 家辉 俊熙 志远 晓东 海涛 文杰 振华 永强 建军 立新 梓豪 晨阳 睿哲 鸿飞 子墨 "
                    + "承宇 景行 皓轩 少华 光明 卫东 学文 新宇 志明 云帆");

    private static final double[] UP_TO = upTo();

    private PersonNames() {}

    /// @param pinyin of the surname, in plain letters
    record Surname(String text, String pinyin, double weight) {}

    static Surname surname(Draws draws) {
        return SURNAMES.get(draws.weighted(UP_TO));
    }

    static String given(Draws draws, boolean female) {
        return draws.one(female ? FEMALE : MALE);
    }

    private static List<Surname> parse(String table) {
        return Arrays.stream(table.split(",", -1))
                .map(entry -> entry.split(" ", -1))
                .map(parts -> new Surname(parts[0], parts[1], Double.parseDouble(parts[2])))
                .toList();
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static double[] upTo() {
        double[] sums = new double[SURNAMES.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += SURNAMES.get(i).weight();
            sums[i] = sum;
        }
        return sums;
    }
}
