package io.waterwheel.demo.world;

import java.util.List;

/// A city with its centre in GCJ-02, the datum of maps in mainland China.
///
/// @param weight     how many of the brand's stores it would have of 60
/// @param spread     standard deviation of stores' distance from the centre, in km
/// @param inland     the bearing, in degrees clockwise from north, around which there is land
/// @param landWidth  how many degrees either side of `inland` are land: 180 is everywhere
record City(
        String name,
        String province,
        double longitude,
        double latitude,
        double weight,
        double spread,
        int inland,
        int landWidth) {

    static final List<City> ALL = List.of(
            inside("上海", "上海", 121.473667, 31.230525, 7, 5),
            inside("北京", "北京", 116.407387, 39.904179, 6, 6),
            inside("杭州", "浙江", 120.155070, 30.274084, 5, 4),
            inside("成都", "四川", 104.066301, 30.572961, 4, 5),
            inside("广州", "广东", 113.264499, 23.130061, 4, 4),
            coast("深圳", "广东", 114.057939, 22.543527, 4, 3, 350, 60),
            inside("南京", "江苏", 118.796624, 32.059344, 3, 4),
            inside("苏州", "江苏", 120.585294, 31.299758, 3, 4),
            inside("武汉", "湖北", 114.304569, 30.593354, 2, 4),
            inside("重庆", "重庆", 106.551787, 29.562680, 2, 4),
            inside("西安", "陕西", 108.939645, 34.343207, 2, 4),
            inside("长沙", "湖南", 112.938882, 28.228304, 2, 4),
            coast("厦门", "福建", 118.089204, 24.479664, 2, 1.5, 40, 40),
            inside("福州", "福建", 119.296389, 26.074268, 1.5, 3),
            inside("宁波", "浙江", 121.622172, 29.868350, 1.5, 3),
            inside("无锡", "江苏", 120.311889, 31.491064, 1.3, 3),
            inside("天津", "天津", 117.201509, 39.085318, 1.3, 4),
            coast("青岛", "山东", 120.382665, 36.066938, 1.2, 2.5, 0, 50),
            inside("济南", "山东", 117.120128, 36.652069, 1, 3),
            inside("郑州", "河南", 113.625351, 34.746303, 1.2, 4),
            inside("合肥", "安徽", 117.227267, 31.820570, 1.1, 4),
            inside("昆明", "云南", 102.833669, 24.881490, 1, 3),
            inside("沈阳", "辽宁", 123.464675, 41.677576, 1, 4),
            coast("大连", "辽宁", 121.614786, 38.913962, 0.9, 1.5, 250, 30),
            inside("佛山", "广东", 113.121586, 23.021351, 0.9, 3),
            inside("东莞", "广东", 113.751884, 23.021016, 0.9, 3),
            inside("南昌", "江西", 115.857972, 28.682976, 0.8, 3),
            inside("贵阳", "贵州", 106.628201, 26.646694, 0.7, 3));

    static City named(String name) {
        for (City city : ALL) {
            if (city.name.equals(name)) {
                return city;
            }
        }
        throw new IllegalArgumentException("no city " + name);
    }

    private static City inside(
            String name, String province, double longitude, double latitude, double weight, double spread) {
        return new City(name, province, longitude, latitude, weight, spread, 0, 180);
    }

    private static City coast(
            String name,
            String province,
            double longitude,
            double latitude,
            double weight,
            double spread,
            int inland,
            int landWidth) {
        return new City(name, province, longitude, latitude, weight, spread, inland, landWidth);
    }
}
