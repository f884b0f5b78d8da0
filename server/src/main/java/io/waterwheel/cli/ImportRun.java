package io.waterwheel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import tools.jackson.databind.JsonNode;

/// One import from the file to the counts: upload, show the guessed mapping, start, watch, fetch the error file.
final class ImportRun {

    private static final long POLL_MILLIS = 400;

    /// What the keys of columns begin with that have no field but become attributes.
    private static final String ATTRIBUTE = "attributes.";

    private final LocalServer server;
    private final Order order;
    private final PrintStream out;
    private final boolean terminal;

    ImportRun(LocalServer server, Order order, PrintStream out, boolean terminal) {
        this.server = server;
        this.order = order;
        this.out = out;
        this.terminal = terminal;
    }

    /// @return whether everything that could be imported was
    boolean run() throws IOException, InterruptedException, Refusal {
        String imports = "/api/brands/" + order.brand() + "/imports";
        JsonNode draft = upload(imports);
        String path = imports + "/" + draft.path("id").asString();
        show(draft);
        if (order.ask() && terminal && !order.dryRun() && !agreed()) {
            server.post(path + "/cancel", Map.of());
            out.println(Words.STOPPED.with());
            return false;
        }
        String source =
                order.source() != null ? order.source() : draft.path("source").asString(order.kind());
        server.post(
                path + (order.dryRun() ? "/check" : "/start"),
                Map.of("mapping", draft.path("mapping"), "source", source));
        return report(watch(path), path);
    }

    private JsonNode upload(String imports) throws IOException, InterruptedException, Refusal {
        ProgressBar bar = new ProgressBar(out, terminal, Words.UPLOADING.with());
        long size = Files.size(order.file());
        String name = order.file().getFileName().toString();
        String query = "?kind=" + encode(order.kind()) + "&filename=" + encode(name);
        try {
            return server.upload(imports + query, order.file(), sent -> bar.show(sent, size, ""));
        } finally {
            bar.end();
        }
    }

    private void show(JsonNode draft) {
        String name = draft.path("filename").asString("");
        int columns = draft.path("columns").size();
        if (draft.path("delimiter").isString()) {
            String delimiter = visible(draft.path("delimiter").asString(""));
            out.println(Words.FOUND.with(name, draft.path("encoding").asString(""), delimiter, columns));
        } else {
            String sheet =
                    draft.path("sheet").isString() ? " " + draft.path("sheet").asString("") : "";
            out.println(Words.FOUND_OTHER.with(name, draft.path("format").asString("") + sheet, columns));
        }
        if (draft.path("template").isString()) {
            out.println(Words.TEMPLATE.with(draft.path("template").asString("")));
        }
        out.println(Words.MAPPING.with());
        for (JsonNode field : draft.path("fields")) {
            JsonNode column = draft.path("mapping").path(field.path("name").asString(""));
            boolean missing = column.isMissingNode() || column.isNull();
            String shown = missing ? Words.NOT_MAPPED.with() : column.asString("");
            String note = missing && field.path("required").asBoolean(false) ? " " + Words.MISSING.with() : "";
            out.println("  %-14s ← %s%s".formatted(field.path("name").asString(""), shown, note));
        }
        draft.path("mapping").properties().forEach(pair -> {
            if (pair.getKey().startsWith(ATTRIBUTE)) {
                out.println(
                        "  %-14s ← %s".formatted(pair.getKey(), pair.getValue().asString("")));
            }
        });
    }

    private static String visible(String delimiter) {
        return delimiter.equals("\t") ? "TAB" : delimiter;
    }

    private boolean agreed() {
        out.print(Words.ASK.with());
        out.flush();
        Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
        String answer = in.hasNextLine() ? in.nextLine().strip() : "n";
        return answer.isEmpty() || answer.toLowerCase(java.util.Locale.ROOT).startsWith("y");
    }

    private JsonNode watch(String path) throws IOException, InterruptedException, Refusal {
        ProgressBar bar = new ProgressBar(out, terminal, Words.IMPORTING.with());
        try {
            while (true) {
                JsonNode now = server.get(path);
                switch (now.path("state").asString("")) {
                    case "done", "failed", "cancelled", "draft" -> {
                        return now;
                    }
                    default -> progress(bar, now.path("jobId").asString(""));
                }
                Thread.sleep(POLL_MILLIS);
            }
        } finally {
            bar.end();
        }
    }

    private void progress(ProgressBar bar, String jobId) throws IOException, InterruptedException, Refusal {
        if (!jobId.isEmpty()) {
            JsonNode job = server.get("/api/jobs/" + jobId);
            JsonNode left = job.path("secondsLeft");
            String unit = job.path("unit").asString("");
            long done = job.path("done").asLong(0);
            String more = left.isNumber() ? "%,d %s · %d s".formatted(done, unit, left.asLong()) : "";
            bar.show(done, job.path("total").asLong(0), more);
        }
    }

    private boolean report(JsonNode end, String path) throws IOException, InterruptedException, Refusal {
        switch (end.path("state").asString("")) {
            case "done" -> out.println(Words.DONE.with());
            case "draft" -> out.println(Words.CHECKED.with());
            case "cancelled" -> out.println(Words.CANCELLED.with());
            default ->
                out.println(Words.FAILED.with(end.path("problem").path("detail").asString("")));
        }
        boolean checked = end.path("state").asString("").equals("draft");
        JsonNode counts = checked ? end.path("dryResult").path("counts") : end.path("counts");
        counts.properties()
                .forEach(count -> out.println("  %-16s %,15d"
                        .formatted(count.getKey(), count.getValue().asLong(0))));
        long rejected = counts.path("rejectedLines").asLong(0);
        if (rejected > 0) {
            Path errors = Path.of(order.file().getFileName() + ".errors.csv").toAbsolutePath();
            server.download(path + "/errors.csv", errors);
            out.println(Words.ERROR_FILE.with(rejected, errors));
        }
        if (checked) {
            // Only looked at: its file is not wanted any longer.
            server.post(path + "/cancel", Map.of());
        }
        return checked || end.path("state").asString("").equals("done");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
