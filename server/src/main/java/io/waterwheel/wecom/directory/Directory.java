package io.waterwheel.wecom.directory;

import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.STORE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.wecom.Stores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Guides and stores as last read from the address book.
@Component
public class Directory implements Stores {

    private final DSLContext database;

    Directory(DSLContext database) {
        this.database = database;
    }

    /// @param active may have customers as friends and has not left
    record Member(String userid, String name, @Nullable Long store, boolean active) {}

    /// Takes over what was read; whoever is no longer there stays known and is marked so.
    @Transactional
    public void replace(Brand brand, Map<Long, String> stores, List<Member> members) {
        short id = brand.id().value();
        database.update(STORE)
                .set(STORE.OPEN, false)
                .where(STORE.BRAND_ID.eq(id))
                .execute();
        RowSet storeRows = new RowSet(STORE.ID, STORE.NAME);
        stores.forEach(storeRows::row);
        if (!storeRows.isEmpty()) {
            RowSet.Given given = storeRows.as("given");
            database.insertInto(STORE, STORE.BRAND_ID, STORE.ID, STORE.NAME, STORE.OPEN)
                    .select(DSL.select(DSL.val(id), given.field(STORE.ID), given.field(STORE.NAME), DSL.val(true))
                            .from(given.table()))
                    .onConflict(STORE.BRAND_ID, STORE.ID)
                    .doUpdate()
                    .set(STORE.NAME, DSL.excluded(STORE.NAME))
                    .set(STORE.OPEN, true)
                    .execute();
        }
        database.update(GUIDE)
                .set(GUIDE.ACTIVE, false)
                .where(GUIDE.BRAND_ID.eq(id))
                .execute();
        RowSet guideRows = new RowSet(GUIDE.USERID, GUIDE.NAME, GUIDE.STORE_ID, GUIDE.ACTIVE);
        members.forEach(member -> guideRows.row(member.userid(), member.name(), member.store(), member.active()));
        RowSet.Given given = guideRows.as("given");
        database.insertInto(GUIDE, GUIDE.BRAND_ID, GUIDE.USERID, GUIDE.NAME, GUIDE.STORE_ID, GUIDE.ACTIVE)
                .select(DSL.select(
                                DSL.val(id),
                                given.field(GUIDE.USERID),
                                given.field(GUIDE.NAME),
                                given.field(GUIDE.STORE_ID),
                                given.field(GUIDE.ACTIVE))
                        .from(given.table()))
                .onConflict(GUIDE.BRAND_ID, GUIDE.USERID)
                .doUpdate()
                .set(GUIDE.NAME, DSL.excluded(GUIDE.NAME))
                .set(GUIDE.STORE_ID, DSL.excluded(GUIDE.STORE_ID))
                .set(GUIDE.ACTIVE, DSL.excluded(GUIDE.ACTIVE))
                .execute();
    }

    @Override
    @Transactional
    public int describe(Brand brand, List<StorePlace> places) {
        if (places.isEmpty()) {
            return 0;
        }
        RowSet rows = new RowSet(STORE.ID, STORE.CITY, STORE.LONGITUDE, STORE.LATITUDE);
        places.forEach(place -> rows.row(place.id(), place.city(), place.longitude(), place.latitude()));
        RowSet.Given given = rows.as("given");
        return database.update(STORE)
                .set(STORE.CITY, given.field(STORE.CITY))
                .set(STORE.LONGITUDE, given.field(STORE.LONGITUDE))
                .set(STORE.LATITUDE, given.field(STORE.LATITUDE))
                .from(given.table())
                .where(STORE.BRAND_ID.eq(brand.id().value()))
                .and(STORE.ID.eq(given.field(STORE.ID)))
                .execute();
    }

    public Map<String, String> names(Brand brand, Collection<String> userids) {
        Map<String, String> names = new HashMap<>();
        database.select(GUIDE.USERID, GUIDE.NAME)
                .from(GUIDE)
                .where(GUIDE.BRAND_ID.eq(brand.id().value()))
                .and(GUIDE.USERID.eq(DSL.any(userids.toArray(String[]::new))))
                .forEach(row -> names.put(row.value1(), row.value2()));
        return names;
    }
}
