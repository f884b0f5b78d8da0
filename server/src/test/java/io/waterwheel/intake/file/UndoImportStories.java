package io.waterwheel.intake.file;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportState;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class UndoImportStories {

    @Autowired
    ImportFixture fixture;

    @Autowired
    ImportReach reach;

    @Autowired
    TestBrands brands;

    @Autowired
    DSLContext database;

    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void whatAnImportBroughtNoLongerCountsAndTheFileCanComeAgain() throws Exception {
        fixture.bringIn(brand, ImportFixture.orders("1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China"));
        String file = ImportFixture.orders(
                "1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China",
                "2,A,Kettle,1,2026-03-02 10:00:00,7,M1,China",
                "3,A,Kettle,1,2026-03-02 10:00:00,9,M2,China",
                "C4,A,Kettle,-1,2026-03-03 10:00:00,1,M1,China",
                "5,A,Kettle,1,2026-03-02 10:00:00,4,,China");
        Import wrong = fixture.bringIn(brand, file);
        assertThat(wrong.counts()).isEqualTo(new ImportCounts(5, 0, 4, 1, 1, 1, 1));
        assertThat(numbers()).containsExactly("1", "2", "3", "5", "C4");
        assertThat(customers()).isEqualTo(2);

        Import undone = fixture.undo(brand, wrong);
        assertThat(undone.state()).as("%s", undone.problem()).isEqualTo(ImportState.UNDONE);
        assertThat(numbers()).containsExactly("1");
        assertThat(customers()).isEqualTo(1);
        assertThat(grossSales()).isEqualTo(500);

        Import again = fixture.bringIn(brand, file);
        // M2's number was given before, so nobody is new.
        assertThat(again.counts()).isEqualTo(new ImportCounts(5, 0, 4, 1, 1, 1, 0));
        assertThat(numbers()).containsExactly("1", "2", "3", "5", "C4");
        assertThat(grossSales()).isEqualTo(500 + 700 + 900);
    }

    @Test
    void anImportKnowsExactlyWhichEventsItBrought() throws Exception {
        fixture.bringIn(brand, ImportFixture.orders("1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China"));
        Import second = fixture.bringIn(
                brand,
                ImportFixture.orders(
                        "1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China",
                        "2,A,Kettle,1,2026-03-02 10:00:00,7,M1,China",
                        "3,A,Kettle,1,2026-03-02 10:00:00,9,M2,China"));
        List<Long> positions = fixture.events(brand).stream()
                .filter(event -> !event.getMessageId().equals("order:1"))
                .map(event -> event.getPosition())
                .toList();
        assertThat(reach.size(second.id())).isEqualTo(2);
        assertThat(reach.of(second.id()).stream()
                        .flatMap(run -> java.util.stream.LongStream.rangeClosed(run.from(), run.to())
                                .boxed()))
                .containsExactlyElementsOf(positions);
    }

    @Test
    void onlyWhatHasRunCanBeUndoneAndOnlyOnce() throws Exception {
        Import draft =
                fixture.upload(brand, "o.csv", ImportFixture.orders("1,A,Kettle,1,2026-03-01 10:00:00,5,M1,China"));
        assertThat(draft.undoable()).isFalse();
        assertThatThrownBy(() -> fixture.imports.undo(brand, draft.id(), Locale.ENGLISH))
                .hasMessageContaining("import-state");
        Import done = fixture.bringInAs("products", brand, "编码,名称\nA,茶壶\n");
        assertThat(done.undoable()).isTrue();
        Import undone = fixture.undo(brand, done);
        assertThat(undone.undoable()).isFalse();
        assertThatThrownBy(() -> fixture.imports.undo(brand, undone.id(), Locale.ENGLISH))
                .hasMessageContaining("import-state");
        assertThatThrownBy(() -> fixture.run(brand, undone)).hasMessageContaining("import-state");
    }

    private List<String> numbers() {
        return database.select(PURCHASE.NUMBER)
                .from(PURCHASE)
                .where(PURCHASE.BRAND_ID.eq(brand.id().value()))
                .orderBy(PURCHASE.NUMBER)
                .fetch(PURCHASE.NUMBER);
    }

    private int customers() {
        return database.fetchCount(RELATION, RELATION.BRAND_ID.eq(brand.id().value()));
    }

    private long grossSales() {
        return database.select(org.jooq.impl.DSL.sum(RELATION.GROSS_SALES))
                .from(RELATION)
                .where(RELATION.BRAND_ID.eq(brand.id().value()))
                .fetchSingle(0, long.class);
    }
}
