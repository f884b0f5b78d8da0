package io.waterwheel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most that this process had in memory while something ran, heap and everything else, as Linux tells it.
final class PeakMemory {

    private static final double GIB = 1L << 30;

    private double most;

    void watch(Runnable work) {
        try {
            // Forgets the peak so far: what was there before is still counted as long as it is there.
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            work.run();
            most = Math.max(most, peak());
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of this process cannot be told", e);
        }
    }

    double gibibytes() {
        return most;
    }

    private static double peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / GIB)
                .findFirst()
                .orElseThrow();
    }
}
