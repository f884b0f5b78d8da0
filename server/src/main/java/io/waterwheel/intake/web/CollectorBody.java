package io.waterwheel.intake.web;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;

/// A request's body, unpacked, and never more of it in memory than the limit.
final class CollectorBody {

    static final int LIMIT = 500 * 1024;

    private CollectorBody() {}

    /// @throws Problem `too-large`, `malformed`
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
                return limited(request.getInputStream());
            }
            if (encoding.equalsIgnoreCase("gzip")) {
                return limited(new GZIPInputStream(request.getInputStream(), 1 << 13));
            }
        } catch (ZipException | EOFException e) {
            throw new Problem(KernelProblem.MALFORMED, e).with("reason", "gzip");
        }
        throw new Problem(KernelProblem.MALFORMED).with("reason", "Content-Encoding");
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        return body;
    }

    private static Problem tooLarge() {
        return new Problem(KernelProblem.TOO_LARGE).with("limit", "500 KB");
    }
}
