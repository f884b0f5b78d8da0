package io.waterwheel.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One number with what it is compared to.
///
/// @param baseline the same work done the barest way, in the same unit, on the same machine, in the same run
record Measurement(String name, double value, String unit, String baselineName, double baseline) {

    /// The one line a bench prints.
    String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("value", rounded(value));
        line.put("unit", unit);
        line.put("baseline", rounded(baseline));
        line.put("ratio", Math.round(1000 * value / baseline) / 1000.0);
        line.put("baselineName", baselineName);
        line.put("machine", machine());
        return JsonMapper.shared().writeValueAsString(line);
    }

    /// The least of some numbers that this share of them does not exceed.
    ///
    /// @param share 0 … 1, such as .99
    static double quantile(double[] numbers, double share) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double rounded(double number) {
        return number >= 100 ? Math.round(number) : Math.round(number * 100) / 100.0;
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %d GiB, %s %s, Java %s"
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }
}
