package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.catalogue.CatalogueRows;
import io.waterwheel.intake.catalogue.CatalogueTable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files with one line per store.
@Component
class StoreFile extends CatalogueFile {

    static final String PROVINCE = "province";
    static final String CITY = "city";
    static final String ADDRESS = "address";
    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";
    static final String DATUM = "datum";
    static final String HOURS = "hours";

    /// What maps of mainland China use when nothing is said.
    private static final String USUAL_DATUM = "gcj-02";

    private static final Map<String, String> DATUMS = Map.of(
            "gcj02", "gcj-02",
            "高德", "gcj-02",
            "腾讯", "gcj-02",
            "火星坐标", "gcj-02",
            "wgs84", "wgs-84",
            "gps", "wgs-84",
            "bd09", "bd-09",
            "bd09ll", "bd-09",
            "百度", "bd-09");

    private static final List<FileField> FIELDS = List.of(
            FileField.required(
                    CODE,
                    FileField.Looks.ANYHOW,
                    "storeid",
                    "storecode",
                    "storeno",
                    "shopid",
                    "shopcode",
                    "branchid",
                    "code",
                    "id",
                    "门店编号",
                    "门店编码",
                    "门店id",
                    "店铺编号",
                    "编号",
                    "编码"),
            FileField.required(
                    NAME,
                    FileField.Looks.ANYHOW,
                    "storename",
                    "shopname",
                    "branch",
                    "name",
                    "门店名称",
                    "门店名",
                    "门店",
                    "店名",
                    "店铺名称",
                    "名称"),
            FileField.optional(PROVINCE, "province", "state", "省", "省份"),
            FileField.optional(CITY, "city", "城市", "市"),
            FileField.optional(ADDRESS, "address", "storeaddress", "地址", "门店地址", "详细地址"),
            FileField.optional(LONGITUDE, "longitude", "lng", "lon", "经度"),
            FileField.optional(LATITUDE, "latitude", "lat", "纬度"),
            FileField.optional(DATUM, "datum", "coordinatesystem", "crs", "坐标系", "坐标系统"),
            FileField.optional(HOURS, "openinghours", "hours", "businesshours", "营业时间"));

    StoreFile(CatalogueImport imports, CatalogueRows rows, InstantSource clock) {
        super(CatalogueTable.STORES, imports, rows, clock);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.STORES;
    }

    @Override
    public List<FileField> fields() {
        return FIELDS;
    }

    @Override
    @Nullable
    Object[] facts(ImportTask task, FieldCells cells) throws LineRefused {
        Double longitude = degrees(cells, LONGITUDE, 180);
        Double latitude = degrees(cells, LATITUDE, 90);
        if ((longitude == null) != (latitude == null)) {
            throw cells.refused(LineFault.COORDINATE_UNREADABLE, longitude == null ? LONGITUDE : LATITUDE, null);
        }
        return new @Nullable Object[] {
            cells.required(NAME, LineFault.NAME_MISSING),
            cells.text(PROVINCE),
            cells.text(CITY),
            cells.text(ADDRESS),
            longitude,
            latitude,
            longitude == null ? null : datum(cells),
            cells.text(HOURS)
        };
    }

    private static @Nullable Double degrees(FieldCells cells, String field, int most) throws LineRefused {
        BigDecimal degrees = cells.number(field, LineFault.COORDINATE_UNREADABLE);
        if (degrees != null && degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw cells.refused(LineFault.COORDINATE_UNREADABLE, field, degrees.toPlainString());
        }
        return degrees == null ? null : degrees.doubleValue();
    }

    private static String datum(FieldCells cells) throws LineRefused {
        String text = cells.text(DATUM);
        if (text == null) {
            return USUAL_DATUM;
        }
        String known = DATUMS.get(text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", ""));
        if (known == null) {
            throw cells.refused(LineFault.DATUM_UNKNOWN, DATUM, text);
        }
        return known;
    }
}
