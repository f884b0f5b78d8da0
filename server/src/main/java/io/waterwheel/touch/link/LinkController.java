package io.waterwheel.touch.link;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.touch.LinkVisitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Short links, open to everybody. Whatever goes wrong with counting, the visitor arrives.
@RestController
@RequestMapping("/s/{code}")
@Hidden
class LinkController {

    private static final Logger log = LoggerFactory.getLogger(LinkController.class);

    private final ShortLinks links;
    private final Visits visits;
    private final PublicAddress address;
    private final Brands brands;
    private final ObjectProvider<LinkVisitors> visitors;

    LinkController(
            ShortLinks links,
            Visits visits,
            PublicAddress address,
            Brands brands,
            ObjectProvider<LinkVisitors> visitors) {
        this.links = links;
        this.visits = visits;
        this.address = address;
        this.brands = brands;
        this.visitors = visitors;
    }

    @GetMapping
    ResponseEntity<Void> open(@PathVariable String code, HttpServletRequest request) {
        Link link = links.find(code).filter(found -> found.target() != null).orElseThrow(() -> missing(code));
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (!request.getMethod().equals("GET") || Bots.is(agent)) {
            return to(target(link));
        }
        CustomerNo customer = link.customer();
        if (customer != null) {
            count(link, () -> visits.clicked(link, customer));
            return to(target(link));
        }
        URI back = URI.create(address.of("/s/" + code + "/who"));
        Optional<URI> ask = asked(link, agent == null ? "" : agent, back);
        if (ask.isEmpty()) {
            links.countStranger(code);
        }
        return to(ask.orElseGet(() -> target(link)));
    }

    private Optional<URI> asked(Link link, String agent, URI back) {
        try {
            Brand brand = brands.get(link.brand());
            return visitors.stream()
                    .flatMap(each -> each.ask(brand, agent, back, link.code()).stream())
                    .findFirst();
        } catch (RuntimeException e) {
            log.warn("link.ask failed dispatch={}", link.dispatch(), e);
            return Optional.empty();
        }
    }

    /// The visitor comes back with a code that tells who it is.
    @GetMapping("/who")
    ResponseEntity<Void> who(
            @PathVariable String code, @RequestParam(name = "code", required = false) @Nullable String proof) {
        Link link = links.find(code).filter(found -> found.target() != null).orElseThrow(() -> missing(code));
        count(link, () -> {
            List<Identifier> known = proof == null ? List.of() : identified(link, proof);
            if (known.isEmpty()) {
                links.countStranger(code);
            } else {
                visits.clicked(link, known);
            }
        });
        return to(target(link));
    }

    private List<Identifier> identified(Link link, String proof) {
        Brand brand = brands.get(link.brand());
        return visitors.stream()
                .map(each -> each.identify(brand, proof))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// A page that asks before it acts, because mail scanners open every link.
    @GetMapping(path = "/leave", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> leavePage(@PathVariable String code, Locale locale) {
        Link link = links.find(code).filter(found -> found.customer() != null).orElseThrow(() -> missing(code));
        return page(LeavePage.question(brands.get(link.brand()).name(), locale));
    }

    /// One click (RFC 8058): the mail program posts here on the reader's behalf.
    @PostMapping("/leave")
    ResponseEntity<String> leave(@PathVariable String code, Locale locale) {
        Link link = links.find(code).filter(found -> found.customer() != null).orElseThrow(() -> missing(code));
        Brand brand = brands.get(link.brand());
        CustomerNo customer = link.customer();
        if (customer != null) {
            visits.left(brand, link, customer);
        }
        return page(LeavePage.done(brand.name(), locale));
    }

    private static void count(Link link, Runnable counting) {
        try {
            counting.run();
        } catch (RuntimeException e) {
            log.warn("link.count failed dispatch={}", link.dispatch(), e);
        }
    }

    private static URI target(Link link) {
        return Target.of(String.valueOf(link.target()), link.channel(), link.campaign());
    }

    private static ResponseEntity<Void> to(URI target) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(target)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(html);
    }

    private static Problem missing(String code) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "/s/" + code);
    }
}
