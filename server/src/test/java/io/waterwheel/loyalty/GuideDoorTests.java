package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A guide stands at the counter, and none of the brand's desks is theirs. Whoever adds a door to loyalty has it
/// walked here: it is refused to guides, or is written down as theirs.
@ServerTest
class GuideDoorTests {

    private static final String DESK = "/api/brands/{brand}";

    /// What guides do at the counter.
    private static final Set<String> THEIRS = Set.of(
            "GET " + DESK + "/coupon-desk/stores",
            "POST " + DESK + "/coupon-desk/ask",
            "POST " + DESK + "/coupon-desk/redeem",
            "POST " + DESK + "/coupon-desk/member",
            "POST " + DESK + "/member-desk/read");

    /// Tills, members and marketplaces prove themselves otherwise, and no account of the console is one of them.
    private static final Set<String> OWN_KEYS = Set.of("/till/", "/m/{brand}/api", "/callbacks/");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyDoorThatIsNotTheirsIsClosedToGuides() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("guide", "", Role.GUIDE.authorities()));
        Map<String, HandlerMethod> doors = doors();
        assertThat(doors).hasSizeGreaterThan(80);
        Set<String> open = new TreeSet<>();
        doors.forEach((door, handler) -> {
            if (!refused(handler)) {
                open.add(door);
            }
        });
        assertThat(open).isEqualTo(new TreeSet<>(THEIRS));
    }

    @Test
    void whatAGuideReadsThereIsForbidden() {
        Browser guide = browsers.signedIn(Role.GUIDE);
        String brand = brands.chinese().key();
        Map<String, Integer> answered = new TreeMap<>();
        doors().forEach((door, handler) -> {
            boolean asks = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
            if (door.startsWith("GET ") && !asks && !THEIRS.contains(door)) {
                String path = door.substring(4).replace("{brand}", brand).replaceAll("\\{[^}]*}", "1");
                int status = guide.get(path).status();
                if (status != 403) {
                    answered.put(door, status);
                }
            }
        });
        assertThat(answered).isEmpty();
    }

    /// Without an argument: who may not come in is sent away before anything is looked at.
    private static boolean refused(HandlerMethod handler) {
        HandlerMethod door = handler.createWithResolvedBean();
        Method method = door.getMethod();
        method.setAccessible(true);
        try {
            method.invoke(
                    door.getBean(),
                    Arrays.stream(door.getMethodParameters())
                            .map(GuideDoorTests::nothing)
                            .toArray());
            return false;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof AccessDeniedException;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object nothing(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? 0 : null;
    }

    private Map<String, HandlerMethod> doors() {
        Map<String, HandlerMethod> doors = new TreeMap<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("io.waterwheel.loyalty")) {
                mapping.getPatternValues().stream()
                        .filter(path -> OWN_KEYS.stream().noneMatch(path::startsWith))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> doors.put(method + " " + path, handler)));
            }
        });
        return doors;
    }
}
