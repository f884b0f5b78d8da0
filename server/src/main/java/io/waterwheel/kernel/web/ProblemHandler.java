package io.waterwheel.kernel.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.WriteFailure;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The one place where exceptions become answers.
@RestControllerAdvice
class ProblemHandler {

    private final ProblemResponses responses;

    ProblemHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    void refused(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        responses.write(problem, request, response);
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // The parser's message may quote the body, which may hold personal data: only the place is told.
        responses.write(new Problem(KernelProblem.MALFORMED, e).with("reason", JsonPlace.of(e)), request, response);
    }

    @ExceptionHandler
    void invalid(MethodArgumentNotValidException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = new Problem(KernelProblem.INVALID, e);
        e.getBindingResult()
                .getFieldErrors()
                .forEach(error -> problem.at(
                        "/" + error.getField().replace('.', '/'),
                        String.valueOf(error.getCode()),
                        Text.same(String.valueOf(error.getDefaultMessage()))));
        responses.write(problem, request, response);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    void badParameter(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e.getCause() != null) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    responses.write(problem, request, response);
                    return;
                }
            }
        }
        String name = switch (e) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            default -> "";
        };
        responses.write(new Problem(KernelProblem.MALFORMED, e).with("reason", name), request, response);
    }

    @ExceptionHandler
    void noSuchAddress(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        responses.write(
                new Problem(KernelProblem.NOT_FOUND, e).with("what", request.getRequestURI()), request, response);
    }

    @ExceptionHandler
    void noSuchMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        responses.write(new Problem(KernelProblem.METHOD_NOT_ALLOWED, e), request, response);
    }

    /// Spring Security answers these itself, after the session's filters.
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notAllowed(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    void callerGone(AsyncRequestNotUsableException e) {
        // The browser closed the connection; there is nobody to tell.
    }

    @ExceptionHandler
    void unexpected(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A database that is full or away is a refusal like another, with words and a time to come back.
        Problem problem =
                e instanceof RuntimeException failure && WriteFailure.explain(failure) instanceof Problem known
                        ? known
                        : new Problem(KernelProblem.UNEXPECTED, e);
        responses.write(problem, request, response);
    }
}
