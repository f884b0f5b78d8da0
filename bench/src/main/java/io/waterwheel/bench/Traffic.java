package io.waterwheel.bench;

import java.util.Random;

/// An endless stream of calls as a shop sends them: people come in a browser and with an account, and one call in
/// twenty shows that two customers who were both seen before are one.
final class Traffic {

    private static final int MEETS_EVERY = 20;

    /// How many calls after a person was first seen they meet, and how many people are about at a time.
    private static final int ABOUT = 2_000;

    private Traffic() {}

    /// The nth call of a stream.
    static String call(String stream, int n, Random random) {
        int newest = n / MEETS_EVERY;
        int turn = n % MEETS_EVERY;
        String id = stream + "-" + n;
        if (turn == 0) {
            return Load.viewed(id, browser(stream, newest), random.nextInt(400), price(random));
        }
        if (turn == 1) {
            return Load.viewed(id, account(stream, newest), random.nextInt(400), price(random));
        }
        if (turn == 2 && newest >= ABOUT) {
            int person = newest - ABOUT;
            return Load.identified(id, account(stream, person) + "," + browser(stream, person));
        }
        int person = Math.max(0, newest - random.nextInt(2 * ABOUT));
        String who = random.nextBoolean() ? browser(stream, person) : account(stream, person);
        return Load.viewed(id, who, random.nextInt(400), price(random));
    }

    private static double price(Random random) {
        return random.nextInt(10_000) / 100.0;
    }

    private static String browser(String stream, int person) {
        return "\"anonymousId\":\"" + stream + "-browser-" + person + "\"";
    }

    private static String account(String stream, int person) {
        return "\"userId\":\"" + stream + "-account-" + person + "\"";
    }
}
