package io.waterwheel.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Records of people who do not exist, drawn from a seed, with the mistakes that real ones have. Names are as
/// frequent as in China, so that many people share theirs.
final class InventedCustomers {

    private static final double SECOND_RECORD = 0.18;
    private static final double THIRD_RECORD = 0.15;

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈" + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final List<String> COMPOUND = List.of("欧阳", "上官", "司马", "诸葛", "慕容", "令狐", "皇甫", "尉迟");
    private static final String MEN = "伟强磊军洋勇杰涛明超刚平辉鹏华飞波斌浩宇俊峰建志国文林东海龙天泽博然晨阳轩睿航子铭嘉安康健毅凯振永家成世新";
    private static final String WOMEN = "芳娜敏静丽艳娟霞秀玲婷慧雪琳燕红英梅兰萍莉丹倩颖佳怡欣悦梦雨诗涵思语晓璐瑶琪洁珊菲蕾莹珍凤月春云美若可心";
    private static final List<String> CITIES = List.of(
            "上海", "北京", "广州", "深圳", "杭州", "成都", "重庆", "武汉", "苏州", "南京", "西安", "天津", "郑州", "长沙", "东莞", "宁波", "佛山", "合肥",
            "青岛", "昆明", "沈阳", "济南", "无锡", "厦门", "福州", "温州", "金华", "哈尔滨", "大连", "贵阳", "南宁", "泉州", "石家庄", "长春", "南昌",
            "惠州", "常州", "嘉兴", "徐州", "南通", "太原", "保定", "珠海", "中山", "兰州", "临沂", "潍坊", "烟台");
    private static final String ROADS = "中山人民解放建设和平新华文化光明长江黄河南京北京上海天目西湖东风红旗胜利团结友谊青年学院花园湖滨环城江南春晓";
    private static final List<String> PROVIDERS = List.of("qq.com", "163.com", "126.com", "sina.com", "gmail.com");

    /// Pairs that sound alike, and pairs of simplified and traditional.
    private static final String ALIKE = "伟维婷亭静敬丽莉娟捐磊蕾辉晖峰锋杰洁林琳佳嘉怡宜欣心颖影玲铃英瑛芳方军君文雯志智";
    private static final String TRADITIONAL =
            "张張陈陳刘劉杨楊黄黃赵趙吴吳孙孫马馬罗羅郑鄭谢謝许許韩韓邓鄧冯馮肖蕭萧蕭叶葉苏蘇吕呂卢盧钟鍾谭譚陆陸贾賈邹鄒伟偉强強军軍杰傑涛濤刚剛辉輝鹏鵬华華飞飛丽麗艳艷静靜娟娟红紅凤鳳云雲兰蘭颖穎"
                    + "国國东東龙龍阳陽晓曉宝寶建建";

    private final Random random;

    /// Whose record each is.
    private final List<Entry> entries = new ArrayList<>();

    /// @param person whose it is
    /// @param values in the order of the person fields: name, birthday, gender, phone, email, city, address
    record Entry(int person, @Nullable String[] values) {}

    private record Home(String city, String road, int house, int building, int room) {}

    private InventedCustomers(long seed) {
        random = new Random(seed);
    }

    static List<Entry> draw(int records, long seed) {
        InventedCustomers invented = new InventedCustomers(seed);
        for (int person = 0; invented.entries.size() < records; person++) {
            invented.person(person, records);
        }
        Collections.shuffle(invented.entries, invented.random);
        return invented.entries;
    }

    private void person(int person, int most) {
        boolean woman = random.nextInt(100) < 58;
        String name = name(woman);
        int[] born = {1950 + (int) (Math.sqrt(random.nextDouble()) * 57), 1 + random.nextInt(12), 1 + random.nextInt(28)
        };
        Home home = home();
        String phone = phone();
        String email = "u" + random.nextInt(90_000_000) + "@" + PROVIDERS.get(random.nextInt(PROVIDERS.size()));
        String gender = woman ? "female" : "male";
        entries.add(new Entry(person, record(name, born, gender, phone, email, home)));
        for (double more = SECOND_RECORD; random.nextDouble() < more && entries.size() < most; more = THIRD_RECORD) {
            entries.add(new Entry(
                    person,
                    record(
                            misheard(name),
                            misread(born),
                            random.nextInt(200) == 0 ? "unknown" : gender,
                            misdialled(phone),
                            random.nextInt(4) == 0 ? "v" + random.nextInt(90_000_000) + "@qq.com" : email,
                            random.nextInt(100) < 12 ? home() : home)));
        }
    }

