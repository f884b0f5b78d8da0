package io.waterwheel.intake.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.ByteRoom;
import io.waterwheel.kernel.MemoryShares;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets only so many bytes of the collector's requests in at once, from before the first byte is read until the
/// answer: a body, what is read out of it, and the wait for the log. An interceptor rather than a filter, so that
/// a browser is told with the headers it needs to hear it.
@Component
class CollectorRoom implements HandlerInterceptor {

    private static final String PLACE = CollectorRoom.class.getName();

    /// What a body becomes: its bytes, and the texts cut out of it.
    private static final int COPIES = 3;

    private static final long PATIENCE_MILLIS = 250;
    private static final int RETRY_SECONDS = 2;

    private final ByteRoom room;

    CollectorRoom(MemoryShares shares, MeterRegistry meters) {
        this.room = new ByteRoom(shares.bodyBytes());
        Gauge.builder("collector.bodies.size", room::taken)
                .description("Memory set aside for requests of the collector under way")
                .baseUnit("bytes")
                .register(meters);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        ByteRoom.Place place = room.enter((long) COPIES * expected(request), PATIENCE_MILLIS);
        if (place == null) {
            throw new Problem(KernelProblem.OVERLOADED).with("seconds", RETRY_SECONDS);
        }
        request.setAttribute(PLACE, place);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof ByteRoom.Place place) {
            request.removeAttribute(PLACE);
            place.close();
        }
    }

    /// Nobody knows what a packed body, or one without a length, will be.
    private static int expected(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean packed = encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
        return length < 0 || packed ? CollectorBody.LIMIT : (int) Math.min(length, CollectorBody.LIMIT);
    }

    long taken() {
        return room.taken();
    }
}
