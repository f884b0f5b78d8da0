package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One call of the API, with its parameters.
///
/// @param refusedShare the share of a batch that an injected fault has refused; 0 without one
record Call(Request request, JsonNode body, double refusedShare) {

    static Call of(Request request, double refusedShare) {
        var bytes = request.body();
        try {
            return new Call(request, Json.tree(bytes.length == 0 ? new byte[] {'{', '}'} : bytes), refusedShare);
        } catch (JacksonException e) {
            throw new Refused(47001, ErrorText.of(47001));
        }
    }

    String query(String name) {
        return request.query(name);
    }

    String text(String name) {
        return text(body, name);
    }

    static String text(JsonNode node, String name) {
        return node.path(name).isNull() ? "" : node.path(name).asString("");
    }

    /// The list without repetitions, in order.
    List<String> texts(String name) {
        var texts = new LinkedHashSet<String>();
        for (var node : body.path(name)) {
            texts.add(node.asString(""));
        }
        return new ArrayList<>(texts);
    }

    long number(String name, long otherwise) {
        return body.path(name).asLong(otherwise);
    }

    /// A page size: the default when absent, refused above the most.
    int limit(int otherwise, int most) {
        long limit = number("limit", otherwise);
        if (limit < 0 || limit > most) {
            throw new Refused(40058, "limit is at most " + most);
        }
        return limit == 0 ? otherwise : (int) limit;
    }
}
