package io.waterwheel.loyalty.membercentre.card;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.pass.Bearer;
import io.waterwheel.loyalty.pass.MinutePasses;
import io.waterwheel.loyalty.pass.Pass;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// What the member's card shows as a QR code, and who a shown one is.
@Component
public class MemberPasses {

    private static final MinutePasses.Kind KIND = new MinutePasses.Kind("WWM1.", "member-pass");

    private final MinutePasses passes;
    private final Customers customers;

    MemberPasses(Vault vault, InstantSource clock, Customers customers) {
        this.passes = new MinutePasses(vault, clock);
        this.customers = customers;
    }

    public Pass of(Member member) {
        return passes.of(KIND, new Bearer(member.brand().id(), member.customer()).packed());
    }

    /// Whose card was scanned.
    ///
    /// @throws Problem `member-pass-old`, `member-pass-forged`, for another brand's as well
    public Member read(Brand brand, String text) {
        String shown = text.strip();
        if (!KIND.looksLike(shown)) {
            throw new Problem(MemberCentreProblem.MEMBER_PASS_FORGED);
        }
        return switch (passes.read(KIND, shown)) {
            case MinutePasses.Reading.Genuine(long about) -> {
                Bearer bearer = Bearer.of(about);
                if (!bearer.brand().equals(brand.id())) {
                    throw new Problem(MemberCentreProblem.MEMBER_PASS_FORGED);
                }
                yield new Member(brand, customers.currentOf(bearer.customer()));
            }
            case MinutePasses.Reading.Old(var _) -> throw new Problem(MemberCentreProblem.MEMBER_PASS_OLD);
            case MinutePasses.Reading.Forged() -> throw new Problem(MemberCentreProblem.MEMBER_PASS_FORGED);
        };
    }
}
