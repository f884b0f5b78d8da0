package io.waterwheel.loyalty.calendar.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.BenefitCalendar;
import io.waterwheel.loyalty.calendar.Benefits;
import io.waterwheel.loyalty.calendar.MemberBenefit;
import io.waterwheel.loyalty.calendar.NewBenefit;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CalendarController {

    private final BenefitCalendar calendar;
    private final Benefits benefits;

    CalendarController(BenefitCalendar calendar, Benefits benefits) {
        this.calendar = calendar;
        this.benefits = benefits;
    }

    /// @param month    1 to 12
    /// @param customer for one member; null for everybody
    @GetMapping("/benefit-calendar")
    List<BenefitCalendar.Entry> listBenefitCalendar(
            @PathVariable Brand brand,
            @RequestParam int year,
            @RequestParam int month,
            @RequestParam(required = false) @Nullable Integer customer) {
        if (year < 2000 || year > 2200 || month < 1 || month > 12) {
            throw new Problem(KernelProblem.INVALID).outside("/month", "range", 1, 12);
        }
        YearMonth wanted = YearMonth.of(year, month);
        return customer == null
                ? calendar.month(brand, wanted)
                : calendar.month(brand, new CustomerNo(customer), wanted);
    }

    @GetMapping("/member-benefits")
    List<MemberBenefit> listMemberBenefits(@PathVariable Brand brand) {
        return benefits.list(brand);
    }

    @PostMapping("/member-benefits")
    @ResponseStatus(HttpStatus.CREATED)
    MemberBenefit createMemberBenefit(@PathVariable Brand brand, @RequestBody NewBenefit benefit) {
        return benefits.create(brand, benefit);
    }

    /// Once it has begun, when it is given stays.
    @PutMapping("/member-benefits/{id}")
    MemberBenefit changeMemberBenefit(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody NewBenefit benefit) {
        return benefits.change(brand, id, benefit);
    }

    @PostMapping("/member-benefits/{id}/start")
    MemberBenefit startMemberBenefit(@PathVariable Brand brand, @PathVariable long id) {
        return benefits.turn(brand, id, true);
    }

    @PostMapping("/member-benefits/{id}/stop")
    MemberBenefit stopMemberBenefit(@PathVariable Brand brand, @PathVariable long id) {
        return benefits.turn(brand, id, false);
    }
}
