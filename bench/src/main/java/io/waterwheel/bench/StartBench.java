package io.waterwheel.bench;

import java.nio.file.Path;
import java.util.List;

/// Seconds from starting the process to ready, on a data directory that is there already. Baseline: a JVM that does
/// nothing but start, because that is the part nobody can save.
final class StartBench implements Target {

    private static final int RUNS = 3;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            product.stop();
            double best = Double.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                best = Math.min(best, product.start());
                product.stop();
            }
            return List.of(new Measurement("start", best, "s to ready", "bare JVM", bareJvm()));
        }
    }

    private static double bareJvm() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long begin = System.nanoTime();
        new ProcessBuilder(java, "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e9;
    }
}
