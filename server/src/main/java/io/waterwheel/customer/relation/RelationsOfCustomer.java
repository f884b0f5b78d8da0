package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.relation.CustomerRelations.GroupRelation;
import io.waterwheel.customer.relation.CustomerRelations.GuideRelation;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a customer's guides and groups from their timeline, and their referrals from what is kept of them. Costs the
/// customer's history, which is why only who opens the relations asks.
@Component
public class RelationsOfCustomer {

    private final DSLContext database;
    private final Referrals referrals;
    private final JsonMapper json;

    RelationsOfCustomer(DSLContext database, Referrals referrals, JsonMapper json) {
        this.database = database;
        this.referrals = referrals;
        this.json = json;
    }

    private static final class Group {

        private final Spell spell = new Spell();
        private String name = "";
    }

    public CustomerRelations of(Brand brand, CustomerNo customer) {
        Map<String, Spell> guides = new LinkedHashMap<>();
        Map<String, Group> groups = new LinkedHashMap<>();
        database.select(EVENT.NAME, EVENT.AT, EVENT.PROPERTIES)
                .from(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(DSL.any(
                        DSL.select(IDENTIFIER.NO).from(IDENTIFIER).where(IDENTIFIER.CUSTOMER_NO.eq(customer.value())))))
                .and(EVENT.BRAND_ID.eq(brand.id().value()))
                .and(EVENT.RETRACTED_BY.isNull())
                .and(EVENT.NAME.in(
                        EventNames.FRIEND_ADDED,
                        EventNames.FRIEND_REMOVED,
                        EventNames.GROUP_JOINED,
                        EventNames.GROUP_LEFT))
                // By name: of a beginning and an end at the same instant the end comes last, and counts.
                .orderBy(EVENT.AT, EVENT.NAME, EVENT.POSITION)
                .forEach(row -> {
                    JsonNode told = json.readTree(row.value3().data());
                    switch (row.value1()) {
                        case EventNames.FRIEND_ADDED -> guide(guides, told).begins(row.value2());
                        case EventNames.FRIEND_REMOVED -> guide(guides, told).ends(row.value2());
                        default -> {
                            Group group =
                                    groups.computeIfAbsent(told.path("groupId").asString(""), unseen -> new Group());
                            group.name = told.path("name").asString(group.name);
                            if (row.value1().equals(EventNames.GROUP_JOINED)) {
                                group.spell.begins(row.value2());
                            } else {
                                group.spell.ends(row.value2());
                            }
                        }
                    }
                });
        groups.remove("");
        return new CustomerRelations(
                guides.entrySet().stream()
                        .map(entry -> new GuideRelation(
                                entry.getKey(),
                                entry.getValue().since(),
                                entry.getValue().until()))
                        .toList(),
                groups.entrySet().stream()
                        .map(entry -> new GroupRelation(
                                entry.getKey(),
                                entry.getValue().name.isEmpty() ? null : entry.getValue().name,
                                entry.getValue().spell.since(),
                                entry.getValue().spell.until()))
                        .toList(),
                referrals.referrer(brand, customer),
                referrals.referred(brand, customer),
                referrals.brought(brand, customer));
    }

    private static Spell guide(Map<String, Spell> guides, JsonNode told) {
        return guides.computeIfAbsent(told.path("guide").asString(""), unseen -> new Spell());
    }
}
