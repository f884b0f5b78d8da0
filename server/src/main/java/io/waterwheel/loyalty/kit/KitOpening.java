package io.waterwheel.loyalty.kit;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.ProgrammeKits;
import io.waterwheel.loyalty.calendar.Benefits;
import io.waterwheel.loyalty.calendar.NewBenefit;
import io.waterwheel.loyalty.checkin.CheckInRule;
import io.waterwheel.loyalty.checkin.CheckInRules;
import io.waterwheel.loyalty.coupon.template.CouponTemplates;
import io.waterwheel.loyalty.coupon.template.NewCouponTemplate;
import io.waterwheel.loyalty.draw.Draws;
import io.waterwheel.loyalty.draw.NewDraw;
import io.waterwheel.loyalty.mall.MallItem;
import io.waterwheel.loyalty.mall.MallItems;
import io.waterwheel.loyalty.mall.NewMallItem;
import io.waterwheel.loyalty.programme.saved.Programmes;
import io.waterwheel.loyalty.task.GrowthProgrammes;
import io.waterwheel.loyalty.task.NewGrowth;
import io.waterwheel.loyalty.task.NewTask;
import io.waterwheel.loyalty.task.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes what a kit says by the same doors as people do, so that it is judged as theirs is.
@Component
class KitOpening implements ProgrammeKits {

    private final Programmes programmes;
    private final CouponTemplates templates;
    private final Coupons coupons;
    private final Draws draws;
    private final MallItems mall;
    private final CheckInRules checkIns;
    private final GrowthProgrammes growth;
    private final Tasks tasks;
    private final Benefits benefits;
    private final JsonMapper json;

    KitOpening(
            Programmes programmes,
            CouponTemplates templates,
            Coupons coupons,
            Draws draws,
            MallItems mall,
            CheckInRules checkIns,
            GrowthProgrammes growth,
            Tasks tasks,
            Benefits benefits,
            JsonMapper json) {
        this.programmes = programmes;
        this.templates = templates;
        this.coupons = coupons;
        this.draws = draws;
        this.mall = mall;
        this.checkIns = checkIns;
        this.growth = growth;
        this.tasks = tasks;
        this.benefits = benefits;
        this.json = json;
    }

    @Override
    @Transactional
    public Map<String, CouponTemplateId> open(Brand brand, String kit) {
        JsonNode document = json.readTree(kit);
        if (programmes.get(brand).version() != null) {
            return known(brand, document.path("coupons"));
        }
        Map<String, CouponTemplateId> made = new LinkedHashMap<>();
        String told = named(kit, "coupons", "coupon", (key, coupon) -> {
            CouponTemplateId id = template(brand, json.treeToValue(coupon, NewCouponTemplate.class));
            made.put(key, id);
            return id.toString();
        });
        told = named(told, "draws", "draw", (_, draw) -> draw(brand, json.treeToValue(draw, NewDraw.class)));
        told = named(
                told,
                "growth",
                "growth",
                (_, programme) -> growth.create(brand, json.treeToValue(programme, NewGrowth.class))
                        .id());
        rest(brand, told);
        return made;
    }

    /// Makes what has a name in the kit.
    ///
    /// @param make makes one, of its key and what is told of it, and says its id
    /// @return the kit, with ids where names stood
    private String named(String kit, String section, String prefix, BiFunction<String, JsonNode, String> make) {
        String told = kit;
        for (Map.Entry<String, JsonNode> one : json.readTree(kit).path(section).properties()) {
            String id = make.apply(one.getKey(), one.getValue());
            told = told.replace('"' + prefix + ":" + one.getKey() + '"', '"' + id + '"');
        }
        return told;
    }

    private Map<String, CouponTemplateId> known(Brand brand, JsonNode coupons) {
        Map<String, CouponTemplateId> byName = new LinkedHashMap<>();
        this.coupons.active(brand).forEach((id, name) -> byName.put(name, id));
        Map<String, CouponTemplateId> known = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> coupon : coupons.properties()) {
            CouponTemplateId id = byName.get(coupon.getValue().path("name").asString());
            if (id != null) {
                known.put(coupon.getKey(), id);
            }
        }
        return known;
    }

    private CouponTemplateId template(Brand brand, NewCouponTemplate wanted) {
        CouponTemplateId id = templates.create(brand, wanted).id();
        templates.activate(brand, id);
        return id;
    }

    private String draw(Brand brand, NewDraw wanted) {
        String id = draws.create(brand, wanted).id();
        draws.turn(brand, Long.parseLong(id), true);
        return id;
    }

    /// The programme last: members are judged by it as soon as this commits.
    private void rest(Brand brand, String told) {
        JsonNode document = json.readTree(told);
        for (JsonNode item : document.path("mall")) {
            MallItem made = mall.create(brand, json.treeToValue(item, NewMallItem.class));
            if (made.item().kind() != MallKind.CODE) {
                mall.shelve(brand, Long.parseLong(made.id()), true);
            }
        }
        checkIns.save(brand, json.treeToValue(document.path("checkIn"), CheckInRule.class));
        for (JsonNode task : document.path("tasks")) {
            String id =
                    tasks.create(brand, json.treeToValue(task, NewTask.class)).id();
            tasks.turn(brand, Long.parseLong(id), true);
        }
        for (JsonNode benefit : document.path("benefits")) {
            String id = benefits.create(brand, json.treeToValue(benefit, NewBenefit.class))
                    .id();
            benefits.turn(brand, Long.parseLong(id), true);
        }
        programmes.save(brand, document.path("programme"));
        programmes.publish(brand);
    }
}
