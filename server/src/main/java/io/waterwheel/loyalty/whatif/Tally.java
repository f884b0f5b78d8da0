package io.waterwheel.loyalty.whatif;

/// What one programme came to, summed up while members go by; several are added up in the end.
final class Tally {

    /// By rule and month.
    final long[][] given;
    final long[][] taken;
    /// Members at the end of each month, by tier.
    final long[][] members;
    /// How often each tier was reached in each month.
    final long[][] reached;

    Tally(int rules, int tiers, int months) {
        given = new long[rules][months];
        taken = new long[rules][months];
        members = new long[months][tiers];
        reached = new long[months][tiers];
    }

    void add(Tally other) {
        add(given, other.given);
        add(taken, other.taken);
        add(members, other.members);
        add(reached, other.reached);
    }

    private static void add(long[][] to, long[][] from) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] += from[i][j];
            }
        }
    }
}
