package io.waterwheel.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Sends events, each of which a journey answers with a message, evenly; and sees when each message lies in the outbox
/// of messages. Times are counted from when an event was to be sent, so that whoever waits behind others waits too.
final class TriggeredMessages {

    static final int PER_SECOND = 2_000;

    private static final int SENDERS = 2;
    private static final int PER_POST = 20;
    private static final int LOOK_MILLIS = 5;
    private static final long PATIENCE_SECONDS = 120;

    private final Product product;
    private final Load load;
    private final String round;
    private final long[] sent;

    /// @param round what the ids of its events begin with
    TriggeredMessages(Product product, Load load, String round, int events) {
        this.product = product;
        this.load = load;
        this.round = round;
        this.sent = new long[events];
    }

    /// The text of one event.
    interface Call {
        String of(int i, String messageId);
    }

    /// @return milliseconds until each event's message was in the outbox
    /// @throws IllegalStateException when an event brought no message, or more than one
    double[] send(Call call) throws Exception {
        try (Connection database = product.database()) {
            long last = number(database, "select coalesce(max(id), 0) from touch.message");
            Map<Long, Long> seen = new HashMap<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
                List<Future<Integer>> senders = new ArrayList<>();
                long begin = System.nanoTime();
                for (int sender = 0; sender < SENDERS; sender++) {
                    senders.add(threads.submit(sender(sender, begin, call)));
                }
                look(database, last, seen);
                for (Future<Integer> sender : senders) {
                    sender.get();
                }
            }
            return millis(database, last, seen);
        }
    }

    private Callable<Integer> sender(int sender, long begin, Call call) {
        return () -> {
            int posts = 0;
            try (BareHttp http = load.connection()) {
                for (int first = sender * PER_POST; first < sent.length; first += SENDERS * PER_POST) {
                    long due = begin + first * 1_000_000_000L / PER_SECOND;
                    LockSupport.parkNanos(due - System.nanoTime());
                    int from = first;
                    int size = Math.min(PER_POST, sent.length - first);
                    Arrays.fill(sent, first, first + size, due);
                    http.post(Load.batches(size, i -> call.of(from + i, round + "-" + (from + i)))
                            .getFirst());
                    posts++;
                }
            }
            return posts;
        };
    }

    private void look(Connection database, long before, Map<Long, Long> seen)
            throws SQLException, InterruptedException {
        long last = before;
        long until = System.nanoTime() + (sent.length / PER_SECOND + PATIENCE_SECONDS) * 1_000_000_000L;
        try (PreparedStatement newer =
                database.prepareStatement("select id from touch.message where id > ? order by id")) {
            while (seen.size() < sent.length) {
                newer.setLong(1, last);
                try (ResultSet rows = newer.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        last = rows.getLong(1);
                        seen.put(last, now);
                    }
                }
                if (System.nanoTime() > until) {
                    throw new IllegalStateException(
                            "%d messages came of %d events".formatted(seen.size(), sent.length));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    /// Events and messages belong together by their customers, who have one of each.
    private double[] millis(Connection database, long before, Map<Long, Long> seen) throws SQLException {
        double[] millis = new double[sent.length];
        boolean[] answered = new boolean[sent.length];
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select e.message_id, m.id from touch.message m
                        join kernel.event e on e.customer_no = m.customer_no and e.message_id like '%s-%%'
                        where m.id > %d""".formatted(round, before))) {
            int count = 0;
            while (rows.next()) {
                String id = rows.getString(1);
                int i = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
                if (answered[i]) {
                    throw new IllegalStateException(id + " brought two messages");
                }
                answered[i] = true;
                millis[i] = (Objects.requireNonNull(seen.get(rows.getLong(2))) - sent[i]) / 1e6;
                count++;
            }
            if (count != sent.length) {
                throw new IllegalStateException("%d of %d events brought a message".formatted(count, sent.length));
            }
        }
        return millis;
    }

    static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
