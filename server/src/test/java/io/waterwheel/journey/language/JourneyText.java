package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.testing.Browser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Journeys as tests write them, with single quotes.
public final class JourneyText {

    /// A brand with the templates, tags, segments and journeys 1 … 9.
    public static final Known NINE = new Known() {
        @Override
        public Optional<String> template(String id) {
            return nine("模板", id);
        }

        @Override
        public Optional<String> coupon(String id) {
            return nine("券", id);
        }

        @Override
        public Optional<String> tag(String id) {
            return nine("标签", id);
        }

        @Override
        public boolean carries(String tag, @Nullable String value) {
            return value == null;
        }

        @Override
        public Optional<String> segment(String id) {
            return nine("人群", id);
        }

        @Override
        public Optional<String> journey(String id) {
            return nine("旅程", id);
        }

        @Override
        public List<InvalidDefinition.Place> missing(Condition condition, String pointer) {
            return List.of();
        }
    };

    private JourneyText() {}

    private static Optional<String> nine(String what, String id) {
        return id.length() == 1 ? Optional.of(what + id) : Optional.empty();
    }

    public static JsonNode json(String text) {
        return JsonMapper.shared().readTree(Browser.json(text));
    }

    public static JourneyDefinition read(String text) {
        return JourneyReader.read(json(text), "");
    }

    /// A journey that begins with a request and has these nodes, separated by commas.
    public static String of(String nodes, String more) {
        return "{'trigger':{'type':'request'},'start':'a','nodes':[" + nodes + "]" + more + "}";
    }

    public static String node(String id, String step, String exits) {
        return "{'id':'" + id + "','step':" + step + ",'exits':" + exits + "}";
    }

    public static String end(String id) {
        return node(id, "{'type':'exit'}", "{}");
    }
}
