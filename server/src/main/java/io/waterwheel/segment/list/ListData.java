package io.waterwheel.segment.list;

import static io.waterwheel.segment.generated.Tables.CUSTOMER_LIST;
import static io.waterwheel.segment.generated.Tables.CUSTOMER_LIST_PIECE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.generated.tables.records.CustomerListRecord;
import io.waterwheel.segment.tagging.StoredSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Static lists the person is on, and rows of uploaded lists that name them: they leave both. While a list is being
/// made,
/// erasing waits for its end.
@Component
@Order(78)
class ListData implements PersonalData {

    private static final String NAMELESS = "—";

    private final UploadedPieces pieces;
    private final Jobs jobs;

    ListData(UploadedPieces pieces, Jobs jobs) {
        this.pieces = pieces;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "customer-lists";
    }

    @Override
    public Text title() {
        return new Text(
                "本人所在的静态名单，以及上传名单里提到本人的行", "Static lists the person is on, and rows of uploaded lists that name them");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(CUSTOMER_LIST), PersonalTable.nameOf(CUSTOMER_LIST_PIECE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        each(transaction, false, list -> {
            if (!on(list, person).isEmpty()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("list", list.getName());
                row.put("created_at", list.getCreatedAt());
                rows.accept(row);
            }
        });
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        AtomicLong count = new AtomicLong();
        AtomicBoolean waits = new AtomicBoolean();
        each(transaction, true, list -> {
            if (running(list)) {
                waits.set(true);
                return;
            }
            boolean listed = leave(list, person);
            boolean named = rename(list, mentions);
            if (listed || named) {
                transaction.executeUpdate(list);
                count.incrementAndGet();
            }
            count.addAndGet(pieces(transaction, list, person));
        });
        return new Erased(count.get(), waits.get());
    }

    /// One after the other: a list may have millions of numbers, and there may be hundreds of lists.
    ///
    /// @param held whether nobody else may write to it until the transaction ends
    private static void each(DSLContext transaction, boolean held, Consumer<CustomerListRecord> use) {
        List<Long> ids = transaction
                .select(CUSTOMER_LIST.ID)
                .from(CUSTOMER_LIST)
                .orderBy(CUSTOMER_LIST.ID)
                .fetch(CUSTOMER_LIST.ID);
        for (long id : ids) {
            var list = transaction.selectFrom(CUSTOMER_LIST).where(CUSTOMER_LIST.ID.eq(id));
            (held ? list.forUpdate() : list).fetchOptional().ifPresent(use);
        }
    }

    /// The person's numbers the list holds.
    private static RoaringBitmap on(CustomerListRecord list, Person person) {
        RoaringBitmap theirs = numbers(person);
        RoaringBitmap listed = StoredSet.of(list.getNumbers());
        listed.or(StoredSet.of(list.getCustomers()));
        theirs.and(listed);
        return theirs;
    }

    private static RoaringBitmap numbers(Person person) {
        RoaringBitmap numbers = new RoaringBitmap();
        person.numbers().stream().mapToInt(CustomerNo::value).forEach(numbers::add);
        return numbers;
    }

    private static boolean leave(CustomerListRecord list, Person person) {
        RoaringBitmap theirs = on(list, person);
        if (theirs.isEmpty()) {
            return false;
        }
        RoaringBitmap numbers = RoaringBitmap.andNot(StoredSet.of(list.getNumbers()), theirs);
        RoaringBitmap customers = RoaringBitmap.andNot(StoredSet.of(list.getCustomers()), theirs);
        list.setNumbers(StoredSet.bytes(numbers));
        list.setCustomers(StoredSet.bytes(customers));
        list.setSize(customers.getLongCardinality());
        list.setRevision(list.getRevision() + 1);
        return true;
    }

    private static boolean rename(CustomerListRecord list, Mentions mentions) {
        boolean named = mentions.in(list.getName());
        if (named) {
            list.setName(NAMELESS + " " + list.getId());
        }
        boolean filed = list.getFilename() != null && mentions.in(list.getFilename());
        if (filed) {
            list.setFilename(NAMELESS);
        }
        return named || filed;
    }

    private long pieces(DSLContext transaction, CustomerListRecord list, Person person) {
        if (list.getIdentifierKind() == null) {
            return 0;
        }
        IdentifierKind kind = IdentifierKind.of(list.getIdentifierKind());
        Set<String> values = Set.of(person.values(kind));
        Mentions mentions = Mentions.of(person);
        RoaringBitmap theirs = numbers(person);
        long count = 0;
        for (int piece : pieces.all(new ListId(list.getId()))) {
            var row = transaction.fetchSingle(
                    CUSTOMER_LIST_PIECE,
                    CUSTOMER_LIST_PIECE.LIST_ID.eq(list.getId()).and(CUSTOMER_LIST_PIECE.PIECE.eq(piece)));
            List<UploadedRow> rows = pieces.opened(row.getContent());
            List<UploadedRow> left = rows.stream()
                    .filter(one -> !mentions.in(one.text()) && !names(kind, one, values))
                    .toList();
            RoaringBitmap numbers = StoredSet.of(row.getNumbers());
            if (left.size() == rows.size() && !RoaringBitmap.intersects(numbers, theirs)) {
                continue;
            }
            row.setContent(pieces.sealed(left));
            if (row.getNumbers() != null) {
                numbers.andNot(theirs);
                row.setNumbers(StoredSet.bytes(numbers));
            }
            transaction.executeUpdate(row);
            count += Math.max(1, rows.size() - left.size());
        }
        return count;
    }

    /// Short identifiers are not looked for in free text, but this cell is one.
    private static boolean names(IdentifierKind kind, UploadedRow row, Set<String> values) {
        return IdentifierCell.read(kind, row.text())
                .filter(identifier -> values.contains(identifier.value()))
                .isPresent();
    }

    private boolean running(CustomerListRecord list) {
        return Optional.ofNullable(list.getJob())
                .map(JobId::new)
                .flatMap(jobs::find)
                .map(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
                .orElse(false);
    }
}
