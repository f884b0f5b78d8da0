package io.waterwheel.journey.saved;

import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.Tags;
import io.waterwheel.journey.language.Known;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.touch.TemplateNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What journeys of a brand may refer to, as it is now.
@Component
class KnownInBrand {

    private final TemplateNames templates;
    private final Tags tags;
    private final CustomerQuestions questions;
    private final Coupons coupons;
    private final DSLContext database;

    KnownInBrand(
            TemplateNames templates, Tags tags, CustomerQuestions questions, Coupons coupons, DSLContext database) {
        this.templates = templates;
        this.tags = tags;
        this.questions = questions;
        this.coupons = coupons;
        this.database = database;
    }

    Names names(Brand brand) {
        return questions.names(brand);
    }

    Known of(Brand brand) {
        Names names = questions.names(brand);
        Map<Long, String> ofTemplates = templates.templateNames(brand);
        Map<CouponTemplateId, String> ofCoupons = coupons.active(brand);
        Map<String, String> ofJourneys = database.select(SAVED_JOURNEY.ID, SAVED_JOURNEY.NAME)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .and(SAVED_JOURNEY.STATE.in(JourneyState.LIVE.code(), JourneyState.PAUSED.code()))
                .fetchMap(row -> Long.toString(row.value1()), row -> row.value2());
        return new Known() {
            @Override
            public Optional<String> template(String id) {
                return Optional.ofNullable(ofTemplates.get(Long.parseLong(id)));
            }

            @Override
            public Optional<String> coupon(String id) {
                return Optional.ofNullable(ofCoupons.get(CouponTemplateId.of(id)));
            }

            @Override
            public Optional<String> tag(String id) {
                return names.tag(id);
            }

            @Override
            public boolean carries(String tag, @Nullable String value) {
                return tags.find(brand.id(), TagId.of(tag))
                        .map(Tag::kind)
                        .filter(kind -> kind.takes(value))
                        .isPresent();
            }

            @Override
            public Optional<String> segment(String id) {
                return names.segment(id);
            }

            @Override
            public Optional<String> journey(String id) {
                return Optional.ofNullable(ofJourneys.get(id));
            }

            @Override
            public List<InvalidDefinition.Place> missing(Condition condition, String pointer) {
                return questions.missing(brand, condition, pointer);
            }
        };
    }
}
