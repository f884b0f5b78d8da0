package io.waterwheel.touch.email;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.TouchProblem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Tells from an SMTP failure whether the mail was not sent, will never be, or may have been. A mail is only
/// taken as not sent when the server said so, or when its text had not been handed over yet.
final class SmtpAnswers {

    /// The dot that ends the text: after it, silence means that nobody knows.
    private static final String END_OF_TEXT = ".";

    private SmtpAnswers() {}

    static CallOutcome whileConnecting(EmailSettings settings, MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new CallOutcome.Blocked(new Problem(TouchProblem.EMAIL_LOGIN_REFUSED, failure));
        }
        return later(settings, failure);
    }

    static CallOutcome whileSending(EmailSettings settings, MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException address -> {
                    return refused(settings, address.getReturnCode(), String.valueOf(address.getMessage()), failure);
                }
                case SMTPSenderFailedException sender -> {
                    return sender.getReturnCode() >= 500
                            ? new CallOutcome.Blocked(new Problem(TouchProblem.EMAIL_REFUSES_SENDER, failure)
                                    .with("from", settings.fromAddress())
                                    .with("reason", String.valueOf(sender.getReturnCode())))
                            : later(settings, failure);
                }
                case SMTPSendFailedException answer -> {
                    return answered(settings, answer, failure);
                }
                default -> {
                    // The reason is further inside.
                }
            }
        }
        return new CallOutcome.Unsure("connection-lost");
    }

    private static CallOutcome answered(
            EmailSettings settings, SMTPSendFailedException answer, MessagingException failure) {
        boolean textGiven = String.valueOf(answer.getCommand()).strip().equals(END_OF_TEXT);
        int code = answer.getReturnCode();
        // 421 is what a server says when it goes away, which it may also do after it has taken the mail.
        boolean clear = code >= 400 && code != 421;
        if (textGiven && !clear) {
            return new CallOutcome.Unsure("connection-lost");
        }
        return code >= 500 ? new CallOutcome.Rejected("refused") : later(settings, failure);
    }

    private static CallOutcome refused(EmailSettings settings, int code, String message, Exception failure) {
        if (code < 500) {
            return later(settings, failure);
        }
        boolean noMailbox = (code == 550 || code == 551 || code == 553) && !message.contains("5.7.");
        return new CallOutcome.Rejected(noMailbox ? "bounced" : "refused");
    }

    private static CallOutcome later(EmailSettings settings, Exception failure) {
        return new CallOutcome.Later(
                Duration.ZERO,
                new Problem(TouchProblem.EMAIL_UNREACHABLE, failure)
                        .with("host", settings.host())
                        .with("reason", failure.getClass().getSimpleName()));
    }

    private static @Nullable Exception next(Exception cause) {
        if (cause instanceof MessagingException messaging && messaging.getNextException() != null) {
            return messaging.getNextException();
        }
        return cause.getCause() instanceof Exception deeper ? deeper : null;
    }
}
