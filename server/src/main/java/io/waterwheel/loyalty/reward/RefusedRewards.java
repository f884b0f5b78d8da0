package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.RewardProblem;
import io.waterwheel.loyalty.generated.tables.records.RewardRecord;
import io.waterwheel.loyalty.member.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What members were to have and could not be given, for the brand's people.
@Component
public class RefusedRewards {

    /// What the values of an occasion call it by.
    private static final List<String> NAMES = List.of("task", "benefit", "draw", "name");

    private final DSLContext database;
    private final RewardCheck words;
    private final Members members;
    private final AuditTrail audit;
    private final JsonMapper json;

    RefusedRewards(DSLContext database, RewardCheck words, Members members, AuditTrail audit, JsonMapper json) {
        this.database = database;
        this.words = words;
        this.members = members;
        this.audit = audit;
        this.json = json;
    }

    /// The newest first.
    public Page<RefusedReward> list(Brand brand, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<RewardRecord> found = database.selectFrom(REWARD)
                .where(REWARD.BRAND_ID.eq(brand.id().value()))
                .and(REWARD.STATE.eq(DSL.inline("refused")))
                .and(REWARD.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(REWARD.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        Map<Reward, Text> named = new HashMap<>();
        return Page.of(found, page.size(), row -> Cursor.of(row.getId())).map(row -> view(brand, row, named));
    }

    /// Tries once more; the key is the same, so nobody gets it twice.
    ///
    /// @throws Problem `not-found`, `reward-not-retryable`
    @Transactional
    public RefusedReward retry(Brand brand, long id) {
        RewardRecord row = database.selectFrom(REWARD)
                .where(REWARD.ID.eq(id))
                .and(REWARD.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "reward " + id));
        String note = Objects.requireNonNullElse(row.getNote(), "");
        if (!row.getState().equals("refused") || !RefusalWords.retryable(note) || still(brand, row)) {
            throw new Problem(RewardProblem.REWARD_NOT_RETRYABLE).with("why", RefusalWords.of(note));
        }
        row.setState("due");
        row.setNote(null);
        row.update();
        audit.record("reward.retry", "reward/" + id, Map.of("brand", brand.key(), "reason", note));
        return view(brand, row, new HashMap<>());
    }

    /// Only members have points, whoever asks for them.
    private boolean still(Brand brand, RewardRecord row) {
        CustomerNo customer = new CustomerNo(row.getCustomerNo());
        return RefusalWords.NOT_MEMBER.equals(row.getNote())
                && members.of(database, brand.id(), List.of(customer)).isEmpty();
    }

    private RefusedReward view(Brand brand, RewardRecord row, Map<Reward, Text> named) {
        String reason = Objects.requireNonNullElse(row.getNote(), "");
        return new RefusedReward(
                Long.toString(row.getId()),
                row.getCustomerNo(),
                row.getReason(),
                occasion(json.readTree(row.getDetails().data())),
                named.computeIfAbsent(
                        reward(row), reward -> words.words(brand, reward).words()),
                row.getAt(),
                reason,
                RefusalWords.of(reason),
                RefusalWords.retryable(reason),
                RefusedReward.State.valueOf(row.getState().toUpperCase(Locale.ROOT)));
    }

    private static @Nullable String occasion(JsonNode values) {
        return NAMES.stream()
                .flatMap(name -> Stream.ofNullable(values.get(name)))
                .map(JsonNode::asString)
                .findFirst()
                .orElse(null);
    }

    private static Reward reward(RewardRecord row) {
        return switch (row.getKind()) {
            case "coupon" -> new Reward.OfCoupon(new CouponTemplateId(row.getTemplateId()));
            case "chances" -> new Reward.OfChances(Long.toString(row.getDrawId()), row.getChances());
            default -> new Reward.OfPoints(row.getPoints());
        };
    }
}
