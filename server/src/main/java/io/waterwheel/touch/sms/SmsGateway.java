package io.waterwheel.touch.sms;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.http.Posted;
import io.waterwheel.touch.http.Posts;
import io.waterwheel.touch.http.RequestSignature;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wire of the HTTP gateway: signed requests out, signed callbacks in.
@Component
class SmsGateway {

    static final String KEY = "X-Waterwheel-Key";
    static final String TIMESTAMP = "X-Waterwheel-Timestamp";
    static final String SIGNATURE = "X-Waterwheel-Signature";

    private static final int MOST_CODE = 40;

    private final Posts posts;
    private final JsonMapper json;
    private final InstantSource clock;

    SmsGateway(Posts posts, JsonMapper json, InstantSource clock) {
        this.posts = posts;
        this.json = json;
        this.clock = clock;
    }

    Posted post(SmsAccount account, String path, Map<String, ?> content) {
        SmsSettings settings = account.settings();
        byte[] body = json.writeValueAsBytes(content);
        long now = clock.instant().getEpochSecond();
        return posts.post(
                URI.create(String.valueOf(settings.url()).replaceFirst("/+$", "") + path),
                Map.of(
                        KEY, Objects.requireNonNullElse(settings.key(), ""),
                        TIMESTAMP, Long.toString(now),
                        SIGNATURE, RequestSignature.sign(secret(account), now, body)),
                body);
    }

    /// What the gateway knows of a batch; empty when it has no such question.
    ///
    /// @throws Problem when it cannot be asked right now
    Optional<JsonNode> query(SmsAccount account, String request) {
        return switch (post(account, "/query", Map.of("requestId", request))) {
            case Posted.NotMade(var why) -> throw unreachable(account, why);
            case Posted.Lost(var why) -> throw unreachable(account, why);
            case Posted.Answered answered -> {
                int status = answered.status();
                if (status == 401 || status == 403) {
                    throw problem(account, ChannelProblem.SMS_CREDENTIAL_REFUSED);
                }
                if (status == 404 || status == 405 || status == 501) {
                    yield Optional.empty();
                }
                if (status != 200) {
                    throw problem(account, ChannelProblem.SMS_BUSY);
                }
                try {
                    yield Optional.of(read(answered.body()));
                } catch (JacksonException e) {
                    throw unreachable(account, "unreadable-answer");
                }
            }
        };
    }

    JsonNode read(byte[] body) {
        return json.readTree(body);
    }

    /// The receipts in an answer or a callback: `{outId, state, code, at}`, where state is `delivered` or
    /// `failed`.
    ///
    /// @param request whose they are where a line does not say
    List<SmsReceipt> receipts(JsonNode told, String request) {
        List<SmsReceipt> receipts = new ArrayList<>();
        JsonNode lines = told.has("receipts") ? told.path("receipts") : told.path("messages");
        for (JsonNode one : lines) {
            String state = one.path("state").asString("");
            String outId = one.path("outId").asString("");
            String named = one.path("requestId").asString(request);
            if (!outId.isEmpty() && !named.isEmpty() && (state.equals("delivered") || state.equals("failed"))) {
                boolean delivered = state.equals("delivered");
                String code = one.path("code").asString("");
                receipts.add(new SmsReceipt(named, outId, delivered, delivered ? null : tidy(code), at(one)));
            }
        }
        return receipts;
    }

    /// Checks the signature before anything is looked at.
    SmsNews news(SmsAccount account, UnaryOperator<String> header, byte[] body) {
        boolean genuine = RequestSignature.verify(
                secret(account), header.apply(TIMESTAMP), header.apply(SIGNATURE), body, clock.instant());
        if (!genuine) {
            throw new Problem(ChannelProblem.SMS_CALLBACK_REFUSED);
        }
        try {
            JsonNode told = read(body);
            List<SmsReply> replies = new ArrayList<>();
            for (JsonNode one : told.path("replies")) {
                String id = one.path("id").asString("");
                String phone = one.path("phone").asString("");
                if (!id.isEmpty() && phone.matches(".*\\d.*")) {
                    replies.add(new SmsReply(id, phone, one.path("text").asString(""), at(one)));
                }
            }
            return new SmsNews(receipts(told, ""), replies);
        } catch (JacksonException e) {
            throw new Problem(KernelProblem.MALFORMED, e).with("reason", "JSON");
        }
    }

    /// A clock that goes ahead must not make a decision that nobody can change for hours.
    private Instant at(JsonNode line) {
        Instant now = clock.instant();
        try {
            Instant told = Instant.parse(line.path("at").asString(""));
            return told.isAfter(now) ? now : told;
        } catch (DateTimeException notTold) {
            return now;
        }
    }

    /// The code in the body of a refusal.
    String code(Posted.Answered answer) {
        try {
            return tidy(read(answer.body()).path("code").asString(""));
        } catch (JacksonException e) {
            return Integer.toString(answer.status());
        }
    }

    static String tidy(String code) {
        String tidy = code.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return tidy.isEmpty() ? "refused" : tidy.substring(0, Math.min(tidy.length(), MOST_CODE));
    }

    Problem problem(SmsAccount account, ChannelProblem type) {
        return new Problem(type).with("host", host(account));
    }

    Problem unreachable(SmsAccount account, String why) {
        return problem(account, ChannelProblem.SMS_UNREACHABLE).with("reason", why);
    }

    private static String host(SmsAccount account) {
        return String.valueOf(
                URI.create(String.valueOf(account.settings().url())).getHost());
    }

    private static String secret(SmsAccount account) {
        return Objects.requireNonNullElse(account.settings().secret(), "");
    }
}
