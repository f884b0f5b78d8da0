package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.catalogue.CatalogueRows;
import io.waterwheel.intake.catalogue.CatalogueTable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files with one line per member of staff.
@Component
class StaffFile extends CatalogueFile {

    static final String STORE = "store";
    static final String ROLE = "role";

    private static final List<FileField> FIELDS = List.of(
            FileField.required(
                    CODE,
                    FileField.Looks.ANYHOW,
                    "staffid",
                    "staffcode",
                    "staffno",
                    "employeeid",
                    "employeeno",
                    "userid",
                    "code",
                    "id",
                    "员工编号",
                    "工号",
                    "员工id",
                    "导购编号",
                    "编号"),
            FileField.required(
                    NAME, FileField.Looks.ANYHOW, "staffname", "employeename", "name", "员工姓名", "姓名", "导购姓名", "名称"),
            FileField.optional(STORE, "storeid", "storecode", "storeno", "store", "shop", "门店编号", "门店编码", "所属门店", "门店"),
            FileField.optional(ROLE, "role", "position", "title", "job", "岗位", "职位", "角色", "职务"));

    StaffFile(CatalogueImport imports, CatalogueRows rows, InstantSource clock) {
        super(CatalogueTable.STAFF, imports, rows, clock);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.STAFF;
    }

    @Override
    public List<FileField> fields() {
        return FIELDS;
    }

    @Override
    @Nullable
    Object[] facts(ImportTask task, FieldCells cells) throws LineRefused {
        return new @Nullable Object[] {
            cells.required(NAME, LineFault.NAME_MISSING), cells.key(STORE, LineFault.CODE_TOO_LONG), cells.text(ROLE)
        };
    }
}
