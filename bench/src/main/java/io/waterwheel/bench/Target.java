package io.waterwheel.bench;

import java.nio.file.Path;
import java.util.List;

/// One bench.
interface Target {

    /// Measures, and throws when the answer is not right: a fast wrong answer is not a result.
    List<Measurement> run(Path project) throws Exception;
}
