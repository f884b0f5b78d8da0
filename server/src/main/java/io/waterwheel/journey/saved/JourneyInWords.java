package io.waterwheel.journey.saved;

import io.waterwheel.journey.language.JourneyReading;
import io.waterwheel.kernel.Text;
import java.util.List;
import java.util.Map;

/// A journey read aloud.
///
/// @param nodes by node id
public record JourneyInWords(Text trigger, Map<String, Text> nodes, Text goal, List<Text> exitRules, Text reentry) {

    static JourneyInWords of(JourneyReading.Read read) {
        return new JourneyInWords(read.trigger(), read.nodes(), read.goal(), read.exitRules(), read.reentry());
    }
}
