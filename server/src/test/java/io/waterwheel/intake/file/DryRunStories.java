package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.ImportTemplate;
import io.waterwheel.intake.SampleRecord;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.catalogue.Catalogue;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Trying a file first, and mapping it only once.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class DryRunStories {

    @Autowired
    ImportFixture fixture;

    @Autowired
    ImportTemplates templates;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void aDryRunTellsWhatOrdersWouldComeAndWritesNothing() throws Exception {
        Import draft = fixture.upload(
                brand,
                "orders.csv",
                ImportFixture.orders(
                        "1,A,Kettle,2,2026-03-01 10:00:00,12.50,M1,China",
                        "2,A,Kettle,1,2026-03-01 10:00:00,5,,China",
                        "C3,A,Kettle,-1,2026-03-01 10:00:00,5,M1,China",
                        "4,A,Kettle,0,2026-03-01 10:00:00,5,M1,China"));
        Import checked = fixture.check(brand, draft);
        assertThat(checked.state()).isEqualTo(ImportState.DRAFT);
        DryRun found = Objects.requireNonNull(checked.dryResult());
        assertThat(found.counts()).isEqualTo(new ImportCounts(4, 1, 2, 1, 1, 0, 0));
        SampleRecord first = found.sample().getFirst();
        assertThat(first.what()).isEqualTo("Order Completed");
        assertThat(first.facts()).containsEntry("order_id", "1").containsEntry("amount", "25.00");
        assertThat(fixture.errors(brand, checked)).extracting(ImportError::code).containsExactly("quantity-zero");
        assertThat(fixture.events(brand)).isEmpty();
        assertThat(sources.of(brand)).isEmpty();

        Import done = fixture.run(brand, checked);
        assertThat(done.counts()).isEqualTo(new ImportCounts(4, 1, 2, 1, 1, 0, 1));
        assertThat(done.dryResult()).isNull();
    }

    @Test
    void aDryRunOfOtherKindsWritesNothingEither() throws Exception {
        Import products = fixture.check(
                brand,
                fixture.uploadAs(
                        "products", brand, "p.csv", "编码,名称,价格\nA,茶壶,9\nB,,9\n".getBytes(StandardCharsets.UTF_8)));
        DryRun found = Objects.requireNonNull(products.dryResult());
        assertThat(found.counts()).isEqualTo(ImportCounts.ofRecords(2, 1, 1, 0, 0));
        assertThat(found.sample().getFirst().facts()).isEqualTo(Map.of("code", "A", "name", "茶壶", "price", "900"));
        assertThat(catalogue.products(brand, null, new PageRequest(null, 10)).items())
                .isEmpty();

        Import customers = fixture.check(
                brand,
                fixture.uploadAs(
                        "customers",
                        brand,
                        "c.csv",
                        "手机,姓名,地址\n13811112222,张三,某街\n138****2222,李四,\n".getBytes(StandardCharsets.UTF_8)));
        DryRun people = Objects.requireNonNull(customers.dryResult());
        assertThat(people.counts()).isEqualTo(ImportCounts.ofRecords(2, 1, 1, 0, 0));
        assertThat(people.sample().getFirst().facts())
                .isEqualTo(Map.of("phone", "138****2222", "name", "张三", "address", "****"));
        assertThat(fixture.events(brand)).isEmpty();
    }

    @Test
    void aSavedMappingIsChosenForTheNextFileWithItsColumns() throws Exception {
        byte[] file = "单据,何时,几件,多少钱,谁\n1,2026-03-01,1,5,M1\n".getBytes(StandardCharsets.UTF_8);
        Import draft = fixture.upload(brand, "a.csv", file);
        assertThat(draft.template()).isNull();
        Map<String, String> mapping = new HashMap<>(
                Map.of("orderNumber", "单据", "paidAt", "何时", "quantity", "几件", "unitPrice", "多少钱", "customer", "谁"));
        fixture.imports.start(brand, draft.id(), new StartImport(mapping, "门店 POS", "POS 日报"), Locale.ENGLISH);

        byte[] next = "谁,何时,几件,多少钱,单据,备注\nM1,2026-03-02,1,5,2,x\n".getBytes(StandardCharsets.UTF_8);
        Import second = fixture.upload(brand, "b.csv", next);
        assertThat(second.template()).isEqualTo("POS 日报");
        assertThat(second.source()).isEqualTo("门店 POS");
        assertThat(second.mapping()).isEqualTo(mapping);

        Import other = fixture.upload(brand, "c.csv", "谁,何时,几件,多少钱\nM1,2026-03-02,1,5\n");
        assertThat(other.template()).isNull();
        ImportTemplate kept = templates.of(brand).getFirst();
        assertThat(kept.columns()).containsExactly("单据", "何时", "几件", "多少钱", "谁");
        templates.delete(brand, kept.id());
        assertThatThrownBy(() -> templates.delete(brand, kept.id())).hasMessageContaining("not-found");
        assertThat(fixture.upload(brand, "d.csv", next).template()).isNull();
    }
}
