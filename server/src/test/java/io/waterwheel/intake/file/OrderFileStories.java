package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.collect.OrderRules;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.ProblemBody;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class OrderFileStories {

    @Autowired
    ImportFixture fixture;

    @Autowired
    TestBrands brands;

    @Autowired
    Sources sources;

    @Autowired
    ImportDirectories directories;

    @Autowired
    JsonMapper json;

    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void anOrdersLinesAreGatheredWhereverTheyStand() throws Exception {
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1001,A,Kettle,2,2026-03-01 10:05:00,12.50,M1,China",
                        "1002,B,Cup,1,2026-03-01 11:00:00,3.005,,China",
                        "1001,B,Cup ,3,2026-03-01 10:00:00,3,M1,China"));
        assertThat(done.counts()).isEqualTo(new ImportCounts(3, 0, 2, 0, 1, 0, 1));

        List<EventRecord> events = fixture.events(brand);
        assertThat(events).extracting(EventRecord::getMessageId).containsExactly("order:1001", "order:1002");
        EventRecord first = events.getFirst();
        assertThat(first.getName()).isEqualTo(EventNames.ORDER_COMPLETED);
        assertThat(first.getSource()).isEqualTo("orders");
        assertThat(first.getCustomerNo()).isNotNull();
        assertThat(first.getAt()).isEqualTo("2026-03-01T02:00:00Z");
        Order order = json.readValue(first.getProperties().data(), Order.class);
        assertThat(order.orderId()).isEqualTo("1001");
        assertThat(order.lines()).extracting(Order.Line::productId).containsExactly("A", "B");
        assertThat(order.lines()).extracting(Order.Line::name).containsExactly("Kettle", "Cup");
        assertThat(order.amount(2)).isEqualTo(3400);
        assertThat(json.readTree(first.getProperties().data()).get("country").stringValue())
                .isEqualTo("China");
        assertThat(events.get(1).getCustomerNo()).isNull();
    }

    @Test
    void aNumberWithCAndQuantitiesBelowZeroIsARefund() throws Exception {
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "C7,A,Kettle,-2,2026-03-01 10:00:00,12.50,M1,China",
                        "C7,B,Cup,1,2026-03-01 10:00:00,3,M1,China",
                        "C8,A,Kettle,1,2026-03-01 10:00:00,12.50,M1,China"));
        assertThat(done.counts()).isEqualTo(new ImportCounts(3, 1, 1, 1, 0, 0, 1));
        List<EventRecord> events = fixture.events(brand);
        assertThat(events).extracting(EventRecord::getMessageId).containsExactly("refund:C7", "order:C8");
        assertThat(json.readValue(events.getFirst().getProperties().data(), Order.class)
                        .amount(2))
                .isEqualTo(2500);
        assertThat(fixture.errors(brand, done)).extracting(ImportError::code).containsExactly("quantity-sign-differs");
    }

    @Test
    void theSameOrderInTwoFilesCountsOnce() throws Exception {
        fixture.bringIn(brand, ImportFixture.orders("1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China"));
        Import again = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,Kettle   ,1,2026-03-01 10:00:00,5,M1,China",
                        "2,A,Kettle,1,2026-03-02 10:00:00,5,M2,China"));
        assertThat(again.counts()).isEqualTo(new ImportCounts(2, 0, 2, 0, 0, 1, 1));
        assertThat(fixture.events(brand)).hasSize(2);
    }

    @Test
    void runningAFileAgainChangesNothing() throws Exception {
        String file = ImportFixture.orders(
                "1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China", "C1,A,Kettle,-1,2026-03-03 10:00:00,5,M1,China");
        fixture.bringIn(brand, file);
        Import again = fixture.bringIn(brand, file);
        assertThat(again.counts()).isEqualTo(new ImportCounts(2, 0, 1, 1, 0, 2, 0));
        assertThat(fixture.events(brand)).hasSize(2);
    }

    @Test
    void badLinesAreRejectedAndTheRestOfTheirOrderIsKept() throws Exception {
        String tomorrow = Instant.now().plus(Duration.ofDays(3)).toString().substring(0, 10);
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,Good,1,2026-03-01 10:00:00,5,M1,China",
                        " ,A,No number,1,2026-03-01 10:00:00,5,M1,China",
                        "1,A,No date,1,,5,M1,China",
                        "1,A,Bad date,1,soon,5,M1,China",
                        "1,A,Future,1," + tomorrow + ",5,M1,China",
                        "1,A,Zero,0,2026-03-01 10:00:00,5,M1,China",
                        "1,A,Negative,-1,2026-03-01 10:00:00,5,M1,China",
                        "1,A,Words,many,2026-03-01 10:00:00,5,M1,China",
                        "1,A,Price,1,2026-03-01 10:00:00,-5,M1,China",
                        "1,A,Huge,99999999,2026-03-01 10:00:00,99999999,M1,China",
                        "1,A,Other customer,1,2026-03-01 10:00:00,5,M2,China",
                        "1,A,Too few",
                        "1,A,Too many,1,2026-03-01 10:00:00,5,M1,China,more",
                        "1,A,Long " + "x".repeat(70_000) + ",1,2026-03-01 10:00:00,5,M1,China",
                        "1,A,Nul\0,1,2026-03-01 10:00:00,5,M1,China",
                        "1,B,Good too,1,2026-03-01 10:00:00,5,,China,"));
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(new ImportCounts(16, 14, 1, 0, 0, 0, 1));
        assertThat(fixture.errors(brand, done))
                .extracting(ImportError::line, ImportError::code)
                .containsExactlyInAnyOrder(
                        tuple(3L, "order-number-missing"),
                        tuple(4L, "date-missing"),
                        tuple(5L, "date-unreadable"),
                        tuple(6L, "date-in-future"),
                        tuple(7L, "quantity-zero"),
                        tuple(8L, "quantity-negative"),
                        tuple(9L, "quantity-unreadable"),
                        tuple(10L, "price-negative"),
                        tuple(11L, "amount-too-large"),
                        tuple(12L, "customer-differs"),
                        tuple(13L, "column-count"),
                        tuple(14L, "column-count"),
                        tuple(15L, "cell-too-long"),
                        tuple(16L, "cell-unstorable"));
        Order order =
                json.readValue(fixture.events(brand).getFirst().getProperties().data(), Order.class);
        assertThat(order.lines()).extracting(Order.Line::name).containsExactly("Good", "Good too");
    }

    @Test
    void anOrderOfAFileIsNoLargerThanOneThatIsTold() throws Exception {
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,Half,1,2026-03-01 10:00:00,50000000000,M1,China",
                        "1,B,Half,1,2026-03-01 10:00:00,50000000000,M1,China",
                        "1,C,A cent more,1,2026-03-01 10:00:00,0.01,M1,China",
                        "C2,A,Given back,-1,2026-03-01 10:00:00,100000000000,M1,China",
                        "C2,B,Given back,-1,2026-03-01 10:00:00,1,M1,China"));
        assertThat(fixture.errors(brand, done))
                .extracting(ImportError::line, ImportError::column, ImportError::code)
                .containsExactlyInAnyOrder(
                        tuple(4L, "Price", "amount-too-large"), tuple(6L, "Price", "amount-too-large"));
        List<EventRecord> events = fixture.events(brand);
        assertThat(events).hasSize(2);
        for (EventRecord event : events) {
            assertThat(json.readValue(event.getProperties().data(), Order.class).amount(2))
                    .isEqualTo(OrderRules.LARGEST);
        }
    }

    @Test
    void theErrorFileShowsTheReasonAndTheLineAsItCame() throws Exception {
        Import done = fixture.bringIn(
                brand, ImportFixture.orders("1,A,\"Kettle, \"\"red\"\"\",0,2026-03-01 10:00:00,5,M1,China"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fixture.imports.download(brand, done.id(), out, Locale.ENGLISH);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("""
                        \uFEFFline,column,code,message,%s
                        2,Quantity,quantity-zero,The quantity is zero.,1,A,"Kettle, ""red""\",0,2026-03-01 10:00:00,5,M1,China
                        """.formatted(ImportFixture.HEADER));
    }

    @Test
    void errorsAreListedPageByPage() throws Exception {
        String[] lines = new String[250];
        Arrays.setAll(lines, i -> i + ",A,Kettle,0,2026-03-01 10:00:00,5,M1,China");
        Import done = fixture.bringIn(brand, ImportFixture.orders(lines));
        var first = fixture.imports.errors(brand, done.id(), new PageRequest(null, 200), Locale.ENGLISH);
        var second = fixture.imports.errors(brand, done.id(), new PageRequest(first.next(), 200), Locale.ENGLISH);
        assertThat(first.items()).hasSize(200);
        assertThat(second.items())
                .hasSize(50)
                .first()
                .extracting(ImportError::line)
                .isEqualTo(202L);
        assertThat(second.next()).isNull();
    }

    @Test
    void aChineseFileInGb18030IsRead() throws Exception {
        String text = "订单编号;付款时间;会员号;商品名称;数量;单价;门店\n"
                + "2001;2026/3/1 9:05;张三;青花瓷茶壶;2;¥1,234.50;西湖店\n"
                + "2002;2026年3月2日 18:30;;龍井𠮷茶;1;88;西湖店\n";
        Import draft = fixture.upload(brand, "订单.csv", text.getBytes(Charset.forName("GB18030")));
        assertThat(draft.encoding()).isEqualTo("GB18030");
        assertThat(draft.delimiter()).isEqualTo(";");
        assertThat(draft.mapping())
                .containsAllEntriesOf(Map.of(
                        "orderNumber",
                        "订单编号",
                        "paidAt",
                        "付款时间",
                        "customer",
                        "会员号",
                        "quantity",
                        "数量",
                        "unitPrice",
                        "单价",
                        "store",
                        "门店"));
        Import done = fixture.run(brand, draft);
        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 2, 0, 1, 0, 1));
        Order order =
                json.readValue(fixture.events(brand).getFirst().getProperties().data(), Order.class);
        assertThat(order.store()).isEqualTo("西湖店");
        assertThat(order.amount(2)).isEqualTo(246900);
        assertThat(json.readValue(fixture.events(brand).get(1).getProperties().data(), Order.class)
                        .lines()
                        .getFirst()
                        .name())
                .isEqualTo("龍井𠮷茶");
    }

    @Test
    void gb18030FurtherDownInAFileThatBeginsPlainIsNoticed() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((ImportFixture.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 10_000; i++) {
            file.writeBytes((i + ",A,Kettle,1,2026-03-01 10:00:00,5,M1,China\n").getBytes(StandardCharsets.UTF_8));
        }
        file.writeBytes("99999,A,茶壶,1,2026-03-01 10:00:00,5,M1,中国\n".getBytes(Charset.forName("GB18030")));
        Import done = fixture.bringIn(brand, "orders.csv", file.toByteArray());
        assertThat(done.counts()).isEqualTo(new ImportCounts(10_001, 0, 10_001, 0, 0, 0, 1));
        assertThat(fixture.events(brand).getLast().getProperties().data()).contains("茶壶");
    }

    @Test
    void bytesThatAreNoTextChangeNothing() throws Exception {
        byte[] good = ImportFixture.orders(many("茶壶")).getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(good, 600_000);
        Arrays.fill(file, good.length, file.length, (byte) '\n');
        file[file.length - 2] = (byte) 0xFF;
        Import failed = fixture.bringIn(brand, "orders.csv", file);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(problem(failed).code()).isEqualTo("file-undecodable");
        assertThat(problem(failed).detail()).contains("UTF-8");
        assertThat(fixture.events(brand)).isEmpty();
    }

    @Test
    void aBrokenGzipChangesNothingAndTheRepairedFileCompletesIt() throws Exception {
        StringBuilder text = new StringBuilder(ImportFixture.HEADER).append('\n');
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",A").append(i * 7919L).append(",Kettle,1,2026-03-01 10:00:00,5,M1,China\n");
        }
        byte[] whole = gzip(text.toString());
        Import failed = fixture.bringIn(brand, "orders.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(problem(failed).code()).isEqualTo("file-gzip-broken");
        assertThat(problem(failed).detail()).contains("nothing was imported");
        assertThat(fixture.events(brand)).isEmpty();

        Import repaired = fixture.bringIn(brand, "orders.csv.gz", whole);
        assertThat(repaired.counts()).isEqualTo(new ImportCounts(50_000, 0, 50_000, 0, 0, 0, 1));
    }

    @Test
    void aMillionCharacterCellIsOneBadLine() throws Exception {
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,\"" + "长".repeat(1_000_000) + "\",1,2026-03-01 10:00:00,5,M1,China",
                        "2,A,Kettle,1,2026-03-01 10:00:00,5,M1,China"));
        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 1, 1, 0, 0, 0, 1));
        ImportError error = fixture.errors(brand, done).getFirst();
        assertThat(error.code()).isEqualTo("cell-too-long");
        assertThat(error.value()).hasSizeLessThan(250);
    }

    @Test
    void aQuoteThatIsNeverClosedIsAClearProblem() throws Exception {
        String endless = "2,A,\"Kettle,1,2026-03-01 10:00:00,5,M1,China";
        refused(
                IntakeProblem.FILE_CELL_ENDLESS,
                "o.csv",
                ImportFixture.orders(endless).getBytes(StandardCharsets.UTF_8));

        String[] lines = many("Kettle");
        lines[50] = endless;
        Import failed = fixture.bringIn(brand, ImportFixture.orders(lines));
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(problem(failed).code()).isEqualTo("file-cell-endless");
        assertThat(problem(failed).params()).containsEntry("line", 52);
        assertThat(fixture.events(brand)).isEmpty();
    }

    @Test
    void aFileThatIsNoTableIsRefusedAtOnce() {
        refused(IntakeProblem.FILE_EMPTY, "orders.csv", new byte[0]);
        refused(IntakeProblem.FILE_EMPTY, "orders.csv", "\n\n\n".getBytes(StandardCharsets.UTF_8));
        refused(IntakeProblem.FILE_NOT_GZIP, "orders.csv.gz", "a,b\n".getBytes(StandardCharsets.UTF_8));
        refused(IntakeProblem.FILE_NOT_TEXT, "orders.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        refused(
                IntakeProblem.FILE_NO_HEADER,
                "orders.csv",
                "1,A,Kettle,1,2026-03-01 10:00:00,5\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void missingColumnsAreNamed() throws Exception {
        Problem few = refused(
                IntakeProblem.FILE_COLUMNS_MISSING,
                "orders.csv",
                "Invoice,Description\n1,Kettle\n".getBytes(StandardCharsets.UTF_8));
        assertThat(few.params()).containsEntry("missing", "paidAt, quantity, unitPrice");

        Import draft = fixture.upload(brand, "orders.csv", "Invoice,Quantity,Price,Remark\n1,1,2.5,x\n");
        Problem incomplete = catchThrowableOfType(
                Problem.class,
                () -> fixture.imports.start(
                        brand,
                        draft.id(),
                        new StartImport(Map.of("orderNumber", "Invoice", "paidAt", "When"), null),
                        Locale.ENGLISH));
        assertThat(incomplete.type()).isEqualTo(IntakeProblem.MAPPING_INCOMPLETE);
        assertThat(incomplete.faults())
                .extracting(Problem.Fault::pointer, Problem.Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/mapping/paidAt", "unknown-column"),
                        tuple("/mapping/quantity", "required"),
                        tuple("/mapping/unitPrice", "required"));
        assertThat(fixture.imports.get(brand, draft.id(), Locale.ENGLISH).state())
                .isEqualTo(ImportState.DRAFT);
    }

    @Test
    void aFullDiskIsToldAndNothingIsKept() {
        assertThatThrownBy(() ->
                        ImportDirectories.store(new ByteArrayInputStream(new byte[1 << 20]), Path.of("/dev/full")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(KernelProblem.DISK_FULL));
    }

    @Test
    void datesThatEndWithTheYearAreReadAsTheFileProves() throws Exception {
        Import done = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,Kettle,1,3/4/2026 8:26,5,M1,China", "2,A,Kettle,1,3/25/2026 8:26,5,M1,China"));
        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 2, 0, 0, 0, 1));
        assertThat(fixture.events(brand).getFirst().getAt()).isEqualTo("2026-03-04T00:26:00Z");

        Brand other = brands.chinese();
        Import unclear = fixture.bringIn(other, ImportFixture.orders("1,A,Kettle,1,3/4/2026 8:26,5,M1,China"));
        assertThat(fixture.errors(other, unclear)).extracting(ImportError::code).containsExactly("date-ambiguous");
    }

    @Test
    void aSourceOfItsOwnKeepsOrderNumbersApart() throws Exception {
        String file = ImportFixture.orders("1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China");
        fixture.bringIn(brand, file);
        Import draft = fixture.upload(brand, "orders.csv", file);
        Import done = fixture.run(brand, draft, draft.mapping(), "Tmall");
        assertThat(done.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0, 0));
        assertThat(sources.of(brand)).extracting(Source::name).containsExactly("orders", "Tmall");
        String writeKeys = sources.create(brand, "web").source().name();
        Import another = fixture.upload(brand, "orders.csv", file);
        assertThatThrownBy(() -> fixture.run(brand, another, another.mapping(), writeKeys))
                .hasMessageContaining("source-name-taken");
    }

    @Test
    void aDraftThatIsCancelledIsGone() throws Exception {
        Import draft = fixture.upload(brand, "o.csv", ImportFixture.orders("1,A,K,1,2026-03-01,5,M1,China"));
        Import cancelled = fixture.imports.cancel(brand, draft.id(), Locale.ENGLISH);
        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(directories.of(draft.id())).doesNotExist();
        assertThatThrownBy(() -> fixture.imports.cancel(brand, draft.id(), Locale.ENGLISH))
                .hasMessageContaining("import-state");
    }

    @Test
    void theUploadIsRemovedWhenItsOrdersAreIn() throws Exception {
        Import done = fixture.bringIn(brand, ImportFixture.orders("1,A,K,1,2026-03-01,5,M1,China"));
        Path directory = directories.of(done.id());
        await().untilAsserted(
                        () -> assertThat(ImportDirectories.upload(directory)).doesNotExist());
        assertThat(ImportDirectories.scratch(directory)).doesNotExist();
        assertThat(done.sample()).isEmpty();
        assertThat(Files.exists(ImportDirectories.errors(directory))).isTrue();
    }

    /// More lines than are looked at when a file is uploaded.
    private static String[] many(String product) {
        String[] lines = new String[100];
        Arrays.setAll(lines, i -> i + ",A," + product + ",1,2026-03-01 10:00:00,5,M1,China");
        return lines;
    }

    private static ProblemBody problem(Import failed) {
        return Objects.requireNonNull(failed.problem());
    }

    private Problem refused(IntakeProblem type, String filename, byte[] content) {
        Problem problem = catchThrowableOfType(Problem.class, () -> fixture.upload(brand, filename, content));
        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(type);
        return problem;
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