    private @Nullable String[] record(String name, int[] born, String gender, String phone, String email, Home home) {
        return new @Nullable String[] {
            known(97, name),
            known(80, "%04d-%02d-%02d".formatted(born[0], born[1], born[2])),
            known(80, gender),
            known(75, phone),
            known(30, email),
            known(90, home.city),
            known(60, address(home)),
        };
    }

    private @Nullable String known(int percent, String value) {
        return random.nextInt(100) < percent ? value : null;
    }

    private String name(boolean woman) {
        String surname = random.nextInt(200) == 0
                ? COMPOUND.get(random.nextInt(COMPOUND.size()))
                : String.valueOf(common(SURNAMES));
        String given = woman ? WOMEN : MEN;
        return surname + common(given) + (random.nextInt(100) < 70 ? String.valueOf(any(given)) : "");
    }

    /// The first far more often than the last.
    private char common(String characters) {
        double skewed = Math.pow(random.nextDouble(), 2.2);
        return characters.charAt((int) (skewed * characters.length()));
    }

    private char any(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private String misheard(String name) {
        int at = name.length() - 1;
        return switch (random.nextInt(100)) {
            case 0, 1, 2 -> name.substring(0, at) + any(MEN + WOMEN);
            case 3, 4, 5 -> replaced(name, ALIKE, true);
            case 6, 7, 8, 9 -> replaced(name, TRADITIONAL, false);
            case 10, 11 -> name.length() > 2 ? name.substring(0, 1) + name.substring(2) : name;
            case 12 -> name + " 先生";
            default -> name;
        };
    }

    private static String replaced(String name, String pairs, boolean both) {
        StringBuilder changed = new StringBuilder(name);
        for (int i = 0; i < changed.length(); i++) {
            int at = pairs.indexOf(changed.charAt(i));
            if (at >= 0 && at % 2 == 0) {
                changed.setCharAt(i, pairs.charAt(at + 1));
            } else if (at > 0 && both) {
                changed.setCharAt(i, pairs.charAt(at - 1));
            }
        }
        return changed.toString();
    }

    private int[] misread(int[] born) {
        return switch (random.nextInt(100)) {
            case 0, 1, 2 -> born[2] <= 12 ? new int[] {born[0], born[2], born[1]} : born;
            case 3, 4 -> new int[] {born[0] + 1 - random.nextInt(3), born[1], born[2]};
            case 5, 6 -> new int[] {born[0], born[1], 1 + random.nextInt(28)};
            default -> born;
        };
    }

    private String phone() {
        return "1" + any("3578") + "%09d".formatted(random.nextInt(1_000_000_000));
    }

    private String misdialled(String phone) {
        int dice = random.nextInt(100);
        if (dice < 20) {
            return phone();
        }
        if (dice < 25) {
            int at = 2 + random.nextInt(9);
            return phone.substring(0, at) + random.nextInt(10) + phone.substring(at + 1);
        }
        return dice < 35 ? "+86 " + phone.substring(0, 3) + "-" + phone.substring(3) : phone;
    }

    private Home home() {
        int city = (int) (Math.pow(random.nextDouble(), 1.8) * CITIES.size());
        int first = 2 * random.nextInt(ROADS.length() / 2);
        int second = 2 * random.nextInt(ROADS.length() / 2);
        String road = ROADS.substring(first, first + 2)
                + (random.nextBoolean() ? ROADS.substring(second, second + 2) : "")
                + (random.nextBoolean() ? "路" : "街");
        return new Home(
                CITIES.get(city),
                road,
                1 + random.nextInt(400),
                1 + random.nextInt(20),
                100 * (1 + random.nextInt(24)) + 1 + random.nextInt(4));
    }

    private String address(Home home) {
        return switch (random.nextInt(4)) {
            case 0 -> home.city + "市" + home.road + home.house + "号" + home.building + "幢" + home.room + "室";
            case 1 -> home.road + home.house + "号" + home.building + "-" + home.room;
            case 2 -> home.city + "市" + home.road + home.house + "号" + home.building + "栋" + home.room;
            default -> home.road + home.house + "号" + home.building + "号楼" + home.room + "室";
        };
    }
}
