package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.CatalogueProduct;
import io.waterwheel.intake.CatalogueStaff;
import io.waterwheel.intake.CatalogueStore;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.catalogue.Catalogue;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class CatalogueFileStories {

    private static final PageRequest ALL = new PageRequest(null, 200);

    @Autowired
    ImportFixture fixture;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TestBrands brands;

    @Autowired
    JsonMapper json;

    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void aLaterRowOfACodeStandsAndTheSameRowChangesNothing() throws Exception {
        String first = "商品编码,商品名称,类目,售价\nA,茶壶,茶具,128\nB,茶杯,茶具,39.9\n";
        assertThat(fixture.bringInAs("products", brand, first).counts())
                .isEqualTo(ImportCounts.ofRecords(2, 0, 2, 0, 0));
        assertThat(fixture.bringInAs("products", brand, first).counts())
                .isEqualTo(ImportCounts.ofRecords(2, 0, 2, 2, 0));
        assertThat(fixture.bringInAs(
                                "products",
                                brand,
                                "商品编码,商品名称,类目,售价\nA,茶壶,茶具,138\nA,青花茶壶,茶具,138\nB,茶杯,茶具,39.90\nC,茶盘,,\n")
                        .counts())
                .isEqualTo(ImportCounts.ofRecords(4, 0, 4, 2, 0));
        assertThat(catalogue.products(brand, null, ALL).items())
                .extracting(CatalogueProduct::code, CatalogueProduct::name, CatalogueProduct::price)
                .containsExactly(tuple("A", "青花茶壶", 13800L), tuple("B", "茶杯", 3990L), tuple("C", "茶盘", null));
        assertThat(catalogue.products(brand, "茶杯", ALL).items()).hasSize(1);
    }

    @Test
    void undoingAnImportRestoresTheRowsBeforeIt() throws Exception {
        fixture.bringInAs("products", brand, "商品编码,商品名称\nA,茶壶\nB,茶杯\n");
        Import wrong = fixture.bringInAs("products", brand, "商品编码,商品名称\nA,错的\nX,多的\n");
        Import later = fixture.bringInAs("products", brand, "商品编码,商品名称\nB,盖碗\n");
        assertThat(wrong.undoable()).isTrue();
        assertThat(fixture.undo(brand, wrong).state()).isEqualTo(ImportState.UNDONE);
        assertThat(names()).containsExactly("A 茶壶", "B 盖碗");
        fixture.undo(brand, later);
        assertThat(names()).containsExactly("A 茶壶", "B 茶杯");
        fixture.bringInAs("products", brand, "商品编码,商品名称\nA,错的\nX,多的\n");
        assertThat(names()).containsExactly("A 错的", "B 茶杯", "X 多的");
    }

    @Test
    void ordersThatTellOnlyCodesGetTheCataloguesNames() throws Exception {
        fixture.bringInAs("products", brand, "商品编码,商品名称,类目\nA,茶壶,茶具\n");
        fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,,1,2026-03-01 10:00:00,5,M1,China",
                        "1,B,,1,2026-03-01 10:00:00,5,M1,China",
                        "1,A,Own name,1,2026-03-01 10:00:00,5,M1,China"));
        Order order =
                json.readValue(fixture.events(brand).getFirst().getProperties().data(), Order.class);
        assertThat(order.lines())
                .extracting(Order.Line::name, Order.Line::category)
                .containsExactly(tuple("茶壶", "茶具"), tuple(null, null), tuple("Own name", "茶具"));
    }

    @Test
    void storesNameTheDatumOfTheirCoordinates() throws Exception {
        Import done = fixture.bringInAs("stores", brand, """
                门店编号,门店名称,城市,经度,纬度,坐标系,营业时间
                S1,西湖店,杭州,120.15,30.25,,10:00-22:00
                S2,外滩店,上海,121.49,31.24,WGS84,
                S3,国贸店,北京,116.46,39.91,百度,
                S4,无坐标,广州,,,,
                S5,错店,广州,113.2,,,
                S6,错店,广州,213.2,23.1,,
                S7,错店,广州,113.2,23.1,UTM,
                ,没编号,,,,,
                S8,,,,,,
                """);
        assertThat(fixture.errors(brand, done))
                .extracting(ImportError::line, ImportError::code)
                .containsExactlyInAnyOrder(
                        tuple(6L, "coordinate-unreadable"),
                        tuple(7L, "coordinate-unreadable"),
                        tuple(8L, "datum-unknown"),
                        tuple(9L, "code-missing"),
                        tuple(10L, "name-missing"));
        assertThat(catalogue.stores(brand, null, ALL).items())
                .extracting(CatalogueStore::code, CatalogueStore::longitude, CatalogueStore::datum)
                .containsExactly(
                        tuple("S1", 120.15, "gcj-02"),
                        tuple("S2", 121.49, "wgs-84"),
                        tuple("S3", 116.46, "bd-09"),
                        tuple("S4", null, null));
    }

    @Test
    void staffBelongToStoresAndLongListsComePageByPage() throws Exception {
        String rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "G%04d,导购%d,S%d,店长\n".formatted(i, i, i % 7))
                .collect(Collectors.joining());
        Import done = fixture.bringInAs("staff", brand, "工号,姓名,门店编号,岗位\n" + rows);
        assertThat(done.counts()).isEqualTo(ImportCounts.ofRecords(2_500, 0, 2_500, 0, 0));
        var first = catalogue.staff(brand, null, new PageRequest(null, 2));
        assertThat(first.items()).extracting(CatalogueStaff::code).containsExactly("G0000", "G0001");
        assertThat(catalogue
                        .staff(brand, null, new PageRequest(first.next(), 2))
                        .items())
                .extracting(CatalogueStaff::code)
                .containsExactly("G0002", "G0003");
    }

    private List<String> names() {
        return catalogue.products(brand, null, ALL).items().stream()
                .map(product -> product.code() + " " + product.name())
                .toList();
    }
}
