package io.waterwheel.exchange.event;

import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What in an event's properties tells who somebody is: every sealed value, and names, which are kept readable.
final class Personal {

    private static final Set<String> NAMES = Set.of(
            "fullname",
            "firstname",
            "lastname",
            "username",
            "nickname",
            "avatar",
            "receiver",
            "recipient",
            "姓名",
            "昵称",
            "收货人",
            "收件人");

    private Personal() {}

    /// @param omitted what was left out, as JSON pointers
    record Rest(JsonNode node, List<String> omitted) {}

    /// Without personal data.
    ///
    /// @param traits whether they are traits: there `name` is the person's, elsewhere it may be a product's
    static Rest omitted(JsonNode properties, boolean traits) {
        List<String> omitted = new ArrayList<>();
        JsonNode rest = copy(properties, "", (pointer, node) -> {
            if (sealed(node) || (node.isString() && isName(pointer, traits))) {
                omitted.add(pointer);
                return null;
            }
            return node;
        });
        return rest(rest, omitted);
    }

    /// With all that is sealed in plain text, as far as this installation's key opens it.
    static Rest opened(JsonNode properties, Vault vault) {
        List<String> omitted = new ArrayList<>();
        JsonNode plain = copy(properties, "", (pointer, node) -> {
            if (!sealed(node)) {
                return node;
            }
            try {
                return StringNode.valueOf(vault.open(node.stringValue()));
            } catch (IllegalArgumentException otherKey) {
                omitted.add(pointer);
                return null;
            }
        });
        return rest(plain, omitted);
    }

    private static Rest rest(@Nullable JsonNode node, List<String> omitted) {
        return new Rest(node == null ? JsonNodeFactory.instance.objectNode() : node, omitted);
    }

    private static boolean sealed(JsonNode node) {
        return node.isString() && Vault.isSealed(node.stringValue());
    }

    private static boolean isName(String pointer, boolean traits) {
        String last = normal(pointer.substring(pointer.lastIndexOf('/') + 1));
        return NAMES.contains(last) || (traits && pointer.lastIndexOf('/') == 0 && last.equals("name"));
    }

    private static String normal(String name) {
        return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable JsonNode copy(
            JsonNode node, String pointer, BiFunction<String, JsonNode, @Nullable JsonNode> leaf) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> {
                    JsonNode kept = copy(value, pointer + "/" + escaped(name), leaf);
                    if (kept != null) {
                        copy.set(name, kept);
                    }
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < array.size(); i++) {
                    JsonNode kept = copy(array.get(i), pointer + "/" + i, leaf);
                    if (kept != null) {
                        copy.add(kept);
                    }
                }
                yield copy;
            }
            default -> leaf.apply(pointer, node);
        };
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
