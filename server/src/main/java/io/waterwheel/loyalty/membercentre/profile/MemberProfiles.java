package io.waterwheel.loyalty.membercentre.profile;

import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What members say of themselves goes to the log as what any source says, and counts as the brand's source
/// priority has it.
@Component
public class MemberProfiles {

    private static final String SOURCE = "member-centre";
    private static final int LONGEST_NAME = 40;
    private static final int OLDEST = 120;
    private static final Set<String> GENDERS = Set.of("female", "male", "other");

    private final Customers customers;
    private final EventLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    MemberProfiles(Customers customers, EventLog log, InstantSource clock, JsonMapper json) {
        this.customers = customers;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    public MemberProfile of(Member member) {
        CustomerNo customer = member.customer();
        CustomerFacts facts =
                customers.facts(List.of(customer)).stream().findFirst().orElse(null);
        String phone =
                customers
                        .identifiers(IdentifierKind.PHONE, List.of(customer))
                        .getOrDefault(customer, List.of())
                        .stream()
                        .findFirst()
                        .orElse(null);
        return new MemberProfile(
                customers
                        .templateValues(Set.of(customer), Set.of("name"))
                        .getOrDefault(customer, Map.of())
                        .get("name"),
                facts == null ? null : facts.gender(),
                facts == null ? null : facts.birthday(),
                phone == null ? null : Mask.of(IdentifierKind.PHONE, phone));
    }

    /// @throws Problem `invalid`, `member-birthday-fixed`, `member-birthday-absurd`
    public MemberProfile change(Member member, ProfileWish wish) {
        MemberProfile known = of(member);
        Map<String, String> told = new LinkedHashMap<>();
        String name = name(wish.name());
        if (name != null && !name.equals(known.name())) {
            told.put("name", name);
        }
        String gender = wish.gender();
        if (gender != null && !GENDERS.contains(gender)) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/gender", "unknown", new Text("请选择性别", "choose one of the three"));
        }
        if (gender != null && !gender.equals(known.gender())) {
            told.put("gender", gender);
        }
        LocalDate birthday = wish.birthday();
        if (birthday != null && !birthday.equals(known.birthday())) {
            told.put("birthday", birthday(member, known, birthday).toString());
        }
        if (!told.isEmpty()) {
            log.append(List.of(new NewEvent(
                    member.brand().id(),
                    SOURCE,
                    UUID.randomUUID().toString(),
                    EventNames.IDENTIFIED,
                    clock.instant(),
                    new Subject.Known(member.customer()),
                    json.writeValueAsString(told),
                    "{}")));
        }
        return of(member);
    }

    /// Gifts hang on it: whoever could change it would have one every month.
    private LocalDate birthday(Member member, MemberProfile known, LocalDate birthday) {
        if (known.birthday() != null) {
            throw new Problem(MemberCentreProblem.MEMBER_BIRTHDAY_FIXED);
        }
        LocalDate today = member.brand().dayOf(clock.instant());
        if (birthday.isAfter(today) || birthday.isBefore(today.minusYears(OLDEST))) {
            throw new Problem(MemberCentreProblem.MEMBER_BIRTHDAY_ABSURD);
        }
        return birthday;
    }

    private static @Nullable String name(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, LONGEST_NAME);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/name", "unreadable", new Text("含有无法保存的字符", "holds a character that cannot be stored"));
        }
        return name;
    }
}
