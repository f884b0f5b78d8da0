package io.waterwheel.customer.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waterwheel.customer.linkage.compare.CodeComparison;
import io.waterwheel.customer.linkage.compare.DigitsComparison;
import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is estimated from records whose truth is known because they were drawn here.
class FellegiSunterTests {

    private static final int PEOPLE = 4_000;
    private static final double M_COLOUR = 0.9;
    private static final double M_TOWN = 0.8;
    private static final double M_CODE = 0.95;
    private static final int COLOURS = 20;
    private static final int TOWNS = 200;

    private static final List<Field<?>> FIELDS = List.of(
            Field.of("colour", new CodeComparison()),
            Field.of("town", new CodeComparison()).byFrequency(),
            Field.of("code", new CodeComparison()),
            Field.of("number", new DigitsComparison()));

    private static final List<BlockingKey> KEYS =
            List.of(BlockingKey.same("code"), BlockingKey.same("number"), BlockingKey.same("colour", "town"));

    @Test
    void mUAndThePriorAreFoundAgainWithoutLabels() {
        Linker.Outcome outcome = new Linker(drawn(7), KEYS, 1_000, 2).link(1);
        Model model = outcome.model();

        assertThat(model.m("colour", Likeness.SAME)).isCloseTo(agreeing(M_COLOUR, COLOURS), within(0.02));
        assertThat(model.m("town", Likeness.SAME)).isCloseTo(agreeing(M_TOWN, TOWNS), within(0.02));
        assertThat(model.m("code", Likeness.SAME)).isCloseTo(M_CODE, within(0.02));
        assertThat(model.u("colour", Likeness.SAME)).isCloseTo(1.0 / COLOURS, within(0.005));
        assertThat(model.u("town", Likeness.SAME)).isCloseTo(1.0 / TOWNS, within(0.001));
        assertThat(model.prior()).isCloseTo(1.0 / PEOPLE, within(0.02 / PEOPLE));
    }

    /// A wrong colour is drawn from all of them, so that it may be the right one by chance.
    private static double agreeing(double kept, int values) {
        return kept + (1 - kept) / values;
    }

    @Test
    void aPairsWeightIsTheSumOfWhatItsFieldsSay() {
        Linker.Outcome outcome = new Linker(drawn(8), KEYS, 1_000, 2).link(1);
        for (int link = 0; link < 50; link++) {
            int left = outcome.links().left(link);
            int right = outcome.links().right(link);
            double sum = outcome.model().explain(left, right).stream()
                    .mapToDouble(Model.Evidence::bits)
                    .sum();
            assertThat(sum).isCloseTo(outcome.links().weight(link), within(1e-4));
        }
    }

    @Test
    void probabilitiesAreHonest() {
        Linker.Outcome outcome = new Linker(drawn(9), KEYS, 1_000, 2).link(1);
        double expected = 0;
        int right = 0;
        for (int link = 0; link < outcome.links().size(); link++) {
            expected += outcome.model().probability(outcome.links().weight(link));
            right += outcome.links().right(link) - outcome.links().left(link) == PEOPLE ? 1 : 0;
        }
        assertThat(expected).as("as many pairs as are really of one person").isCloseTo(right, within(0.01 * PEOPLE));
    }

    @Test
    void weightAndProbabilityAreTheSameThing() {
        Model model = new Linker(drawn(10), KEYS, 1_000, 2).link(1).model();
        for (double probability : new double[] {0.01, 0.5, 0.9, 0.999}) {
            assertThat(model.probability(model.weightAt(probability))).isCloseTo(probability, within(1e-9));
        }
        assertThat(model.probability(5_000)).isEqualTo(1);
        assertThat(model.probability(-5_000)).isZero();
    }

    @Test
    void agreeingOnARareValueTellsMoreAndWhatIsUnknownTellsNothing() {
        Records.Builder builder = new Records.Builder(FIELDS);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            String code = Integer.toString(i % 1_000);
            builder.add(0, "red", i % 1_000 < 990 ? "Shanghai" : "Dali", code, digits(random));
        }
        builder.add(0, "red", "Dali", null, null);
        builder.add(0, "red", "Dali", "1", null);
        builder.add(0, "red", "Shanghai", "1", null);
        builder.add(0, "red", "Shanghai", null, null);
        Model model = new Linker(builder.build(), KEYS, 100, 2).link(1).model();

