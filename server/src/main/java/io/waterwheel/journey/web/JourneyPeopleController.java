package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.people.AsideDesk;
import io.waterwheel.journey.people.AsideRun;
import io.waterwheel.journey.people.CustomerRun;
import io.waterwheel.journey.people.Runs;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "journey")
class JourneyPeopleController {

    private final Runs runs;
    private final AsideDesk aside;

    JourneyPeopleController(Runs runs, AsideDesk aside) {
        this.runs = runs;
        this.aside = aside;
    }

    @GetMapping("/customers/{no}/journeys")
    @Operation(summary = "The journeys a customer was in, and the way they went")
    List<CustomerRun> listCustomerJourneys(@PathVariable Brand brand, @PathVariable int no) {
        if (no < 1) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return runs.of(brand, new CustomerNo(no));
    }

    @GetMapping("/journeys/aside")
    @Operation(summary = "Runs that could not go on")
    Page<AsideRun> listAsideRuns(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable JourneyId journey,
            @ModelAttribute PageRequest page) {
        return aside.list(brand, journey, page);
    }

    @PostMapping("/journeys/aside/{run}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retryAsideRun(@PathVariable Brand brand, @PathVariable long run) {
        aside.retry(brand, run);
    }

    @PostMapping("/journeys/aside/{run}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void skipAsideRun(@PathVariable Brand brand, @PathVariable long run, @RequestBody SkipNode skip) {
        aside.skip(brand, run, skip.exit());
    }

    @PostMapping("/journeys/aside/{run}/take-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOutAsideRun(@PathVariable Brand brand, @PathVariable long run) {
        aside.takeOut(brand, run);
    }
}
