package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a journey is: who comes in, along which nodes, to which end. A graph of nodes by id, whose exits name
/// the node that follows. The meaning is written down in `docs/journey-language.md`.
///
/// @param start     the node everybody begins at
/// @param goal      what the journey is for; null when nothing is measured
/// @param exitRules any of them takes people out, wherever they are
@Schema(name = "JourneyDefinition")
public record JourneyDefinition(
        Trigger trigger,
        String start,
        List<Node> nodes,
        @Nullable Goal goal,
        List<ExitRule> exitRules,
        Reentry reentry) {

    public JourneyDefinition {
        nodes = List.copyOf(nodes);
        exitRules = List.copyOf(exitRules);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// The nodes by id, in their order; of two with one id the first.
    public Map<String, Node> byId() {
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        return byId;
    }
}
