package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportState;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The same rows mean the same, whatever they are packed in.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class FileFormatStories {

    @Autowired
    ImportFixture fixture;

    @Autowired
    TestBrands brands;

    @Test
    void theSameOrdersInEveryFormatAreTheSameEvents() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            Map<String, List<String>> events = inEveryFormat("orders", orders(new Random(seed)));
            assertThat(events.values()).as("seed %d", seed).allMatch(list -> list.equals(events.get("a.csv")));
            assertThat(events.get("a.csv")).as("seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void theSameCustomersInEveryFormatAreTheSameEvents() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            Map<String, List<String>> events = inEveryFormat("customers", customers(new Random(seed)));
            assertThat(events.values()).as("seed %d", seed).allMatch(list -> list.equals(events.get("a.csv")));
            assertThat(events.get("a.csv")).as("seed %d", seed).isNotEmpty();
        }
    }

    private Map<String, List<String>> inEveryFormat(String kind, TestTable table) throws Exception {
        byte[] csv = table.csv().getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", csv);
        files.put("b.csv.gz", TestTable.gzip(csv));
        files.put("c.csv", table.csv().getBytes(Charset.forName("GB18030")));
        files.put("d.jsonl", table.jsonl());
        files.put("f.xlsx", table.xlsx());
        files.put("g.parquet", table.parquet());
        Map<String, List<String>> events = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Brand brand = brands.chinese();
            Import done = fixture.bringInAs(kind, brand, file.getKey(), file.getValue());
            assertThat(done.state()).as("%s %s", file.getKey(), done.problem()).isEqualTo(ImportState.DONE);
            events.put(file.getKey(), said(brand, done));
        }
        return events;
    }

    /// What is in the log, and what is wrong with the file, without what differs from import to import.
    private List<String> said(Brand brand, Import done) throws Exception {
        List<String> said = new java.util.ArrayList<>();
        for (EventRecord event : fixture.events(brand)) {
            // What follows for who is who hangs on everybody else the phones and addresses were seen with.
            if (EventNames.withoutCustomer(event.getName())) {
                continue;
            }
            boolean dated = !event.getMessageId().startsWith("customer:");
            said.add(event.getName() + " " + event.getMessageId() + " " + event.getSource() + " "
                    + (dated ? event.getAt() : "") + " " + event.getIdentifiedBy() + " "
                    + event.getProperties().data());
        }
        fixture.errors(brand, done).stream().map(ImportError::code).sorted().forEach(said::add);
        return said;
    }

    private static TestTable orders(Random random) {
        TestTable table = new TestTable("订单号", "商品编码", "商品名称", "数量", "付款时间", "单价", "会员号", "门店");
        for (int i = 0; i < 80; i++) {
            boolean bad = random.nextInt(10) == 0;
            table.row(
                    "N" + random.nextInt(12),
                    "SKU" + random.nextInt(5),
                    oneOf(random, "茶壶, 青花", "Cup \"big\"", "龍井𠮷茶", null),
                    (long) (bad ? 0 : 1 + random.nextInt(3)),
                    LocalDateTime.of(2026, 3, 1 + random.nextInt(20), random.nextInt(24), random.nextInt(60)),
                    new BigDecimal(oneOf(random, "12.5", "3.05", "99", "0.1")),
                    random.nextBoolean() ? "M1" : null,
                    "西湖店");
        }
        return table;
    }

    private static TestTable customers(Random random) {
        TestTable table = new TestTable("会员号", "手机", "邮箱", "姓名", "性别", "生日", "城市", "入会时间", "肤质", "身高");
        for (int i = 0; i < 80; i++) {
            table.row(
                    random.nextInt(5) == 0 ? null : 100_000L + i,
                    13_800_000_000L + random.nextInt(90_000_000),
                    random.nextBoolean() ? "a" + i + "@example.com" : null,
                    oneOf(random, "张三", "王小明", "Anna, Bell"),
                    oneOf(random, "男", "女", "未知", null),
                    LocalDate.of(1950 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    oneOf(random, "杭州", "上海"),
                    LocalDateTime.of(2020, 1 + random.nextInt(12), 1, random.nextInt(24), 30),
                    oneOf(random, "干性", "油性"),
                    new BigDecimal(oneOf(random, "170.5", "165")));
        }
        return table;
    }

    private static <T> T oneOf(Random random, @Nullable T... of) {
        return of[random.nextInt(of.length)];
    }
}
