package io.waterwheel.wecom.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.kernel.web.ProblemBody;
import io.waterwheel.wecom.Corps;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomSettings;
import io.waterwheel.wecom.generated.tables.records.AccountRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/brands/{brand}/wecom")
@Tag(name = "wecom")
@PreAuthorize("hasRole('OPERATOR')")
public class WecomController {

    private final WecomAccounts accounts;
    private final WecomFigures figures;
    private final Jobs jobs;
    private final Corps corps;
    private final JsonMapper json;

    WecomController(WecomAccounts accounts, WecomFigures figures, Jobs jobs, Corps corps, JsonMapper json) {
        this.accounts = accounts;
        this.figures = figures;
        this.jobs = jobs;
        this.corps = corps;
        this.json = json;
    }

    @GetMapping("/status")
    public WecomStatus getWecomStatus(@PathVariable Brand brand, Locale locale) {
        AccountRecord row = accounts.row(brand).orElse(null);
        ProblemBody problem = row == null ? null : body(row.getProblem(), locale);
        return new WecomStatus(
                row != null,
                row == null ? null : row.getCorpId(),
                row == null ? null : String.valueOf(row.getAgentId()),
                row == null ? null : row.getBaseUrl(),
                row == null ? null : row.getAuthorizeUrl(),
                row == null ? null : row.getLastSyncAt(),
                figures.guides(brand),
                figures.friends(brand),
                figures.stores(brand),
                problem,
                row == null ? null : row.getCallbackAt(),
                row == null ? null : refusal(row, locale));
    }

    /// The last refusal, when nothing genuine has come since.
    private WecomStatus.@Nullable Refusal refusal(AccountRecord row, Locale locale) {
        ProblemBody problem = body(row.getCallbackRefusal(), locale);
        Instant at = row.getCallbackRefusedAt();
        boolean over = at == null
                || (row.getCallbackAt() != null && row.getCallbackAt().isAfter(at));
        return problem == null || over ? null : new WecomStatus.Refusal(at, problem);
    }

    private @Nullable ProblemBody body(@Nullable JSONB kept, Locale locale) {
        return kept == null
                ? null
                : json.readValue(kept.data(), KeptProblem.class).body(locale);
    }

    @PutMapping("/settings")
    @PreAuthorize("hasRole('ADMIN')")
    public WecomStatus updateWecomSettings(
            @PathVariable Brand brand, @RequestBody WecomSettings settings, Locale locale) {
        accounts.change(brand, settings);
        return getWecomStatus(brand, locale);
    }

    /// Starts a synchronisation, or gives the one that is under way.
    @PostMapping("/sync")
    public Job syncWecom(@PathVariable Brand brand) {
        return jobs.find(corps.synchronise(brand)).orElseThrow();
    }

    /// @param q part of a guide's name or the beginning of the id
    @GetMapping("/guides")
    public Page<Guide> listGuides(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute PageRequest page) {
        return figures.guides(brand, q, page);
    }

    @GetMapping("/stores")
    public Page<Store> listStores(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return figures.stores(brand, page);
    }

    @GetMapping("/friend-sources")
    public List<FriendSource> listFriendSources(@PathVariable Brand brand) {
        return figures.sources(brand);
    }
}
