package io.waterwheel.intake.file;

import static io.waterwheel.customer.generated.Tables.RELATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportError;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class CustomerFileStories {

    @Autowired
    ImportFixture fixture;

    @Autowired
    TestBrands brands;

    @Autowired
    DSLContext database;

    @Autowired
    Vault vault;

    @Autowired
    JsonMapper json;

    Brand brand;
    String member;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        // People are shared among brands, so every test has phones of its own.
        member = "1%010d".formatted(Math.abs(System.nanoTime()) % 10_000_000_000L);
    }

    @Test
    void aRowBecomesWhatIsKnownOfACustomer() throws Exception {
        Import draft = fixture.uploadAs(
                "customers", brand, "c.csv", """
                会员号,手机,姓名,性别,生日,城市,地址,标签,入会时间,肤质
                A1,%s,张三,女,1961/5/6,杭州,西湖区 1 号,老客,2024-03-01 08:00:00,干性
                """.formatted(member).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(draft.takesMore()).isTrue();
        assertThat(draft.mapping())
                .containsEntry("memberNo", "会员号")
                .containsEntry("phone", "手机")
                .containsEntry("attributes.肤质", "肤质");
        Import done = fixture.run(brand, draft);
        assertThat(done.counts()).isEqualTo(ImportCounts.ofRecords(1, 0, 1, 0, 1));

        assertThat(fixture.events(brand))
                .extracting(EventRecord::getName)
                .containsExactly(EventNames.IDENTIFIED, EventNames.MEMBER_JOINED);
        EventRecord identified = fixture.events(brand).getFirst();
        JsonNode told = json.readTree(identified.getProperties().data());
        assertThat(told.get("name").asString()).isEqualTo("张三");
        assertThat(told.get("gender").asString()).isEqualTo("female");
        assertThat(told.get("birthday").asString()).isEqualTo("1961-05-06");
        assertThat(told.get("肤质").asString()).isEqualTo("干性");
        assertThat(vault.open(told.get("address").asString())).isEqualTo("西湖区 1 号");
        assertThat(identified.getProperties().data() + identified.getMessageId())
                .doesNotContain(member);
        assertThat(database.fetchValue(
                        RELATION.MEMBER_SINCE, RELATION.BRAND_ID.eq(brand.id().value())))
                .isEqualTo("2024-03-01T00:00:00Z");
    }

    @Test
    void theSameRowsAgainChangeNothingAndAnotherRowDoes() throws Exception {
        String file = "会员号,手机,姓名\nA1," + member + ",张三\nA2,,李四\n";
        fixture.bringInAs("customers", brand, file);
        int events = fixture.events(brand).size();
        Import again = fixture.bringInAs("customers", brand, file);
        assertThat(again.counts()).isEqualTo(ImportCounts.ofRecords(2, 0, 2, 2, 0));
        assertThat(fixture.events(brand)).hasSize(events);
        Import changed = fixture.bringInAs("customers", brand, "会员号,手机,姓名\nA1," + member + ",张三丰\n");
        assertThat(changed.counts()).isEqualTo(ImportCounts.ofRecords(1, 0, 1, 0, 0));
        assertThat(fixture.events(brand).getLast().getCustomerNo())
                .isEqualTo(fixture.events(brand).getFirst().getCustomerNo());
    }

    @Test
    void whatNamesNobodyOrNobodyForSureIsRefused() throws Exception {
        Import done = fixture.bringInAs("customers", brand, """
                会员号,手机,邮箱,买家昵称,姓名,生日
                ,,,,Nobody,
                ,138****1234,,,Masked,
                ,,not-an-address,,Mail,
                ,,,阿里用户,Without platform,
                散客,,,,Guest,
                B1,%s,,,Too old,1700-01-01
                B2,,b@example.com,tmall:阿里用户,Good,1980-02-29
                """.formatted(member));
        assertThat(done.counts()).isEqualTo(ImportCounts.ofRecords(7, 6, 1, 0, 1));
        assertThat(fixture.errors(brand, done))
                .extracting(ImportError::line, ImportError::code)
                .containsExactlyInAnyOrder(
                        tuple(2L, "identifier-missing"),
                        tuple(3L, "phone-unreadable"),
                        tuple(4L, "email-unreadable"),
                        tuple(5L, "platform-missing"),
                        tuple(6L, "identifier-missing"),
                        tuple(7L, "date-unreadable"));
    }

    @Test
    void aColumnOfPapersOrPhonesIsNobodysAttributeUnlessAPersonSaysSo() throws Exception {
        byte[] file = ("会员号,证件,备用机,身份证号,等级\nA1,330102199001011234," + member + ",330102199001011234,金卡\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Import draft = fixture.uploadAs("customers", brand, "c.csv", file);
        assertThat(draft.mapping()).isEqualTo(Map.of("memberNo", "会员号", "attributes.等级", "等级"));
        Map<String, String> wished = new HashMap<>(draft.mapping());
        wished.put("attributes.身份证号", "身份证号");
        fixture.run(brand, draft, wished, null);
        assertThat(fixture.events(brand).getFirst().getProperties().data())
                .contains("金卡")
                .doesNotContain("330102199001011234");
    }

    @Test
    void theUploadsFirstRowsAreSealedWhileTheyWait() throws Exception {
        Import draft = fixture.uploadAs(
                "customers",
                brand,
                "c.csv",
                ("手机,姓名\n" + member + ",张三\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(draft.sample().getFirst()).containsExactly(member, "张三");
        var row = database.fetchSingle(
                io.waterwheel.intake.generated.Tables.IMPORT,
                io.waterwheel.intake.generated.Tables.IMPORT.ID.eq(draft.id().value()));
        assertThat(row.toString()).doesNotContain(member);
    }

    @Test
    void openingBalancesBecomeEventsOfTheirOwn() throws Exception {
        String file = "会员号,手机,积分,截止日期\nP1," + member + ",\"1,200\",2026-01-31\nP2,,-5,2026-01-31\nP3,,1.5,2026-01-31\n";
        Import done = fixture.bringInAs("points", brand, file);
        assertThat(done.counts()).isEqualTo(ImportCounts.ofRecords(3, 2, 1, 0, 1));
        assertThat(fixture.errors(brand, done))
                .extracting(ImportError::code)
                .containsExactlyInAnyOrder("points-negative", "points-unreadable");
        EventRecord opened = fixture.events(brand).getFirst();
        assertThat(opened.getName()).isEqualTo(EventNames.POINTS_OPENED);
        assertThat(opened.getAt()).isEqualTo("2026-01-30T16:00:00Z");
        JsonNode told = json.readTree(opened.getProperties().data());
        assertThat(told.get("points").asLong()).isEqualTo(1200);
        assertThat(told.get("as_of").asString()).isEqualTo("2026-01-30T16:00:00Z");
        assertThat(fixture.bringInAs("points", brand, file).counts()).isEqualTo(ImportCounts.ofRecords(3, 2, 1, 1, 0));
    }
}
