package io.waterwheel.simulator.market;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How one marketplace calls a brand, and is called by it.
interface Side {

    /// One signed call.
    ///
    /// @param operation `ask`, `bind`, `register`, `leave`, `look` or `points`
    /// @param fields    in the marketplace's own names, without the shop's
    HttpRequest call(MarketShop shop, String operation, Map<String, ?> fields, long millis, String secret);

    /// The calls of a buyer who clicks to join, each tried when the one before says so.
    List<String> joining();

    Map<String, ?> joiningFields(MarketShop shop, String buyer, @Nullable String mobile);

    Map<String, ?> leavingFields(String buyer);

    /// Whether the buyer is bound, by the answer to the last call of joining.
    boolean bound(JsonNode answer);

    /// Whether the next call of joining is to be made.
    boolean goesOn(String operation, JsonNode answer);

    long points(JsonNode answer);

    int level(JsonNode answer);

    /// What the gateway answers.
    Answer gateway(Market market, Request request);
}
