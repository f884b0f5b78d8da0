package io.waterwheel.touch.webhook;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.http.Posted;
import io.waterwheel.touch.http.Posts;
import io.waterwheel.touch.http.RequestSignature;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hands each message to the brand's own system, an app's push server for instance. The system carries a
/// message once for each `Idempotency-Key` and remembers keys for a week; so a call without an answer is made
/// again.
@Component
class WebhookChannel implements Channel {

    private static final int MOST_BYTES = 20_000;
    private static final int CALLS = 8;

    private static final ChannelPromise PROMISE =
            ChannelPromise.nothing(TextLimit.bytes(MOST_BYTES)).carriesOnce().parallel(CALLS);

    private final Customers customers;
    private final Carriers carriers;
    private final Posts posts;
    private final JsonMapper json;
    private final InstantSource clock;

    WebhookChannel(Customers customers, Carriers carriers, Posts posts, JsonMapper json, InstantSource clock) {
        this.customers = customers;
        this.carriers = carriers;
        this.posts = posts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        carriers.get(brand);
    }

    /// By whichever id the brand's system knows its customers: `user_id:…`, or else `member_no:…`.
    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> asked) {
        Map<CustomerNo, Route> routes = new HashMap<>();
        for (IdentifierKind kind : ChannelKind.WEBHOOK.addresses()) {
            customers.identifiers(kind, asked).forEach((customer, known) -> {
                String address = kind.code() + ":" + known.getFirst();
                routes.putIfAbsent(customer, new Route(address, null, Map.of()));
            });
        }
        return routes;
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        CarrierSettings settings;
        try {
            settings = carriers.get(brand);
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        }
        byte[] body = json.writeValueAsBytes(message(brand, call));
        long now = clock.instant().getEpochSecond();
        String secret = Objects.requireNonNullElse(settings.secret(), "");
        Posted posted = posts.post(
                URI.create(settings.url()),
                Map.of(
                        "Idempotency-Key", call.key(),
                        "X-Waterwheel-Timestamp", Long.toString(now),
                        "X-Waterwheel-Signature", RequestSignature.sign(secret, now, body)),
                body);
        return switch (posted) {
            case Posted.NotMade(var why) -> later(Duration.ZERO, settings, why);
            case Posted.Lost(var why) -> new CallOutcome.Unsure(why);
            case Posted.Answered answer -> answered(call, settings, answer);
        };
    }

    private static Map<String, @Nullable Object> message(Brand brand, Call call) {
        Call.To to = call.recipients().getFirst();
        int colon = to.address().indexOf(':');
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("id", call.key());
        message.put("brand", brand.key());
        message.put("customerNo", to.customer().value());
        message.put(to.address().substring(0, colon), to.address().substring(colon + 1));
        message.put("text", to.text());
        return message;
    }

    private static CallOutcome answered(Call call, CarrierSettings settings, Posted.Answered answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new CallOutcome.Accepted(call.key(), Map.of());
        }
        return switch (status) {
            case 429, 503 -> later(answer.retryAfter(), settings, "HTTP " + status);
            case 400, 409, 410, 413, 415, 422 -> new CallOutcome.Rejected("webhook-" + status);
            case 401, 403 -> new CallOutcome.Blocked(problem(ChannelProblem.WEBHOOK_CREDENTIAL_REFUSED, settings));
            default ->
                status >= 500
                        ? new CallOutcome.Unsure("answer-" + status)
                        : new CallOutcome.Blocked(problem(ChannelProblem.WEBHOOK_ADDRESS_WRONG, settings)
                                .with("status", status));
        };
    }

    private static CallOutcome later(Duration after, CarrierSettings settings, String why) {
        return new CallOutcome.Later(
                after, problem(ChannelProblem.WEBHOOK_UNREACHABLE, settings).with("reason", why));
    }

    private static Problem problem(ChannelProblem type, CarrierSettings settings) {
        return new Problem(type).with("host", Carriers.host(settings.url()));
    }
}