        assertThat(town(model, 2_000, 2_001)).isGreaterThan(town(model, 2_002, 2_003) + 4);
        assertThat(model.explain(2_000, 2_001).get(2)).isEqualTo(new Model.Evidence("code", Likeness.UNKNOWN, 0));
    }

    private static double town(Model model, int left, int right) {
        return model.explain(left, right).get(1).bits();
    }

    @Test
    void valuesThatVeryManyShareAreNotComparedWithEachOther() {
        Records.Builder builder = new Records.Builder(FIELDS);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            builder.add(0, "red", "Shanghai", i < 15_000 ? "0" : Integer.toString(i / 2), digits(random));
        }
        Linker linker = new Linker(builder.build(), KEYS, 100, 2);

        assertThat(linker.leftOut(0)).isEqualTo(15_000);
        assertThat(linker.leftOut(2)).isEqualTo(20_000);
        assertThat(linker.pairs()).as("far from two hundred million").isLessThan(10_000);
    }

    @Test
    void eachPairIsWeighedOnceHoweverManyKeysBringIt() {
        Linker.Outcome outcome = new Linker(drawn(11), KEYS, 1_000, 2).link(1);
        List<Long> pairs = new ArrayList<>();
        for (int link = 0; link < outcome.links().size(); link++) {
            pairs.add((long) outcome.links().left(link) << 32 | outcome.links().right(link));
        }
        assertThat(pairs).doesNotHaveDuplicates().hasSizeGreaterThan(PEOPLE / 2);
    }

    @Test
    void oneToOneLeavesEachRecordItsHeaviestFreePartner() {
        Links.Builder links = new Links.Builder();
        links.add(0, 5, 10);
        links.add(1, 5, 12);
        links.add(0, 6, 8);
        links.add(1, 6, 11);
        Links kept = links.build().oneToOne();

        assertThat(kept.size()).isEqualTo(2);
        assertThat(List.of(kept.left(0), kept.right(0))).containsExactly(1, 5);
        assertThat(List.of(kept.left(1), kept.right(1))).containsExactly(0, 6);
    }

    @Test
    void linksComeHeaviestFirstAlsoBelowZero() {
        SplittableRandom random = new SplittableRandom(5);
        Links.Builder builder = new Links.Builder();
        for (int i = 0; i < 3_000; i++) {
            builder.add(i, i + 1, random.nextDouble(-50, 50));
        }
        Links links = builder.build();
        for (int link = 1; link < links.size(); link++) {
            assertThat(links.weight(link)).isLessThanOrEqualTo(links.weight(link - 1));
        }
        assertThat(links.atLeast(100)).isZero();
        assertThat(links.atLeast(-100)).isEqualTo(3_000);
        assertThat(links.weight(links.atLeast(0) - 1)).isNotNegative();
        assertThat(links.weight(links.atLeast(0))).isNegative();
    }

    @Test
    void clustersFollowLinksFromRecordToRecord() {
        Clusters clusters = new Clusters(6);
        clusters.join(4, 2);
        clusters.join(2, 5);
        assertThat(clusters.of(5)).isEqualTo(2);
        assertThat(clusters.of(4)).isEqualTo(clusters.of(5));
        assertThat(clusters.of(3)).isEqualTo(3);
    }

    /// Two files of the same people in the same order; the second with mistakes.
    private static Records drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Records.Builder builder = new Records.Builder(FIELDS);
        List<String[]> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String[] person = {"c" + random.nextInt(COLOURS), "t" + random.nextInt(TOWNS), "p" + i, digits(random)};
            people.add(person);
            builder.add(0, person);
        }
        for (int i = 0; i < PEOPLE; i++) {
            String[] person = people.get(i);
            builder.add(
                    1,
                    random.nextDouble() < M_COLOUR ? person[0] : "c" + random.nextInt(COLOURS),
                    random.nextDouble() < M_TOWN ? person[1] : "t" + random.nextInt(TOWNS),
                    random.nextDouble() < M_CODE ? person[2] : "x" + i,
                    random.nextDouble() < 0.9 ? person[3] : digits(random));
        }
        return builder.build();
    }

    private static String digits(SplittableRandom random) {
        return Integer.toString(10_000_000 + random.nextInt(90_000_000));
    }
}
