package io.waterwheel.touch.sms;

import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends nothing: writes what would be sent to files, JSON lines, one file per batch, for a trial and for the
/// demo. Of a number only its ends are written, and a file stays for a week.
@Component
class SmsFiles implements SmsProvider {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path directory;
    private final JsonMapper json;
    private final InstantSource clock;

    SmsFiles(WaterwheelProperties properties, JsonMapper json, InstantSource clock) {
        this.directory = properties.dataDirectory().resolve("sms");
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "file";
    }

    @Override
    public void check(SmsSettings settings, boolean hasSecret, Problem problem) {
        // It needs nothing.
    }

    /// The file appears whole or not at all, so that a kill in the middle leaves no doubt.
    @Override
    public SmsAnswer send(SmsAccount account, String request, List<Sms> messages) {
        StringBuilder lines = new StringBuilder();
        for (Sms message : messages) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("outId", message.outId());
            line.put("to", masked(message.phone()));
            line.put("text", message.text());
            line.put("at", clock.instant().toString());
            lines.append(json.writeValueAsString(line)).append('\n');
        }
        try {
            write(file(account, request), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmsAnswer.Taken(request, Map.of());
    }

    private static void write(Path file, String lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public CallTrace trace(SmsAccount account, String request) {
        return Files.exists(file(account, request)) ? new CallTrace.Found(request) : new CallTrace.Absent();
    }

    /// What was written counts as delivered.
    @Override
    public List<SmsReceipt> receipts(SmsAccount account, String request) {
        Path file = file(account, request);
        List<SmsReceipt> receipts = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                JsonNode one = json.readTree(line);
                receipts.add(new SmsReceipt(
                        request,
                        one.path("outId").asString(""),
                        true,
                        null,
                        Instant.parse(one.path("at").asString(""))));
            });
        } catch (IOException e) {
            // A week later it is gone, and nobody asks any more.
            return List.of();
        }
        return receipts;
    }

    void forgetOld() {
        FileTime since = FileTime.from(clock.instant().minus(KEPT));
        try {
            for (Path file : all()) {
                if (Files.getLastModifiedTime(file).compareTo(since) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(directory, 2)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    /// Without those that a kill left half written.
    private List<Path> batches() throws IOException {
        return all().stream().filter(file -> file.toString().endsWith(".jsonl")).toList();
    }

    /// The lines about some customers.
    void of(Set<String> customers, Consumer<Map<String, @Nullable Object>> rows) {
        try {
            for (Path file : batches()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode one = json.readTree(line);
                    if (customers.contains(customer(one))) {
                        rows.accept(Map.of(
                                "at", one.path("at").asString(""),
                                "to", one.path("to").asString(""),
                                "text", one.path("text").asString("")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the files anew without the lines about some customers.
    ///
    /// @return how many lines there were
    long forget(Set<String> customers) {
        long forgotten = 0;
        try {
            for (Path file : batches()) {
                List<String> lines = Files.readAllLines(file);
                List<String> kept = lines.stream()
                        .filter(line -> !customers.contains(customer(json.readTree(line))))
                        .toList();
                if (kept.size() < lines.size()) {
                    write(file, kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
                    forgotten += lines.size() - kept.size();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forgotten;
    }

    private static String customer(JsonNode line) {
        String outId = line.path("outId").asString("");
        return outId.substring(outId.lastIndexOf('c') + 1);
    }

    private Path file(SmsAccount account, String request) {
        if (!NAME.matcher(request).matches()) {
            throw new IllegalArgumentException("not a batch: " + request);
        }
        return directory.resolve(account.brand().key()).resolve(request + ".jsonl");
    }

    private static String masked(String phone) {
        return phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
