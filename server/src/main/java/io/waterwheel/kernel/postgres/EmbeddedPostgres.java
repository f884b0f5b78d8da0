package io.waterwheel.kernel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL run by this process, its data in one directory, its settings durable.
///
/// After a `kill -9` of this process the database may still be running; the next start stops it properly before it
/// begins, so a stale lock file never needs a person.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "waterwheel";

    /// Spelled out although most are PostgreSQL's defaults: an acknowledgement stands on them.
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_wal_size", "4GB",
            "shared_buffers", "512MB",
            "maintenance_work_mem", "256MB",
            "max_connections", "60",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "");

    private final Path data;
    private final String password;
    private final int port;
    private final PostgresCommands commands;

    private EmbeddedPostgres(Path data, String password, int port, PostgresCommands commands) {
        this.data = data;
        this.password = password;
        this.port = port;
        this.commands = commands;
    }

    /// Starts the database whose cluster lives below `home`, creating it on first use.
    public static EmbeddedPostgres start(Path home) {
        try {
            Files.createDirectories(home);
            Path data = home.resolve("cluster");
            PostgresCommands commands = PostgresCommands.in(PostgresBinaries.unpack(home));
            String password = password(home);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                create(commands, home, data);
            }
            stopLeftOver(commands, data);
            EmbeddedPostgres server = new EmbeddedPostgres(data, password, freePort(), commands);
            server.run(home);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + home, e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port
                + "/postgres?reWriteBatchedInserts=true&ApplicationName=waterwheel";
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// Stops with a checkpoint, ending open connections; the data is clean afterwards.
    @Override
    public void close() {
        commands.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop");
    }

    private static void create(PostgresCommands commands, Path home, Path data) throws IOException {
        // A half-made cluster of an interrupted first start has no PG_VERSION of ours to trust: make it aside, then
        // move.
        Path fresh = home.resolve("cluster.new");
        DirectoryTree.delete(fresh);
        commands.run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--pwfile=" + home.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums");
        Files.move(fresh, data);
    }

    private static void stopLeftOver(PostgresCommands commands, Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        boolean running = ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                // After a restart of the machine the number may belong to another program, or another PostgreSQL.
                .map(command -> command.contains("postgres") && command.contains(data.toString()))
                .orElse(false);
        if (running) {
            log.info("postgres.recover left-over pid={}", pid);
            commands.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop");
        } else {
            log.info("postgres.recover stale-lock pid={}", pid);
            Files.delete(lock);
        }
    }

    private void run(Path home) {
        StringBuilder options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach((name, value) ->
                options.append(" -c ").append(name).append('=').append(value.isEmpty() ? "''" : value));
        List<String> command = new ArrayList<>(List.of(
                "-D", data.toString(), "-l", home.resolve("postgres.log").toString()));
        command.addAll(List.of("-o", options.toString(), "-w", "-t", "300", "start"));
        long begin = System.nanoTime();
        try {
            commands.run("pg_ctl", command.toArray(String[]::new));
        } catch (IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL did not start; its log is " + home.resolve("postgres.log"), e);
        }
        log.info("postgres.started port={} millis={}", port, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.TRUNCATE_EXISTING);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
