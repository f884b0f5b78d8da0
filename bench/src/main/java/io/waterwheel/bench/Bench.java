package io.waterwheel.bench;

import java.nio.file.Path;
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
        targets.put("import", ImportBench::new);
        return targets;
    }

    public static void main(String[] names) throws Exception {
        List<String> wanted = names.length == 0 ? List.copyOf(TARGETS.keySet()) : List.of(names);
        for (String name : wanted) {
            Supplier<Target> target = TARGETS.get(name);
            if (target == null) {
                System.err.println("no bench is called " + name + "; there are: " + String.join(" ", TARGETS.keySet()));
                System.exit(2);
            }
        }
        Path project = Path.of(System.getProperty("waterwheel.project", "."));
        for (String name : wanted) {
            System.out.println(TARGETS.get(name).get().run(project).json());
        }
    }
}
