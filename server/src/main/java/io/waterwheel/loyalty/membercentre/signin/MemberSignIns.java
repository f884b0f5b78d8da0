package io.waterwheel.loyalty.membercentre.signin;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Holder;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.membercentre.session.MemberSessions;
import io.waterwheel.loyalty.membercentre.session.SignInWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lets in whoever proved who they are.
@Component
public class MemberSignIns {

    /// What a member may be known by who joins a phone.
    private static final List<IdentifierKind> NAMING = List.of(IdentifierKind.UNIONID, IdentifierKind.OPENID);

    private final PhoneCodes codes;
    private final VisitorEnrolment enrolment;
    private final MemberSessions sessions;
    private final Customers customers;

    MemberSignIns(PhoneCodes codes, VisitorEnrolment enrolment, MemberSessions sessions, Customers customers) {
        this.codes = codes;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.customers = customers;
    }

    /// @param from the address of who asks
    /// @return the token of a new session
    /// @throws Problem `member-terms-not-agreed`, `member-phone-invalid`, `sign-in-code-wrong`,
    ///                 `sign-in-too-often`
    public String byPhone(Brand brand, String phone, String code, Agreement agreement, String from) {
        // Before the code is looked at: a page that forgot to ask does not use it up.
        if (!agreement.agreed()) {
            throw new Problem(MemberCentreProblem.MEMBER_TERMS_NOT_AGREED);
        }
        List<Identifier> proved = List.of(codes.take(brand, phone, code, from));
        return open(brand, proved, agreement, SignInWay.PHONE).orElseThrow();
    }

    /// Joins a phone to a member who signed in by WeChat: if it was somebody's card, both are one from now
    /// on.
    ///
    /// @throws Problem `member-phone-invalid`, `sign-in-code-wrong`, `sign-in-too-often`,
    ///                 `member-phone-shared`
    public void joinPhone(Member member, String phone, String code, String from) {
        Identifier proved = codes.take(member.brand(), phone, code, from);
        if (holder(member.brand(), proved).filter(Holder::shared).isPresent()) {
            throw new Problem(MemberCentreProblem.MEMBER_PHONE_SHARED);
        }
        List<Identifier> together = new ArrayList<>(List.of(proved));
        for (IdentifierKind kind : NAMING) {
            customers.identifiers(kind, List.of(member.customer())).getOrDefault(member.customer(), List.of()).stream()
                    .limit(1)
                    .forEach(value -> together.add(new Identifier(kind, value)));
        }
        enrolment.identified(member.brand(), together);
    }

    /// @return the token of a new session; empty for somebody who is no member and agreed to nothing
    Optional<String> open(Brand brand, List<Identifier> proved, Agreement agreement, SignInWay way) {
        List<Holder> holders =
                proved.stream().flatMap(each -> holder(brand, each).stream()).toList();
        if (holders.stream().anyMatch(Holder::shared)) {
            throw new Problem(MemberCentreProblem.MEMBER_PHONE_SHARED);
        }
        Optional<CustomerNo> known = holders.stream().map(Holder::customer).findFirst();
        boolean member = known.isPresent() && enrolment.isMember(brand, known.get());
        if (!member && !agreement.agreed()) {
            return Optional.empty();
        }
        CustomerNo customer = member ? enrolment.identified(brand, proved) : null;
        // Two identifiers may turn out to be two people's: who the log says it is counts, member or not yet.
        if (customer == null || !enrolment.isMember(brand, customer)) {
            if (!agreement.agreed()) {
                return Optional.empty();
            }
            customer = enrolment.enrol(brand, proved, agreement, "member-centre/" + way.code());
        }
        return Optional.of(sessions.open(brand, customer, way));
    }

    private Optional<Holder> holder(Brand brand, Identifier identifier) {
        return Optional.ofNullable(customers
                .holders(brand.id(), identifier.kind(), List.of(identifier.value()))
                .get(identifier.value()));
    }
}
