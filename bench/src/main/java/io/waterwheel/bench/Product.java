package io.waterwheel.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged server, started as a process of its own with a data directory of its own.
final class Product implements AutoCloseable {

    private static final Duration READY_MOST = Duration.ofSeconds(120);

    private final Path jar;
    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process process;
    private int port;

    Product(Path project) throws IOException {
        this.jar = project.resolve(System.getProperty("waterwheel.server", "server/target/waterwheel-server-app.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException("build the product first: ./waterwheel bench does");
        }
        this.data = Files.createTempDirectory(
                Files.createDirectories(project.resolve("bench/target").toAbsolutePath()), "data");
    }

    /// Starts the server and returns the seconds it took to answer as ready.
    double start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvmOptions());
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--waterwheel.data-directory=" + data));
        long begin = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - begin > READY_MOST.toNanos()) {
                throw new IllegalStateException(
                        "the server did not start:\n" + Files.readString(data.resolve("server.log")));
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The options that the launcher starts the product with, handed over in one variable.
    private static List<String> jvmOptions() {
        String options = System.getenv("WATERWHEEL_JVM_OPTIONS");
        return options == null || options.isBlank()
                ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                : List.of(options.strip().split(" +"));
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    long pid() {
        return Objects.requireNonNull(process, "the server was not started").pid();
    }

    /// Lets the server stand still, so that only its database goes on: for whoever measures a part of it by itself.
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        new ProcessBuilder("kill", which, Long.toString(pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /// The warehouse's file; its database is open as long as the server runs.
    Path warehouse() {
        return data.resolve("warehouse/warehouse.duckdb");
    }

    /// The folder of the embedded database's tables and indexes.
    Path tables() {
        return data.resolve("postgres/cluster/base");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpClient http() {
        return http;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(operator(path).GET());
    }

    /// What a page says that is no JSON.
    String text(String path) throws IOException, InterruptedException {
        return answered(operator(path).GET());
    }

    JsonNode post(String path, HttpRequest.BodyPublisher body, String type) throws IOException, InterruptedException {
        return send(operator(path).header("Content-Type", type).POST(body));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return post(path, HttpRequest.BodyPublishers.ofString(json), "application/json");
    }

    JsonNode put(String path, String json) throws IOException, InterruptedException {
        return send(operator(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    void delete(String path) throws IOException, InterruptedException {
        send(operator(path).DELETE());
    }

    private HttpRequest.Builder operator(String path) throws IOException {
        String token = Files.readString(data.resolve("keys/local-token")).strip();
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(answered(request));
    }

    private String answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /// The embedded database itself, for baselines and for checking answers.
    Connection database() throws IOException, SQLException {
        Path home = data.resolve("postgres");
        String databasePort = Files.readAllLines(home.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "waterwheel", databasePassword());
    }

    String databasePassword() throws IOException {
        return Files.readString(data.resolve("postgres/password")).strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
