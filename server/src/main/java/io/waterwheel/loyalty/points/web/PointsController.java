package io.waterwheel.loyalty.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.approval.GrantLimits;
import io.waterwheel.loyalty.points.report.Corrections;
import io.waterwheel.loyalty.points.report.StatementLine;
import io.waterwheel.loyalty.points.report.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/points")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "points")
class PointsController {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NOTE = 200;

    private final PointsLedger ledger;
    private final Statements statements;
    private final Corrections corrections;
    private final GrantLimits limits;

    PointsController(PointsLedger ledger, Statements statements, Corrections corrections, GrantLimits limits) {
        this.ledger = ledger;
        this.statements = statements;
        this.corrections = corrections;
        this.limits = limits;
    }

    @GetMapping
    @Operation(summary = "What a customer has")
    PointsHeld getPoints(@PathVariable Brand brand, @PathVariable int no) {
        CustomerNo customer = customer(no);
        return PointsHeld.of(
                ledger.balances(brand.id(), List.of(customer)).getOrDefault(customer, PointsBalance.EMPTY));
    }

    @GetMapping("/entries")
    @Operation(summary = "What was booked for a customer, the latest first")
    Page<StatementLine> listPointsEntries(
            @PathVariable Brand brand, @PathVariable int no, @ModelAttribute PageRequest page, Locale locale) {
        return statements.of(brand, customer(no), page, locale);
    }

    @PostMapping("/grants")
    @Operation(
            summary = "Gives a customer points; above the brand's limit of one person and day a second person is asked"
                    + " first, and where it has none more than 100,000 at once takes an administrator")
    PointsBooked grantPoints(
            @PathVariable Brand brand, @PathVariable int no, @RequestBody NewGrant grant, Authentication who) {
        Points points = points(grant.points());
        String key = checked(grant.key(), "/key", LONGEST_KEY);
        String note = checked(grant.note(), "/note", LONGEST_NOTE);
        boolean admin = who.getAuthorities().stream().anyMatch(role -> "ROLE_ADMIN".equals(role.getAuthority()));
        if (points.value() > Corrections.LIMIT && !admin && !limits.of(brand).limitsPoints()) {
            throw new Problem(PointsProblem.POINTS_ABOVE_LIMIT).with("limit", Corrections.LIMIT);
        }
        Instant expiresAt = grant.expiresOn() == null ? null : brand.startOf(grant.expiresOn());
        return PointsBooked.of(limits.admitPoints(
                brand, key, points, () -> corrections.grant(brand, customer(no), key, points, note, expiresAt)));
    }

    @PostMapping("/deductions")
    @Operation(summary = "Takes points from a customer, never more than there are")
    PointsBooked deductPoints(@PathVariable Brand brand, @PathVariable int no, @RequestBody NewDeduction deduction) {
        Points points = points(deduction.points());
        String key = checked(deduction.key(), "/key", LONGEST_KEY);
        String note = checked(deduction.note(), "/note", LONGEST_NOTE);
        return PointsBooked.of(limits.admitPoints(
                brand, key, points, () -> corrections.deduct(brand, customer(no), key, points, note)));
    }

    private static CustomerNo customer(int no) {
        if (no < 1) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return new CustomerNo(no);
    }

    private static Points points(long points) {
        if (points < 1 || points > Points.MOST) {
            throw new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", Points.MOST);
        }
        return new Points(points);
    }

    private static String checked(@Nullable String text, String pointer, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > most) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", 1, most);
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new Problem(KernelProblem.INVALID)
                    .at(pointer, "unreadable", new Text("含有无法保存的字符", "holds a character that cannot be stored"));
        }
        return stripped;
    }
}
