package io.waterwheel.customer.identity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.IdentifierKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartitionTests {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private final Map<String, Node> nodes = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Separation> separations = new ArrayList<>();

    @Test
    void whatIsNamedTogetherIsOnePersonAndCarriesTheSmallestNumber() {
        link("member:1", "phone:a", 1);
        link("phone:a", "email:x", 2);

        assertThat(people()).containsExactly(Set.of("member:1", "phone:a", "email:x"));
        assertThat(partition().customer(node("email:x").no()))
                .isEqualTo(node("member:1").no());
    }

    @Test
    void twoMembersWhoShareAPhoneStayTwoAndThePhoneIsTheFirstOnes() {
        link("member:2", "phone:a", 2);
        link("member:1", "phone:a", 1);

        assertThat(people()).containsExactlyInAnyOrder(Set.of("member:1", "phone:a"), Set.of("member:2"));
        assertThat(partition().state(links.getFirst())).isEqualTo(LinkState.CONTRADICTED);
    }

    @Test
    void membersOfTwoBrandsMayBeOnePerson() {
        link("member:1", "phone:a", 1);
        link("othermember:9", "phone:a", 2);

        assertThat(people()).hasSize(1);
    }

    @Test
    void aPhoneThatManyShareJoinsNobody() {
        for (int i = 0; i < 6; i++) {
            link("phone:shop", "email:" + i, i);
        }

        assertThat(people()).hasSize(7);
        assertThat(partition().shared(node("phone:shop").no())).isTrue();
    }

    @Test
    void aFamilyThatSharesAPhoneIsNotYetMany() {
        for (int i = 0; i < 5; i++) {
            link("phone:home", "email:" + i, i);
        }

        assertThat(people()).hasSize(1);
    }

    @Test
    void aBrowserGoesToTheFirstWhoSignedInOnIt() {
        link("browser:b", "user:second", 2);
        link("browser:b", "user:first", 1);

        assertThat(people()).containsExactlyInAnyOrder(Set.of("browser:b", "user:first"), Set.of("user:second"));
    }

    @Test
    void aBrowserNeverJoinsTwoWhoHaveNames() {
        link("browser:b", "phone:a", 1);
        link("browser:b", "email:x", 2);

        assertThat(people()).hasSize(2);
    }

    @Test
    void aPersonsWordJoinsTwoMembersAndIsNotContradicted() {
        link("member:1", "phone:a", 1);
        link("member:2", "phone:b", 1);
        links.add(Link.between(node("member:1").no(), node("member:2").no(), Link.How.PERSON, "waterwheel", MARCH));

        assertThat(people()).hasSize(1);
    }

    @Test
    void whatAPersonSeparatedStaysSeparateWhateverIsNamedTogether() {
        link("user:1", "phone:a", 1);
        link("phone:a", "email:x", 2);
        Partition before = partition();
        separations.add(before.sides(1, links.get(1)));
        link("user:1", "email:x", 0);

        assertThat(people()).containsExactlyInAnyOrder(Set.of("user:1", "phone:a"), Set.of("email:x"));
    }

    /// The same links, in any order, with numbers given in any order: the same people.
    @Test
    void theOrderInWhichLinksComeChangesNothing() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String[]> said = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                said.add(new String[] {any(random), any(random), Integer.toString(random.nextInt(20))});
            }
            Set<Set<String>> first = peopleOf(said);
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                Collections.shuffle(said, random);
                assertThat(peopleOf(said)).as("seed %d", seed).isEqualTo(first);
            }
        }
    }

    /// No two people are ever glued together who both have a member number, unless somebody said so.
    @Test
    void noCustomerEverHasTwoValuesOfWhatAPersonHasOnce() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String[]> said = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                said.add(new String[] {any(random), any(random), Integer.toString(i)});
            }
            assertThat(peopleOf(said)).as("seed %d", seed).allSatisfy(person -> {
                assertThat(person.stream().filter(one -> one.startsWith("member")))
                        .hasSizeLessThan(2);
                assertThat(person.stream().filter(one -> one.startsWith("user")))
                        .hasSizeLessThan(2);
            });
        }
    }

    private Set<Set<String>> peopleOf(List<String[]> said) {
        nodes.clear();
        links.clear();
        Map<Long, Link> once = new HashMap<>();
        for (String[] one : said) {
            if (!one[0].equals(one[1])) {
                Link link = Link.between(
                        node(one[0]).no(),
                        node(one[1]).no(),
                        Link.How.TOGETHER,
                        "test",
                        MARCH.plus(Duration.ofHours(Integer.parseInt(one[2]))));
                once.merge(link.pair(), link, Link::with);
            }
        }
        links.addAll(once.values());
        return Set.copyOf(people());
    }

    private static String any(Random random) {
        String[] kinds = {"member", "user", "phone", "email", "browser"};
        return kinds[random.nextInt(kinds.length)] + ":" + random.nextInt(8);
    }

    private void link(String one, String other, int hour) {
        links.add(Link.between(
                node(one).no(), node(other).no(), Link.How.TOGETHER, "test", MARCH.plus(Duration.ofHours(hour))));
    }

    private Node node(String name) {
        return nodes.computeIfAbsent(
                name,
                absent -> new Node(
                        nodes.size() + 1,
                        kind(name),
                        name.startsWith("other") ? (short) 2 : (short) 1,
                        ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)),
                        nodes.size() + 1,
                        false));
    }

    private static IdentifierKind kind(String name) {
        return switch (name.substring(0, name.indexOf(':'))) {
            case "member", "othermember" -> IdentifierKind.MEMBER_NO;
            case "user" -> IdentifierKind.USER_ID;
            case "phone" -> IdentifierKind.PHONE;
            case "email" -> IdentifierKind.EMAIL;
            case "browser" -> IdentifierKind.ANONYMOUS_ID;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Partition partition() {
        return Partition.of(nodes.values(), links, separations);
    }

    private List<Set<String>> people() {
        Partition partition = partition();
        Map<Integer, Set<String>> people = new TreeMap<>();
        nodes.forEach((name, node) -> people.computeIfAbsent(partition.customer(node.no()), no -> new TreeSet<>())
                .add(name));
        return new ArrayList<>(people.values());
    }
}
