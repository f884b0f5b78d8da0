package io.waterwheel.demo.simulated;

import io.waterwheel.demo.DemoProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Talks to the simulator's control API.
@Component
public class Simulator {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Simulator(JsonMapper json) {
        this.json = json;
    }

    public boolean answers(URI simulator) {
        try {
            send(simulator, request(simulator, "/sim/behaviour").GET());
            return true;
        } catch (Problem unreachable) {
            return false;
        }
    }

    /// Whether that corp lives there.
    ///
    /// @throws Problem `demo-simulator-unreachable`
    public boolean knows(URI simulator, String corpId) {
        String world = send(simulator, request(simulator, "/sim/world").GET());
        return json.readTree(world).path("corpId").asString("").equals(corpId);
    }

    /// Puts this world in the place of whatever was there.
    ///
    /// @throws Problem `demo-simulator-unreachable`
    public void put(URI simulator, SimulatedWorld world) {
        byte[] body = json.writeValueAsBytes(world);
        send(simulator, request(simulator, "/sim/world").PUT(BodyPublishers.ofByteArray(body)));
    }

    private static HttpRequest.Builder request(URI simulator, String path) {
        return HttpRequest.newBuilder(URI.create(simulator + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private String send(URI simulator, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw unreachable(simulator, "HTTP " + answer.statusCode(), null);
            }
            return answer.body();
        } catch (IOException e) {
            throw unreachable(simulator, e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(simulator, "interrupted", e);
        }
    }

    private static Problem unreachable(
            URI simulator, String reason, @org.jspecify.annotations.Nullable Exception cause) {
        Problem problem = cause == null
                ? new Problem(DemoProblem.DEMO_SIMULATOR_UNREACHABLE)
                : new Problem(DemoProblem.DEMO_SIMULATOR_UNREACHABLE, cause);
        return problem.with("url", simulator).with("reason", reason);
    }
}
