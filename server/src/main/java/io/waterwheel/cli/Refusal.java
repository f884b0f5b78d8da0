package io.waterwheel.cli;

/// The server said no, in words meant for a person.
final class Refusal extends Exception {

    private Refusal(String message) {
        super(message);
    }

    static Refusal of(String words) {
        return new Refusal(words);
    }
}
