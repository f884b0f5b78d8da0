package io.waterwheel.touch.template;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TemplateNames;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.channel.TextLimits;
import io.waterwheel.touch.generated.tables.records.TemplateRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The brand's templates.
@Component
public class Templates implements TemplateNames {

    private static final int MOST_NAME = 100;

    private final DSLContext database;
    private final InstantSource clock;
    private final AuditTrail audit;
    private final TextLimits limits;
    private final TextRules rules;

    Templates(DSLContext database, InstantSource clock, AuditTrail audit, TextLimits limits, TextRules rules) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.limits = limits;
        this.rules = rules;
    }

    public List<Template> list(Brand brand) {
        return database.selectFrom(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .orderBy(TEMPLATE.ID.desc())
                .fetch(Templates::template);
    }

    @Override
    public Map<Long, String> templateNames(Brand brand) {
        return database.select(TEMPLATE.ID, TEMPLATE.NAME)
                .from(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .fetchMap(TEMPLATE.ID, TEMPLATE.NAME);
    }

    @Override
    public Map<Long, ChannelKind> templateChannels(Brand brand) {
        return database.select(TEMPLATE.ID, TEMPLATE.CHANNEL)
                .from(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .fetchMap(TEMPLATE.ID, row -> ChannelKind.of(row.value2()));
    }

    /// @throws Problem `not-found`
    public Template get(Brand brand, long id) {
        return database.selectFrom(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(TEMPLATE.ID.eq(id))
                .fetchOptional(Templates::template)
                .orElseThrow(() -> missing(id));
    }

    @Transactional
    public Template create(Brand brand, NewTemplate template) {
        check(brand, template);
        TemplateRecord row = database.newRecord(TEMPLATE);
        row.setBrandId(brand.id().value());
        fill(row, template);
        row.store();
        audit.record("template.create", "template/" + row.getId(), Map.of("brand", brand.key()));
        return template(row);
    }

    @Transactional
    public Template update(Brand brand, long id, NewTemplate template) {
        check(brand, template);
        TemplateRecord row = database.selectFrom(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(TEMPLATE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
        fill(row, template);
        row.store();
        audit.record("template.update", "template/" + id, Map.of("brand", brand.key()));
        return template(row);
    }

    /// @throws Problem `template-in-use` while a broadcast that has not been planned yet would need it
    @Transactional
    public void delete(Brand brand, long id) {
        String user = database.select(BROADCAST.NAME)
                .from(BROADCAST)
                .where(BROADCAST.TEMPLATE_ID.eq(id))
                .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .and(BROADCAST.STATE.in(
                        "draft", "planning", "planned", "awaiting", "approved", "refused", "sending", "paused"))
                .limit(1)
                .fetchOne(BROADCAST.NAME);
        if (user != null) {
            throw new Problem(TouchProblem.TEMPLATE_IN_USE).with("broadcast", user);
        }
        int deleted = database.deleteFrom(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(TEMPLATE.ID.eq(id))
                .execute();
        if (deleted == 0) {
            throw missing(id);
        }
        audit.record("template.delete", "template/" + id, Map.of("brand", brand.key()));
    }

    private void check(Brand brand, NewTemplate template) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (template.name().isBlank() || template.name().length() > MOST_NAME) {
            problem.outside("/name", "length", 1, MOST_NAME);
        }
        if (needsHead(template.channel())
                && (template.subject() == null || template.subject().isBlank())) {
            problem.at(
                    "/subject",
                    "missing",
                    template.channel() == ChannelKind.EMAIL
                            ? new Text("邮件需要标题", "an e-mail needs a subject")
                            : new Text("请填写平台模板 ID", "enter the platform's template id"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        new MessageTemplate(template, limits.of(template.channel()));
        rules.check(brand, template);
    }

    private void fill(TemplateRecord row, NewTemplate template) {
        row.setName(template.name().strip());
        row.setChannel(template.channel().code());
        row.setSubject(hasHead(template.channel()) ? blankToNull(template.subject()) : null);
        row.setBody(template.body());
        row.setLinkUrl(blankToNull(template.linkUrl()));
        row.setUpdatedAt(clock.instant());
    }

    /// A mail's subject, or the platform's template of a message in WeChat.
    private static boolean hasHead(ChannelKind channel) {
        return switch (channel) {
            case EMAIL, OFFICIAL_ACCOUNT, MINI_PROGRAM -> true;
            case WECOM, WECOM_TASK, SMS, CALL, WEBHOOK -> false;
        };
    }

    /// An official account without a template sends customer-service messages.
    private static boolean needsHead(ChannelKind channel) {
        return hasHead(channel) && channel != ChannelKind.OFFICIAL_ACCOUNT;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "template " + id);
    }

    private static Template template(TemplateRecord row) {
        return new Template(
                Long.toString(row.getId()),
                row.getName(),
                ChannelKind.of(row.getChannel()),
                row.getSubject(),
                row.getBody(),
                row.getLinkUrl(),
                row.getUpdatedAt());
    }
}
