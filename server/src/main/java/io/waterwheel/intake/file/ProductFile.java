package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.catalogue.CatalogueRows;
import io.waterwheel.intake.catalogue.CatalogueTable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files with one line per product.
@Component
class ProductFile extends CatalogueFile {

    static final String CATEGORY = "category";
    static final String BRAND = "brand";
    static final String PRICE = "price";
    static final String BARCODE = "barcode";

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(13);

    private static final List<FileField> FIELDS = List.of(
            FileField.required(
                    CODE,
                    FileField.Looks.ANYHOW,
                    "productcode",
                    "productid",
                    "productno",
                    "sku",
                    "skuid",
                    "skucode",
                    "stockcode",
                    "itemid",
                    "itemcode",
                    "code",
                    "id",
                    "商品编码",
                    "商品编号",
                    "商品id",
                    "货号",
                    "商家编码",
                    "编码",
                    "编号"),
            FileField.required(
                    NAME,
                    FileField.Looks.ANYHOW,
                    "productname",
                    "name",
                    "title",
                    "description",
                    "itemname",
                    "商品名称",
                    "商品名",
                    "商品标题",
                    "品名",
                    "名称"),
            FileField.optional(CATEGORY, "category", "productcategory", "type", "类目", "品类", "分类", "商品分类", "商品类目"),
            FileField.optional(BRAND, "brand", "brandname", "trademark", "品牌", "品牌名称"),
            FileField.optional(PRICE, "price", "listprice", "unitprice", "retailprice", "价格", "售价", "零售价", "吊牌价"),
            FileField.optional(BARCODE, "barcode", "ean", "upc", "gtin", "条码", "商品条码", "69码"));

    ProductFile(CatalogueImport imports, CatalogueRows rows, InstantSource clock) {
        super(CatalogueTable.PRODUCTS, imports, rows, clock);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public List<FileField> fields() {
        return FIELDS;
    }

    @Override
    @Nullable
    Object[] facts(ImportTask task, FieldCells cells) throws LineRefused {
        return new @Nullable Object[] {
            cells.required(NAME, LineFault.NAME_MISSING),
            cells.text(CATEGORY),
            cells.text(BRAND),
            price(cells, task.brand().fractionDigits()),
            cells.key(BARCODE, LineFault.CODE_TOO_LONG)
        };
    }

    private static @Nullable Long price(FieldCells cells, int fractionDigits) throws LineRefused {
        BigDecimal price = cells.number(PRICE, LineFault.PRICE_UNREADABLE);
        if (price == null) {
            return null;
        }
        if (price.signum() < 0) {
            throw cells.refused(LineFault.PRICE_NEGATIVE, PRICE, price.toPlainString());
        }
        if (price.compareTo(LARGEST) > 0) {
            throw cells.refused(LineFault.AMOUNT_TOO_LARGE, PRICE, price.toPlainString());
        }
        return price.setScale(fractionDigits, RoundingMode.HALF_UP)
                .movePointRight(fractionDigits)
                .longValueExact();
    }
}
