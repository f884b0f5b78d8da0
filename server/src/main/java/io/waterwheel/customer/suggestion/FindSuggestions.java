package io.waterwheel.customer.suggestion;

import io.waterwheel.customer.linkage.Linker;
import io.waterwheel.customer.linkage.Links;
import io.waterwheel.customer.linkage.Model;
import io.waterwheel.customer.linkage.PersonFields;
import io.waterwheel.customer.linkage.compare.Likeness;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Searches a brand's customers for pairs that are more likely one person than not. Everything is compared anew
/// each time, which takes minutes at most, and what is stored is changed only where it differs: run twice,
/// nothing is twice.
@Component
class FindSuggestions implements JobHandler {

    static final String KIND = "find-suggestions";

    /// Nobody looks through more.
    private static final int FOUND_MOST = 20_000;

    private static final int PIECE = 1_000;
    private static final double LIKELY = 0.5;

    /// Of the random pairs from which chance agreement is counted, so that the same customers give the same answer.
    private static final long SEED = 1;

    private static final Text LINKING = new Text("正在比对", "comparing");

    private final PersonRecords people;
    private final SuggestionRows rows;
    private final InstantSource clock;

    FindSuggestions(PersonRecords people, SuggestionRows rows, InstantSource clock) {
        this.people = people;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        BrandId brand = Objects.requireNonNull(run.brand());
        Instant begin = clock.instant();
        PersonRecords.Read read = people.read(brand, run);
        int customers = read.numbers().length;
        run.progress(customers, (long) customers, LINKING);
        int found = customers < 2 ? 0 : link(brand, begin, read, run);
        rows.notFoundAgain(brand, begin);
        rows.finished(brand, customers, found);
        run.progress(
                customers,
                (long) customers,
                new Text(
                        "比对了 %d 位客户，找到 %d 对".formatted(customers, found),
                        "%d customers compared, %d pairs found".formatted(customers, found)));
    }

    private int link(BrandId brand, Instant begin, PersonRecords.Read read, JobRun run) {
        Linker linker = new Linker(read.records(), PersonFields.keys(), PersonFields.LARGEST_BLOCK, cores());
        Linker.Outcome outcome = linker.link(SEED);
        Links links = outcome.links();
        int found = Math.min(FOUND_MOST, links.atLeast(outcome.model().weightAt(LIKELY)));
        for (int from = 0; from < found; from += PIECE) {
            run.checkStop();
            List<SuggestionRows.Found> piece = new ArrayList<>();
            for (int link = from; link < Math.min(found, from + PIECE); link++) {
                piece.add(pair(outcome.model(), links, link, read.numbers()));
            }
            rows.store(brand, begin, piece);
        }
        return found;
    }

    private static SuggestionRows.Found pair(Model model, Links links, int link, int[] numbers) {
        int one = numbers[links.left(link)];
        int other = numbers[links.right(link)];
        List<SuggestionEvidence> evidence = model.explain(links.left(link), links.right(link)).stream()
                .filter(field -> field.likeness() != Likeness.UNKNOWN)
                .map(field -> new SuggestionEvidence(field.field(), field.likeness(), tenth(field.bits())))
                .toList();
        return new SuggestionRows.Found(
                Math.min(one, other),
                Math.max(one, other),
                links.weight(link),
                model.probability(links.weight(link)),
                evidence);
    }

    private static double tenth(double bits) {
        return Math.round(bits * 10) / 10.0;
    }

    /// One is left for those who wait for an answer.
    private static int cores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
