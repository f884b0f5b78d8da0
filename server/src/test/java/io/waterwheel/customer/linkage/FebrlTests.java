package io.waterwheel.customer.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waterwheel.customer.linkage.compare.DateComparison;
import io.waterwheel.customer.linkage.compare.DigitsComparison;
import io.waterwheel.customer.linkage.compare.TextComparison;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The public benchmark of the Freely Extensible Biomedical Record Linkage project, beside the numbers published
/// for Splink. The linker sees no labels; they are used here alone, to count, and to find the best threshold as
/// is done in what is published.
class FebrlTests {

    private static final Logger log = LoggerFactory.getLogger(FebrlTests.class);
    private static final int LARGEST_BLOCK = 500;
    private static final int FIELDS = 10;

    private static final List<Field<?>> FEBRL = List.of(
            Field.of("given_name", new TextComparison()).byFrequency().mixedUpWith("surname"),
            Field.of("surname", new TextComparison()).byFrequency().mixedUpWith("given_name"),
            Field.of("street_number", new DigitsComparison()),
            Field.of("address_1", new TextComparison()).byFrequency(),
            Field.of("address_2", new TextComparison()).byFrequency(),
            Field.of("suburb", new TextComparison()).byFrequency(),
            Field.of("postcode", new DigitsComparison()).byFrequency(),
            Field.of("state", new TextComparison()),
            Field.of("date_of_birth", new DateComparison()),
            Field.of("soc_sec_id", new DigitsComparison()));

    private static final List<BlockingKey> KEYS = List.of(
            BlockingKey.same("soc_sec_id"),
            BlockingKey.same("date_of_birth"),
            BlockingKey.same("given_name", "surname"),
            BlockingKey.same("surname", "postcode"),
            BlockingKey.same("given_name", "postcode"),
            BlockingKey.same("surname", "suburb"),
            BlockingKey.same("given_name", "suburb"),
            BlockingKey.same("address_1", "postcode"),
            BlockingKey.same("address_1", "suburb"),
            BlockingKey.same("street_number", "address_1"),
            BlockingKey.same("given_name", "address_1"),
            BlockingKey.same("surname", "address_1"));

    @Test
    void twoFilesOfFiveThousandPeopleAreMatchedBetterThanPublished() throws IOException {
        LabelledRecords files = read("febrl_dataset4a.csv.gz", "febrl_dataset4b.csv.gz");
        Linker.Outcome outcome = new Linker(files.records, KEYS, LARGEST_BLOCK, 2).link(1);

        Score best = best(files, outcome.links().oneToOne());
        log.info("febrl 4: {}", best);
        assertThat(best.f1()).as("Splink .9992").isGreaterThanOrEqualTo(0.999);
        Score even = at(files, outcome.links().oneToOne(), outcome.model().weightAt(0.5));
        assertThat(even.f1()).as("without looking for a threshold").isGreaterThanOrEqualTo(0.999);
        assertThat(outcome.model().prior() * files.records.pairs())
                .as("how many there are is known without labels")
                .isBetween(4_950.0, 5_050.0);
    }

    @Test
    void oneFileWithUpToSixRecordsOfAPersonIsMatchedBetterThanPublished() throws IOException {
        LabelledRecords file = read("febrl_dataset3.csv.gz");
        Linker.Outcome outcome = new Linker(file.records, KEYS, LARGEST_BLOCK, 2).link(1);

        Score best = best(file, outcome.links());
        log.info("febrl 3: {}", best);
        assertThat(best.f1()).as("Splink .9954").isGreaterThanOrEqualTo(0.995);
        assertThat(at(file, outcome.links(), outcome.model().weightAt(0.5)).f1())
                .as("without looking for a threshold")
                .isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void theAnswerDoesNotDependOnHowManyCoresThereAreAndHardlyOnTheSeed() throws IOException {
        LabelledRecords files = read("febrl_dataset4a.csv.gz", "febrl_dataset4b.csv.gz");
        Linker.Outcome one = new Linker(files.records, KEYS, LARGEST_BLOCK, 1).link(2);
        Linker.Outcome two = new Linker(files.records, KEYS, LARGEST_BLOCK, 2).link(2);

        assertThat(two.links().size()).isEqualTo(one.links().size());
        for (int link = 0; link < one.links().size(); link++) {
            assertThat(two.links().left(link)).isEqualTo(one.links().left(link));
            assertThat(two.links().right(link)).isEqualTo(one.links().right(link));
        }
        assertThat(best(files, one.links().oneToOne()).f1()).isGreaterThanOrEqualTo(0.999);
    }

    /// @param people whose record each is, by the records' names alone
    private record LabelledRecords(Records records, List<String> people) {

        boolean same(Links links, int link) {
            return people.get(links.left(link)).equals(people.get(links.right(link)));
        }

        long truth() {
            Map<String, Long> counts = new HashMap<>();
            people.forEach(person -> counts.merge(person, 1L, Long::sum));
            return counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }
    }

    private record Score(double precision, double recall, double f1, double weight) {}

    private static Score best(LabelledRecords files, Links links) {
        Score best = new Score(0, 0, 0, 0);
        long truth = files.truth();
        long right = 0;
        for (int link = 0; link < links.size(); link++) {
            right += files.same(links, link) ? 1 : 0;
            double f1 = 2.0 * right / (link + 1 + truth);
            if (f1 > best.f1) {
                best = new Score((double) right / (link + 1), (double) right / truth, f1, links.weight(link));
            }
        }
        return best;
    }

    private static Score at(LabelledRecords files, Links links, double weight) {
        int taken = links.atLeast(weight);
        long truth = files.truth();
        long right = 0;
        for (int link = 0; link < taken; link++) {
            right += files.same(links, link) ? 1 : 0;
        }
        return new Score((double) right / taken, (double) right / truth, 2.0 * right / (taken + truth), weight);
    }

    private static LabelledRecords read(String... names) throws IOException {
        Records.Builder records = new Records.Builder(FEBRL);
        List<String> people = new ArrayList<>();
        for (int side = 0; side < names.length; side++) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(data(names[side]))), StandardCharsets.UTF_8))) {
                lines.readLine();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] values = line.split(",", -1);
                    people.add(values[0].split("-")[1]);
                    records.add(side, Arrays.copyOfRange(values, 1, 1 + FIELDS));
                }
            }
        }
        return new LabelledRecords(records.build(), people);
    }

    private static Path data(String name) {
        String set = System.getenv("WATERWHEEL_DATA");
        Path folder = set != null ? Path.of(set) : sharedData();
        Path file = folder.resolve("linkage").resolve(name);
        assumeTrue(Files.exists(file), "the public data set is not here: " + file);
        return file;
    }

    /// Beside the checkout, however deep it lies.
    private static Path sharedData() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("..", "..", "shared", "data");
    }
}
