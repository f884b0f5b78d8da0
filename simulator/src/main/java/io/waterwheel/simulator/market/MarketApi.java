package io.waterwheel.simulator.market;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// The marketplaces' gateways, what a test says to them under `/sim/market/{tmall|douyin|jd}`, and the page on which a
/// buyer clicks to join. A fault of kind `errcode` answers with that HTTP status.
public final class MarketApi {
    private static final Map<String, Side> SIDES =
            Map.of("tmall", new TmallSide(), "douyin", new DouyinSide(), "jd", new JdSide());

    private static final Logger LOG = LoggerFactory.getLogger(MarketApi.class);

    private final Faults faults;
    private final InstantSource clock;
    private final Map<String, Market> markets;
    private final HttpClient http = HttpClient.newHttpClient();

    /// A buyer's click.
    ///
    /// @param mobile the number of their account; null for one that is not told
    record Click(String buyer, @Nullable String mobile) {}

    /// A call as a test wants it.
    ///
    /// @param secret     signs with another one
    /// @param secondsAgo how old it says it is
    record Raw(
            String operation,
            Map<String, Object> fields,
            @Nullable String secret,
            long secondsAgo) {}

    record Known(String buyer, long points) {}

    public MarketApi(Faults faults, InstantSource clock) {
        this.faults = faults;
        this.clock = clock;
        this.markets = Map.of("tmall", new Market(clock), "douyin", new Market(clock), "jd", new Market(clock));
    }

    public void register(Routes routes) {
        routes.on("POST", "/router/rest", request -> guarded(request, "tmall"))
                .on("POST", "/goodlife/v1/member/{operation}", request -> guarded(request, "douyin"))
                .on("POST", "/CrmMember/{operation}", request -> guarded(request, "jd"))
                .on("POST", "/CrmMemberPoint/{operation}", request -> guarded(request, "jd"))
                .on("POST", "/CrmMemberGrade/{operation}", request -> guarded(request, "jd"))
                .on("PUT", "/sim/market/{market}", request -> {
                    market(request).open(Json.read(request.body(), MarketShop.class));
                    return Answer.json(Map.of());
                })
                .on(
                        "GET",
                        "/sim/market/{market}",
                        request -> Answer.json(market(request).state()))
                .on("POST", "/sim/market/{market}/join", request -> {
                    var click = Json.read(request.body(), Click.class);
                    return Answer.json(join(request, click));
                })
                .on("POST", "/sim/market/{market}/leave", request -> {
                    var buyer = Json.read(request.body(), Click.class).buyer();
                    var answer = call(request, "leave", side(request).leavingFields(buyer));
                    market(request).unbind(buyer);
                    return Answer.json(answer);
                })
                .on("POST", "/sim/market/{market}/call", this::raw)
                .on("POST", "/sim/market/{market}/members", request -> {
                    var known = Json.read(request.body(), Known.class);
                    market(request).bind(known.buyer(), known.points(), 0);
                    return Answer.json(Map.of());
                })
                .on("DELETE", "/sim/market/{market}/members/{buyer}", request -> {
                    market(request).unbind(request.captured("buyer"));
                    return Answer.json(Map.of());
                })
                .on("GET", "/market/{market}", MarketApi::page)
                .on("POST", "/market/{market}", request -> {
                    var form = request.form();
                    var answers = join(request, new Click(form.getOrDefault("buyer", ""), form.get("mobile")));
                    return new Answer.Page(
                            200, "<!doctype html><pre id=\"answer\">" + escaped(Json.text(answers)) + "</pre>");
                });
    }

    private static Answer page(Request request) {
        return new Answer.Page(200, """
                <!doctype html><html lang="zh-CN"><title>会员中心</title>
                <form method="post"><label>买家 <input name="buyer"></label>
                <label>手机号 <input name="mobile"></label><button>入会</button></form></html>""");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private Market market(Request request) {
        var market = markets.get(request.captured("market"));
        if (market == null) {
            throw new IllegalArgumentException("no such marketplace");
        }
        return market;
    }

    private static Side side(Request request) {
        return Objects.requireNonNull(SIDES.get(request.captured("market")), "no such marketplace");
    }

    private Answer guarded(Request request, String code) {
        Supplier<Answer> work = () ->
                Objects.requireNonNull(SIDES.get(code)).gateway(Objects.requireNonNull(markets.get(code)), request);
        var fault = faults.meet(request.path());
        if (fault.isEmpty()) {
            return work.get();
        }
        fault.get().delay();
        return switch (fault.get().kind()) {
            case DROP_BEFORE -> new Answer.Dropped();
            case ERRCODE -> failed(fault.get());
            case SLOW, FAIL_LIST -> work.get();
            case DROP_AFTER_WORK -> {
                var unseen = work.get();
                LOG.debug("dropped answer={}", unseen);
                yield new Answer.Dropped();
            }
        };
    }

    private static Answer failed(Fault fault) {
        int status = fault.errcode();
        return status == 429 || status == 503
                ? new Answer.ComeBack(status, 1)
                : new Answer.Json(status, Map.of("code", "INJECTED"));
    }

    private Map<String, Object> join(Request request, Click click) {
        var market = market(request);
        var side = side(request);
        var answers = new ArrayList<JsonNode>();
        for (var operation : side.joining()) {
            // Whoever is known is bound, and only whoever is not is registered.
            var fields = side.joiningFields(market.shop(), click.buyer(), click.mobile());
            var answer = call(request, operation, fields);
            answers.add(answer);
            if (side.bound(answer)) {
                market.bind(click.buyer(), side.points(answer), side.level(answer));
            }
            if (!side.goesOn(operation, answer)) {
                break;
            }
        }
        return Map.of("answers", List.copyOf(answers), "last", answers.getLast());
    }

    private JsonNode call(Request request, String operation, Map<String, ?> fields) {
        var shop = market(request).shop();
        return send(request, operation, fields, clock.millis(), shop.secret()).body();
    }

    private Answer raw(Request request) {
        var raw = Json.read(request.body(), Raw.class);
        var secret = raw.secret() == null ? market(request).shop().secret() : raw.secret();
        var told = send(request, raw.operation(), raw.fields(), clock.millis() - raw.secondsAgo() * 1000, secret);
        return Answer.json(Map.of("status", told.status(), "answer", told.body()));
    }

    private record Told(int status, JsonNode body) {}

    private Told send(Request request, String operation, Map<String, ?> fields, long millis, String secret) {
        try {
            var call = side(request).call(market(request).shop(), operation, fields, millis, secret);
            var response = http.send(call, BodyHandlers.ofByteArray());
            return new Told(response.statusCode(), Json.tree(response.body()));
        } catch (IOException e) {
            return new Told(0, Json.tree("{}".getBytes(UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(0, Json.tree("{}".getBytes(UTF_8)));
        }
    }
}
