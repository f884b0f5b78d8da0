package io.waterwheel.touch.sms;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.WebAddress;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.http.Posted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A gateway that takes batches as JSON over HTTP: `POST /send` and `POST /query`, described in the guide.
/// Carriers' own APIs differ in names and signatures, and not in what they can be asked.
@Component
class HttpSmsProvider implements SmsProvider {

    private final SmsGateway gateway;

    HttpSmsProvider(SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String code() {
        return "http";
    }

    @Override
    public void check(SmsSettings settings, boolean hasSecret, Problem problem) {
        if (WebAddress.of(settings.url()).isEmpty()) {
            problem.at(
                    "/url",
                    "address",
                    new Text("网关地址以 http:// 或 https:// 开头", "the gateway's address begins with http:// or https://"));
        }
        if (settings.key() == null) {
            problem.at("/key", "missing", new Text("请填写密钥标识", "enter the key"));
        }
        if (!hasSecret) {
            problem.at("/secret", "missing", new Text("请填写密钥", "enter the secret"));
        }
    }

    @Override
    public SmsAnswer send(SmsAccount account, String request, List<Sms> messages) {
        List<Map<String, String>> lines = new ArrayList<>(messages.size());
        for (Sms message : messages) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("outId", message.outId());
            line.put("to", message.phone());
            line.put("text", message.text());
            lines.add(line);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", request);
        body.put("signature", account.settings().signature());
        body.put("messages", lines);
        return switch (gateway.post(account, "/send", body)) {
            case Posted.NotMade(var why) -> later(Duration.ZERO, gateway.unreachable(account, why));
            case Posted.Lost(var why) -> new SmsAnswer.NotTaken(new CallOutcome.Unsure(why));
            case Posted.Answered answer -> answered(account, request, answer);
        };
    }

    private SmsAnswer answered(SmsAccount account, String request, Posted.Answered answer) {
        int status = answer.status();
        if (status == 429 || status == 503) {
            return later(answer.retryAfter(), gateway.problem(account, ChannelProblem.SMS_BUSY));
        }
        if (status >= 200 && status < 300) {
            return taken(request, answer);
        }
        if (status >= 500) {
            // It may have fallen over in the middle of the work.
            return new SmsAnswer.NotTaken(new CallOutcome.Unsure("answer-" + status));
        }
        String code = gateway.code(answer);
        return new SmsAnswer.NotTaken(
                switch (status) {
                    case 400, 413, 422 -> new CallOutcome.Rejected("sms-" + code);
                    case 401, 403 ->
                        new CallOutcome.Blocked(gateway.problem(account, ChannelProblem.SMS_CREDENTIAL_REFUSED));
                    case 402 -> new CallOutcome.Blocked(gateway.problem(account, ChannelProblem.SMS_NO_BALANCE));
                    default ->
                        new CallOutcome.Blocked(gateway.problem(account, ChannelProblem.SMS_REFUSED)
                                .with("code", code));
                });
    }

    private SmsAnswer taken(String request, Posted.Answered answer) {
        JsonNode told;
        try {
            told = gateway.read(answer.body());
        } catch (JacksonException e) {
            return new SmsAnswer.NotTaken(new CallOutcome.Unsure("unreadable-answer"));
        }
        Map<String, String> refused = new HashMap<>();
        for (JsonNode one : told.path("refused")) {
            refused.put(one.path("outId").asString(""), one.path("code").asString(""));
        }
        return new SmsAnswer.Taken(told.path("batchId").asString(request), refused);
    }

    private static SmsAnswer later(Duration after, Problem why) {
        return new SmsAnswer.NotTaken(new CallOutcome.Later(after, why));
    }

    @Override
    public CallTrace trace(SmsAccount account, String request) {
        try {
            return gateway.query(account, request)
                    .map(told -> traced(told, request))
                    .orElse(new CallTrace.NotKnown());
        } catch (Problem problem) {
            return new CallTrace.Later(problem);
        }
    }

    private static CallTrace traced(JsonNode told, String request) {
        return told.path("found").asBoolean(false)
                ? new CallTrace.Found(told.path("batchId").asString(request))
                : new CallTrace.Absent();
    }

    @Override
    public List<SmsReceipt> receipts(SmsAccount account, String request) {
        return gateway.query(account, request)
                .map(told -> gateway.receipts(told, request))
                .orElse(List.of());
    }

    @Override
    public SmsNews news(SmsAccount account, UnaryOperator<String> header, byte[] body) {
        return gateway.news(account, header, body);
    }
}
