package io.waterwheel.kernel.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/jobs")
@Tag(name = "jobs")
class JobController {

    private final Jobs jobs;
    private final AuditTrail audit;

    JobController(Jobs jobs, AuditTrail audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    @GetMapping
    Page<Job> listJobs(@RequestParam(defaultValue = "false") boolean active, @ModelAttribute PageRequest page) {
        return jobs.list(active, page);
    }

    @GetMapping("/{id}")
    Job getJob(@PathVariable String id) {
        return find(id);
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasRole('OPERATOR')")
    @Transactional
    public Job cancelJob(@PathVariable String id) {
        find(id);
        jobs.cancel(JobId.parse(id));
        audit.record("job.cancel", "job/" + id, Map.of());
        return find(id);
    }

    private Job find(String id) {
        try {
            return jobs.find(JobId.parse(id)).orElseThrow(() -> missing(id));
        } catch (IllegalArgumentException notAnId) {
            throw missing(id);
        }
    }

    private static Problem missing(String id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "job " + id);
    }
}
