package io.waterwheel.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs the benches named, or all of them.
public final class Bench {

    private static final Map<String, Supplier<Target>> TARGETS = targets();

    private Bench() {}

    private static Map<String, Supplier<Target>> targets() {
        Map<String, Supplier<Target>> targets = new LinkedHashMap<>();
        targets.put("start", StartBench::new);
        targets.put("intake", IntakeBench::new);
        targets.put("identity", IdentityBench::new);
        targets.put("visible", VisibleBench::new);
        targets.put("profile", ProfileBench::new);
        targets.put("segment-now", SegmentNowBench::new);
        targets.put("import", ImportBench::ofRetailer);
        targets.put("import-large", ImportBench::ofTenMillionLines);
        targets.put("customers", CustomersBench::new);
        targets.put("broadcast", BroadcastBench::new);
        targets.put("caps", CapsBench::new);
        targets.put("journey", JourneyBench::new);
        targets.put("coupons", CouponBench::new);
        targets.put("ledger", LedgerBench::new);
        targets.put("what-if", WhatIfBench::new);
        targets.put("linkage", LinkageBench::new);
        targets.put("segment", SegmentBench::new);
        targets.put("soak", SoakBench::new);
        return targets;
    }

    public static void main(String[] names) throws Exception {
        List<Target> wanted = new ArrayList<>();
        for (String name : names.length == 0 ? TARGETS.keySet().toArray(String[]::new) : names) {
            Supplier<Target> target = TARGETS.get(name);
            if (target == null) {
                System.err.println("no bench is called " + name + "; there are: " + String.join(" ", TARGETS.keySet()));
                System.exit(2);
                return;
            }
            wanted.add(target.get());
        }
        Path project = Path.of(System.getProperty("waterwheel.project", "."));
        for (Target target : wanted) {
            target.run(project).forEach(measured -> System.out.println(measured.json()));
        }
    }
}
