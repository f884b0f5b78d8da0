package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.FormatGuess;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.JobStopped;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// A run that dies, and the one after it.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class InterruptedImportStories {

    private static final int ORDERS = 9_000;

    @Autowired
    ImportFixture fixture;

    @Autowired
    TestBrands brands;

    @Autowired
    OrderFile orderFile;

    @Autowired
    ImportDirectories directories;

    @Autowired
    JsonMapper json;

    /// @param dies       at which checkpoint the run dies, the first being before the first piece
    /// @param checkpoint whether that checkpoint is still kept
    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true", "3, false", "6, false"})
    void everyOrderIsThereOnceAndCountedOnceAfterAKill(int dies, boolean checkpoint) throws Exception {
        Brand brand = brands.chinese();
        fixture.bringIn(brand, ImportFixture.orders("0,A,Kettle,1,2026-03-01 10:00:00,5,M0,China"));
        String lines = IntStream.range(0, ORDERS)
                .mapToObj(i -> i + ",A,Kettle," + (i % 10 == 9 ? 0 : 1) + ",2026-03-01 10:00:00,5,"
                        + (i % 3 == 0 ? "" : "M" + i % 500) + ",China\n"
                        + i + ",B,Cup,1,2026-03-01 10:00:00,5,,China\n")
                .collect(Collectors.joining());
        Import draft = fixture.upload(brand, "orders.csv", ImportFixture.HEADER + "\n" + lines);
        ImportTask task = task(brand, draft);

        MortalRun first = new MortalRun(brand, dies, checkpoint, null);
        assertThatThrownBy(() -> orderFile.run(task, first)).isInstanceOf(Killed.class);
        assertThat(task.scratch()).doesNotExist();

        MortalRun second = new MortalRun(brand, Integer.MAX_VALUE, true, first.kept);
        ImportCounts counts = orderFile.run(task, second);

        // M0 … M499 all order something, save that every third order is anonymous; M0 was known before.
        long customers = IntStream.range(0, ORDERS)
                .filter(i -> i % 3 != 0 && i % 10 != 9)
                .map(i -> i % 500)
                .filter(i -> i != 0)
                .distinct()
                .count();
        long anonymous = IntStream.range(0, ORDERS)
                .filter(i -> i % 3 == 0 || i % 10 == 9)
                .count();
        assertThat(counts).isEqualTo(new ImportCounts(2 * ORDERS, ORDERS / 10, ORDERS, 0, anonymous, 1, customers));
        assertThat(fixture.events(brand))
                .extracting(EventRecord::getMessageId)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ORDERS).mapToObj(i -> "order:" + i).toList());
    }

    private ImportTask task(Brand brand, Import draft) throws Exception {
        Path directory = directories.of(draft.id());
        Map<String, Integer> mapping = draft.mapping().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> draft.columns().indexOf(entry.getValue())));
        FileFormat format = FormatGuess.of(ImportDirectories.upload(directory), draft.filename());
        return new ImportTask(draft.id(), brand, "orders", directory, format, draft.columns(), mapping);
    }

    private static final class Killed extends RuntimeException {}

    /// A run that keeps its checkpoint and dies at a given one.
    private final class MortalRun implements JobRun {

        private final Brand brand;
        private final int dies;
        private final boolean keepsTheLast;
        private int checkpoints;
        private @Nullable String kept;

        MortalRun(Brand brand, int dies, boolean keepsTheLast, @Nullable String kept) {
            this.brand = brand;
            this.dies = dies;
            this.keepsTheLast = keepsTheLast;
            this.kept = kept;
        }

        @Override
        public JobId id() {
            return new JobId(new UUID(0, 0));
        }

        @Override
        public BrandId brand() {
            return brand.id();
        }

        @Override
        public <T> T params(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<T> checkpoint(Class<T> type) {
            return Optional.ofNullable(kept).map(text -> json.readValue(text, type));
        }

        @Override
        public void checkpoint(DSLContext transaction, Object state) {
            checkpoints++;
            if (checkpoints < dies || keepsTheLast) {
                kept = json.writeValueAsString(state);
            }
            if (checkpoints == dies) {
                throw new Killed();
            }
        }

        @Override
        public void progress(long done, @Nullable Long total, @Nullable Text message) {
            assertThat(List.of(done, total == null ? 100 : total)).allMatch(value -> value >= 0 && value <= 100);
        }

        @Override
        public void checkStop() {}

        @Override
        public JobStopped rest(Text why) {
            throw new UnsupportedOperationException();
        }
    }
}
