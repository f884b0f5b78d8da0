package io.waterwheel.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Durable events per second over HTTP of which one in twenty shows that two customers, both with a history, are one.
/// Baseline: as many events of as many people in which nobody merges. The answer is right when every person is one
/// customer with all of their events.
final class IdentityBench implements Target {

    private static final int EVENTS = 600_000;
    private static final int MERGING = EVENTS / 20;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            // So that the machine is warm, merges included.
            new Crowd("w", MERGING / 5, true).send(load);
            double apart = new Crowd("a", MERGING, false).send(load);
            Crowd crowd = new Crowd("m", MERGING, true);
            double merging = crowd.send(load);
            try (Connection database = product.database()) {
                check(database, crowd);
            }
            return List.of(new Measurement(
                    "identity",
                    EVENTS / merging,
                    "durable events/s, one in twenty merging two customers",
                    "the same without merges",
                    EVENTS / apart));
        }
    }

    /// People with a browser and an account each, whose events come mixed.
    private static final class Crowd {

        private final String name;
        private final int people;
        private final boolean meets;
        private final int[] eventsOf;

        /// @param meets whether each person shows once that browser and account are theirs
        Crowd(String name, int people, boolean meets) {
            this.name = name;
            this.people = people;
            this.meets = meets;
            this.eventsOf = new int[people];
        }

        /// Lets everybody be seen on both sides, then sends the rest.
        ///
        /// @return the seconds of the rest
        double send(Load load) throws Exception {
            Random random = new Random(people);
            load.send(Load.batches(2 * people, i -> viewed("first-" + i, i % 2 == 0, i / 2, random)));
            List<Integer> order = new ArrayList<>(Collections.nCopies(people * 19, -1));
            for (int person = 0; person < people; person++) {
                order.add(person);
            }
            Collections.shuffle(order, random);
            List<byte[]> batches = Load.batches(order.size(), i -> {
                int person = order.get(i);
                if (person < 0) {
                    return viewed("then-" + i, random.nextBoolean(), random.nextInt(people), random);
                }
                eventsOf[person]++;
                String who = meets ? account(person) + "," + browser(person) : account(person);
                return Load.identified(name + "-meets-" + person, who);
            });
            return load.send(batches);
        }

        private String viewed(String id, boolean inBrowser, int person, Random random) {
            eventsOf[person]++;
            return Load.viewed(
                    name + "-" + id,
                    inBrowser ? browser(person) : account(person),
                    random.nextInt(400),
                    random.nextInt(10_000) / 100.0);
        }

        private String browser(int person) {
            return "\"anonymousId\":\"%s-browser-%d\"".formatted(name, person);
        }

        private String account(int person) {
            return "\"userId\":\"%s-account-%d\"".formatted(name, person);
        }
    }

    /// The crowd that met came last, so its customers have the highest numbers.
    private static void check(Connection database, Crowd crowd) throws SQLException {
        int[] expected = crowd.eventsOf.clone();
        Arrays.sort(expected);
        List<Integer> actual = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from kernel.event e
                        join customer.identifier i on i.no = e.customer_no
                        where e.message_id like 'm-%' group by i.customer_no order by 1""")) {
            while (row.next()) {
                actual.add(row.getInt(1));
            }
        }
        if (!actual.equals(Arrays.stream(expected).boxed().toList())) {
            throw new IllegalStateException("%d people were sent, %d customers are there, or their events differ"
                    .formatted(expected.length, actual.size()));
        }
    }
}
