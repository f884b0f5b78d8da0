package io.waterwheel.loyalty.marketplace.dialect;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a call's body.
final class CallFields {

    private static final int LONGEST = 128;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode tree;

    private CallFields(JsonNode tree) {
        this.tree = tree;
    }

    /// @throws Problem `marketplace-call-unreadable`
    static CallFields of(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return new CallFields(tree);
            }
        } catch (JacksonException notJson) {
            // said below
        }
        throw unreadable("body");
    }

    JsonNode tree() {
        return tree;
    }

    /// @throws Problem `marketplace-call-unreadable`
    String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw unreadable(name);
        }
        return text;
    }

    @Nullable
    String optional(String name) {
        JsonNode field = tree.path(name);
        String text = field.isString() || field.isNumber() ? field.asString().strip() : "";
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw unreadable(name);
        }
        return text.isEmpty() ? null : text;
    }

    /// @throws Problem `marketplace-points-absurd`
    long points(String name) {
        JsonNode field = tree.path(name);
        String text = field.isString() || field.isNumber() ? field.asString().strip() : "";
        long points = text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
        if (points < 1 || points > MarketCall.MOST_POINTS) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_POINTS_ABSURD).with("most", MarketCall.MOST_POINTS);
        }
        return points;
    }

    static Problem unreadable(String what) {
        return new Problem(MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE).with("what", what);
    }
}
