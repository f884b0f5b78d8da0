package io.waterwheel.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// People with a browser and an account each, whose events come mixed.
final class Crowd {

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

    /// So that the machine is warm, merges included.
    static void warm(Load load) throws Exception {
        new Crowd("w", IdentityBench.MERGING / 5, true).send(load);
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

    /// That every person is one customer with all of their events.
    void check(Product product) throws IOException, SQLException {
        int[] expected = eventsOf.clone();
        Arrays.sort(expected);
        List<Integer> actual = new ArrayList<>();
        try (Connection database = product.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from kernel.event e
                        join customer.identifier i on i.no = e.customer_no
                        where e.position > (select max(position) - 2000000 from kernel.event)
                            and e.message_id like '%s-%%' group by i.customer_no order by 1""".formatted(name))) {
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
